package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/** The subject of a commit out of the subject of a mail: mailinfo.c, cleanup_subject. */
final class SubjectLine {

  private SubjectLine() {}

  /** Without {@code Re:} and bracketed tags at the start, every run of white space one space. */
  static Bytes cleaned(Bytes subject) {
    int at = 0;
    int next = skipped(subject, at);
    while (next > at) {
      at = next;
      next = skipped(subject, at);
    }
    return Ascii.singleSpaced(Ascii.trim(subject.from(at)));
  }

  /** Where the subject goes on after one more tag, or {@code at} when none is left. */
  private static int skipped(Bytes subject, int at) {
    if (at >= subject.length()) {
      return at;
    }
    return switch (subject.at(at)) {
      case ' ', '\t', ':' -> at + 1;
      case 'r', 'R' -> isRe(subject, at) ? at + 3 : at;
      case '[' -> Math.max(at, subject.indexOf(']', at) + 1);
      default -> at;
    };
  }

  private static boolean isRe(Bytes subject, int at) {
    return at + 3 < subject.length()
        && (subject.at(at + 1) == 'e' || subject.at(at + 1) == 'E')
        && subject.at(at + 2) == ':';
  }
}
