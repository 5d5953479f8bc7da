package dev.galley.mail;

import dev.galley.mail.internal.HeaderSection;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;

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
    List<Problem> problems = new ArrayList<>();
    int start = 0;
    while (start < bytes.length() && isSpace(bytes.at(start))) {
      start++;
    }
    if (start > 0) {
      problems.add(Problem.warning(new Span(0, start), "white space before the header"));
    }
    HeaderSection section = HeaderSection.read(bytes, start, limits.headerBytes());
    Span body = new Span(section.end(), bytes.length());
    for (HeaderField field : section.fields()) {
      if (field.name().isEmpty()) {
        String what =
            field.raw().startsWith(":")
                ? "a header field without a name"
                : "an mbox separator line in the header";
        problems.add(Problem.warning(field.span(), what));
      }
    }
    if (section.cut()) {
      problems.add(
          Problem.error(
              body, "the header is longer than the " + limits.headerBytes() + " octets allowed"));
    } else if (start == bytes.length()) {
      problems.add(Problem.error(new Span(0, start), "an empty mail"));
    } else if (section.fields().isEmpty()) {
      problems.add(Problem.error(Span.at(start), "a mail without header"));
    } else if (section.separator().isEmpty() && !body.isEmpty()) {
      Span line = new Span(body.start(), bytes.nextLine(body.start()));
      problems.add(Problem.warning(line, "the header ends at a line that is no header field"));
    } else if (body.isEmpty() && section.separator().isEmpty()) {
      problems.add(Problem.warning(body, "the mail ends in its header"));
    }
    if (bytes.length() > limits.mailBytes()) {
      problems.add(
          Problem.error(
              new Span(0, bytes.length()),
              "a mail of " + bytes.length() + " octets, allowed are " + limits.mailBytes()));
    }
    return new Read<>(new Mail(origin, bytes, section.fields(), body), problems);
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }
}
