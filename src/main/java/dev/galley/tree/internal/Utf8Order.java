package dev.galley.tree.internal;

import java.util.Comparator;

/** The order of names by their octets as UTF-8, which is that of their code points. */
public enum Utf8Order implements Comparator<String> {
  INSTANCE;

  /** How many chars are surrogates, and how far below the last char they lie. */
  private static final int SURROGATES = 0x800;

  private static final int ABOVE = 0x2000;

  @Override
  public int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      if (left.charAt(i) != right.charAt(i)) {
        return Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Chars of two-char code points come after all others. */
  private static int rank(char c) {
    if (c < Character.MIN_SURROGATE) {
      return c;
    }
    return Character.isSurrogate(c) ? c + ABOVE : c - SURROGATES;
  }
}
