package dev.galley.mail.internal;

import dev.galley.mail.HeaderField;
import dev.galley.mail.Mail;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Problem;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;

/** What is odd about a mail as its header tells. */
public final class HeaderProblems {

  private HeaderProblems() {}

  /** The problems in the order of their places; spans count in the octets of the mail. */
  public static List<Problem> of(Mail mail, Limits limits) {
    List<Problem> problems = new ArrayList<>();
    Bytes bytes = mail.bytes();
    if (bytes.length() > limits.mailBytes()) {
      problems.add(Problem.error(new Span(0, bytes.length()), mailTooLong(mail, limits)));
    }
    if (mail.lead().length() == bytes.length()) {
      problems.add(Problem.error(mail.lead(), "an empty mail"));
      return problems;
    }
    if (!mail.lead().isEmpty()) {
      problems.add(Problem.warning(mail.lead(), "white space before the header"));
    }
    for (HeaderField field : mail.headers()) {
      if (field.name().isEmpty()) {
        String what =
            field.raw().startsWith(":")
                ? "a header field without a name"
                : "an mbox separator line in the header";
        problems.add(Problem.warning(field.span(), what));
      }
    }
    Span body = mail.body();
    if (headerLength(mail) > limits.headerBytes()) {
      problems.add(Problem.error(Span.at(body.start()), headerTooLong(limits)));
    } else if (mail.headers().isEmpty()) {
      problems.add(Problem.error(Span.at(body.start()), "a mail without header"));
    } else if (mail.separator().isEmpty()) {
      Span line = new Span(body.start(), bytes.nextLine(body.start()));
      problems.add(
          Problem.warning(
              line,
              body.isEmpty()
                  ? "the mail ends in its header"
                  : "the header ends at a line that is no header field"));
    }
    return problems;
  }

  static int headerLength(Mail mail) {
    return mail.separator().start() - mail.lead().end();
  }

  static String headerTooLong(Limits limits) {
    return "the header is longer than the " + limits.headerBytes() + " octets allowed";
  }

  static String mailTooLong(Mail mail, Limits limits) {
    return "a mail of " + mail.bytes().length() + " octets, allowed are " + limits.mailBytes();
  }
}
