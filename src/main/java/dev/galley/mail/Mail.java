package dev.galley.mail;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mail as it arrived: octets, and where its header fields and body stand in them.
 *
 * @param origin where it came from
 * @param bytes the whole mail after mbox unquoting, without the separator line
 * @param headers fields in order
 * @param body octets after the empty line that ends the header
 */
public record Mail(MailOrigin origin, Bytes bytes, List<HeaderField> headers, Span body) {

  public Mail {
    Objects.requireNonNull(origin);
    Objects.requireNonNull(bytes);
    headers = List.copyOf(headers);
    Objects.requireNonNull(body);
  }

  /** The first field of that name. */
  public Optional<HeaderField> field(String name) {
    return headers.stream().filter(field -> field.is(name)).findFirst();
  }
}
