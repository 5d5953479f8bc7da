package dev.galley.patch.internal;

import dev.galley.text.Bytes;

/**
 * What GNU diff, CVS, Subversion, Mercurial and quilt write above the two names of a plain diff.
 */
final class Prelude {

  private static final int MOST_LINES = 8;

  private static final String[] STARTS = {
    "Index: ", "=====", "diff -", "diff ", "RCS file: ", "retrieving revision ",
  };

  private Prelude() {}

  static boolean starts(Bytes bytes, int line) {
    for (String start : STARTS) {
      if (bytes.startsWith(start, line)) {
        return true;
      }
    }
    return false;
  }

  /** Where the names of the plain diff begin that the lines from here lead to; else the line. */
  static int end(Bytes bytes, int line) {
    int at = line;
    for (int i = 0; i < MOST_LINES && at < bytes.length() && starts(bytes, at); i++) {
      if (bytes.startsWith("diff --git ", at)) {
        return line;
      }
      at = bytes.nextLine(at);
    }
    return at < bytes.length() && LineSource.isPlainHeader(bytes, at, bytes.nextLine(at))
        ? at
        : line;
  }

  static boolean isIndex(Bytes bytes, int from, int to) {
    for (int at = from; at < to; at = bytes.nextLine(at)) {
      if (bytes.startsWith("Index: ", at)) {
        return true;
      }
    }
    return false;
  }
}
