package dev.galley.kernelc.symbols;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds a word in octets, as a whole word: no ASCII letter, digit or underscore beside it.
 *
 * <p>Horspool's search: looks at the octet under the word's end and skips as far as that allows, so
 * that a word of nine octets costs about a seventh of a look per octet.
 */
final class WordSearch {

  private static final int OCTETS = 256;
  private static final boolean[] IN_WORD = new boolean[OCTETS];

  static {
    for (int c = 0; c < OCTETS; c++) {
      IN_WORD[c] =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
  }

  private final byte[] word;
  private final int[] skip = new int[OCTETS];

  WordSearch(String word) {
    this.word = word.getBytes(StandardCharsets.UTF_8);
    if (this.word.length == 0) {
      throw new IllegalArgumentException("an empty word is everywhere");
    }
    Arrays.fill(skip, this.word.length);
    for (int i = 0; i + 1 < this.word.length; i++) {
      skip[this.word[i] & 0xff] = this.word.length - 1 - i;
    }
  }

  /** Whether the word is among the first octets of a text. */
  boolean isIn(byte[] text, int length) {
    int last = word.length - 1;
    byte ending = word[last];
    int end = last;
    while (end < length) {
      byte octet = text[end];
      if (octet == ending && text[end - last] == word[0] && isAt(text, end - last, length)) {
        return true;
      }
      end += skip[octet & 0xff];
    }
    return false;
  }

  private boolean isAt(byte[] text, int start, int length) {
    int end = start + word.length;
    return Arrays.equals(text, start, end, word, 0, word.length)
        && (start == 0 || !IN_WORD[text[start - 1] & 0xff])
        && (end == length || !IN_WORD[text[end] & 0xff]);
  }
}
