package dev.galley.tree;

import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a hunk's pre-image.
 *
 * @param hunkLine its index in the hunk's lines
 * @param content the line with its line feed
 * @param key what is left without white space, hashed
 * @param telling whether it has enough letters to be recognised by
 */
record OldLine(int hunkLine, Bytes content, long key, boolean telling) {

  static final long BLANK = 0;

  private static final int MIN_LETTERS = 3;

  static List<OldLine> of(Hunk hunk) {
    List<OldLine> old = new ArrayList<>();
    List<HunkLine> lines = hunk.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind().isInOld()) {
        Bytes content = lines.get(i).content();
        old.add(new OldLine(i, content, key(content), isTelling(content)));
      }
    }
    return old;
  }

  /** A hash of the octets that are no white space; {@link #BLANK} if there are none. */
  static long key(Bytes line) {
    long hash = BLANK;
    for (int i = 0; i < line.length(); i++) {
      if (!Image.isSpace(line.at(i))) {
        hash = (hash + (line.at(i) & 0xff) + 1) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
      }
    }
    return hash;
  }

  static boolean isTelling(Bytes line) {
    int letters = 0;
    for (int i = 0; i < line.length() && letters < MIN_LETTERS; i++) {
      int octet = line.at(i);
      if (octet < 0 || Character.isLetterOrDigit(octet)) {
        letters++;
      }
    }
    return letters >= MIN_LETTERS;
  }

  static Bytes withoutEnd(Bytes line) {
    return line.endsWith("\n") ? line.slice(0, line.length() - 1) : line;
  }
}
