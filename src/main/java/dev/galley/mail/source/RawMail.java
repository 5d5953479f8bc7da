package dev.galley.mail.source;

import dev.galley.mail.MailOrigin;
import dev.galley.text.Bytes;
import java.util.Objects;

/**
 * One mail cut out of its source, not yet read.
 *
 * <p>The {@code framed} octets of all mails of a file, in order, are the file.
 *
 * @param origin where it came from; offset and line are those of the first octet of {@code bytes}
 * @param framed the octets as they stand in the source: with separator line and quoting
 * @param bytes the mail itself: without separator line, one level of {@code >From } quoting undone.
 *     Line ends are kept as they are. The empty line before the next separator is part of the mail,
 *     as it is for {@code git mailsplit}.
 */
public record RawMail(MailOrigin origin, Bytes framed, Bytes bytes) {

  public RawMail {
    Objects.requireNonNull(origin);
    Objects.requireNonNull(framed);
    Objects.requireNonNull(bytes);
  }
}
