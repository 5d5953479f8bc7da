package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/**
 * The line {@code -- >8 --} above which nothing belongs to the commit message: mailinfo.c,
 * is_scissors_line.
 */
final class Scissors {

  private Scissors() {}

  /**
   * Whether a line is a cut: a pair of scissors, at least 8 columns, more than a third of it
   * dashes, scissors and the blanks between them, and fewer than half of those blanks.
   */
  static boolean isCut(Bytes whole) {
    Bytes line = Ascii.beforeNul(whole);
    boolean scissors = false;
    boolean inPerforation = false;
    int perforation = 0;
    int gap = 0;
    int first = -1;
    int last = -1;
    for (int i = 0; i < line.length(); i++) {
      int octet = line.at(i);
      if (Ascii.isSpace(octet)) {
        if (inPerforation) {
          perforation++;
          gap++;
        }
        continue;
      }
      last = i;
      if (first < 0) {
        first = i;
      }
      if (octet == '-') {
        inPerforation = true;
        perforation++;
      } else if (isPair(line, i)) {
        inPerforation = true;
        perforation += 2;
        scissors = true;
        i++;
      } else {
        inPerforation = false;
      }
    }
    int visible = first < 0 ? 0 : last - first + 1;
    return scissors && visible >= 8 && visible < 3L * perforation && 2L * gap < perforation;
  }

  private static boolean isPair(Bytes line, int at) {
    return line.startsWith(">8", at)
        || line.startsWith("8<", at)
        || line.startsWith(">%", at)
        || line.startsWith("%<", at);
  }
}
