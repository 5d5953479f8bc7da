package dev.galley.mail.source.internal;

import dev.galley.text.Bytes;

/**
 * Which lines that begin with {@code From } separate mails.
 *
 * @see <a href="https://git-scm.com/docs/git-mailsplit">git mailsplit; the rule is is_from_line()
 *     of git's builtin/mailsplit.c</a>
 */
public final class FromLine {

  private static final int SHORTEST = 20;
  private static final int WORD = 5;
  private static final int OLDEST_YEAR = 90;

  private FromLine() {}

  /** Whether the line, with its line feed if it has one, separates mails. */
  public static boolean is(Bytes line) {
    byte[] array = line.toArray();
    return is(array, 0, array.length);
  }

  /**
   * Whether {@code [start, end)} separates mails: the last colon stands between two-digit minutes
   * and seconds (or hours and minutes), and a number above 90 follows.
   */
  static boolean is(byte[] octets, int start, int end) {
    if (end - start < SHORTEST || !isWord(octets, start)) {
      return false;
    }
    int colon = end - 3;
    while (colon >= start + WORD && octets[colon] != ':') {
      colon--;
    }
    return colon >= start + WORD
        && isDigit(octets[colon - 4])
        && isDigit(octets[colon - 2])
        && isDigit(octets[colon - 1])
        && isDigit(octets[colon + 1])
        && isDigit(octets[colon + 2])
        && yearIsPlausible(octets, colon + 3, end);
  }

  static boolean isWord(byte[] octets, int at) {
    return octets[at] == 'F'
        && octets[at + 1] == 'r'
        && octets[at + 2] == 'o'
        && octets[at + 3] == 'm'
        && octets[at + 4] == ' ';
  }

  /** C's strtol, as far as the comparison with 90 needs it. */
  private static boolean yearIsPlausible(byte[] octets, int from, int end) {
    int at = from;
    while (at < end && isSpace(octets[at])) {
      at++;
    }
    if (at < end && octets[at] == '+') {
      at++;
    }
    int year = 0;
    while (at < end && isDigit(octets[at]) && year <= OLDEST_YEAR) {
      year = year * 10 + octets[at] - '0';
      at++;
    }
    return year > OLDEST_YEAR;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || (octet >= '\t' && octet <= '\r');
  }
}
