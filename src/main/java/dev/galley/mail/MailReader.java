package dev.galley.mail;

import dev.galley.mail.internal.HeaderProblems;
import dev.galley.mail.internal.HeaderSection;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Read;
import dev.galley.text.Span;

/**
 * Reads one mail from its octets: where its header fields are, and where its body begins.
 *
 * <p>Nothing is decoded, nothing copied, nothing lost: {@link Mail#print()} gives the octets back.
 * What counts as a header line is git's rule (mailinfo.c): the header ends at the first line that
 * is empty or that cannot be a field; such a line is the first of the body. White space before the
 * first field is skipped, an mbox {@code From } or {@code >From } line is kept as a field without a
 * name.
 */
public final class MailReader {

  private MailReader() {}

  /** Reads a mail; its problems' spans count in {@code bytes}. */
  public static Read<Mail> read(MailOrigin origin, Bytes bytes, Limits limits) {
    int start = 0;
    while (start < bytes.length() && isSpace(bytes.at(start))) {
      start++;
    }
    HeaderSection section = HeaderSection.read(bytes, start, limits.headerBytes());
    Span body = new Span(section.end(), bytes.length());
    Mail mail = new Mail(origin, bytes, section.fields(), body);
    return new Read<>(mail, HeaderProblems.of(mail, limits));
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }
}
