package dev.galley.mail.source;

import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.text.Limits;

/** The words for mails that are over a limit. */
final class Refusals {

  private Refusals() {}

  static SourceProblem of(
      String source,
      String mail,
      boolean longLine,
      long length,
      Limits limits,
      long offset,
      long line) {
    String what =
        longLine
            ? "a line of "
                + mail
                + " is longer than "
                + limits.lineBytes()
                + " bytes (the mail has "
                + length
                + "); it was left out"
            : mail
                + " is too long: "
                + length
                + " bytes, allowed are "
                + limits.mailBytes()
                + "; it was left out";
    return SourceProblem.error(
            Kind.LIMIT, source, what, "The other mails were read. Look at this one by hand.")
        .atByte(offset)
        .atLine(line);
  }
}
