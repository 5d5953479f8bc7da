package dev.galley.patch.internal;

import dev.galley.text.Bytes;

/** Reading octets the way git's C does: its idea of space, of numbers and of lines. */
final class Scan {

  private Scan() {}

  /** The octet at an offset, 0..255; a line feed past the end, so that every line ends. */
  static int at(Bytes bytes, int offset) {
    return offset < bytes.length() ? bytes.at(offset) & 0xff : '\n';
  }

  /** git's isspace: space, tab, line feed, carriage return; nothing else. */
  static boolean isSpace(int octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  static boolean isDigit(int octet) {
    return octet >= '0' && octet <= '9';
  }

  /** The line feed at or after an offset, or the length. */
  static int lineFeed(Bytes bytes, int from) {
    int found = bytes.indexOf('\n', from);
    return found < 0 ? bytes.length() : found;
  }

  /**
   * C's strtoul, bounded: white space, a sign, digits.
   *
   * @return the value, held below 2^58, and where reading stopped; {@code from} itself when there
   *     is no number
   */
  static Value number(Bytes bytes, int from, int radix) {
    int at = from;
    while (at < bytes.length() && isNumberSpace(bytes.at(at))) {
      at++;
    }
    boolean negative = at(bytes, at) == '-';
    if (negative || at(bytes, at) == '+') {
      at++;
    }
    int digits = at;
    long value = 0;
    while (Character.digit(at(bytes, at), radix) >= 0 && at < bytes.length()) {
      value = Math.min(value * radix + Character.digit(at(bytes, at), radix), Long.MAX_VALUE / 32);
      at++;
    }
    return at == digits ? new Value(0, from) : new Value(negative ? -value : value, at);
  }

  /** C's isspace, which git's strtoul skips by. */
  private static boolean isNumberSpace(int octet) {
    return octet == ' ' || (octet >= '\t' && octet <= '\r');
  }

  /** A number and where it ended. */
  record Value(long value, int end) {}
}
