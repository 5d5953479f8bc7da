package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/** Octets compared as git's own C library of characters compares them, free of any locale. */
final class Ascii {

  private Ascii() {}

  /** git's isspace: space, tab, line feed, carriage return. No vertical tab, no form feed. */
  static boolean isSpace(int octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  /** The end of [from, to) without the white space there. */
  static int trimmedEnd(Bytes octets, int from, int to) {
    int end = to;
    while (end > from && isSpace(octets.at(end - 1))) {
      end--;
    }
    return end;
  }

  /** Without the white space at both ends. */
  static Bytes trim(Bytes octets) {
    int end = trimmedEnd(octets, 0, octets.length());
    int start = 0;
    while (start < end && isSpace(octets.at(start))) {
      start++;
    }
    return octets.slice(start, end);
  }

  /** Every run of white space made one space: git's cleanup_space. */
  static Bytes singleSpaced(Bytes octets) {
    Octets out = new Octets(octets.length() + 1);
    for (int i = 0; i < octets.length(); i++) {
      if (!isSpace(octets.at(i))) {
        out.add(octets.at(i));
      } else if (i == 0 || !isSpace(octets.at(i - 1))) {
        out.add(' ');
      }
    }
    return out.take();
  }

  /** Up to the first NUL: what C sees of a string. */
  static Bytes beforeNul(Bytes octets) {
    int nul = octets.indexOf(0, 0);
    return nul < 0 ? octets : octets.slice(0, nul);
  }

  /** Whether an ASCII text stands at an offset, letters compared without case. */
  static boolean startsWithIgnoringCase(Bytes octets, int from, String ascii) {
    if (from < 0 || ascii.length() > octets.length() - from) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (lower(octets.at(from + i)) != lower(ascii.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first place of an ASCII text, letters compared without case, or -1. */
  static int indexOfIgnoringCase(Bytes octets, String ascii) {
    for (int i = 0; i <= octets.length() - ascii.length(); i++) {
      if (startsWithIgnoringCase(octets, i, ascii)) {
        return i;
      }
    }
    return -1;
  }

  /** Where the prefix stands at the start of a line as C sees it, and white space after it. */
  static boolean isWordAtStart(Bytes line, String word) {
    return line.length() > word.length()
        && line.startsWith(word)
        && isSpace(line.at(word.length()));
  }

  private static int lower(int octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + 32 : octet;
  }
}
