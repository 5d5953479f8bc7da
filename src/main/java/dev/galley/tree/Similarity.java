package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of one file is in another, as git's rename detection measures it.
 *
 * <p>Contents are cut into pieces that end after a line feed or 64 octets; what counts is the
 * octets of the pieces that both have. Source: diffcore-delta.c and {@code estimate_similarity} in
 * diffcore-rename.c.
 */
final class Similarity {

  /** Percentage from which on git calls it a rename. */
  static final int RENAME = 50;

  private static final int PIECE = 64;

  private Similarity() {}

  /** Percentage, rounded down: octets in common by octets of the larger file. */
  static int percent(Bytes before, Bytes after) {
    if (before.equals(after)) {
      return 100;
    }
    int larger = Math.max(before.length(), after.length());
    int smaller = Math.min(before.length(), after.length());
    if (smaller == 0 || (long) smaller * 100 < (long) larger * RENAME) {
      return 0;
    }
    Map<Bytes, Integer> pieces = pieces(before);
    long common = 0;
    for (Map.Entry<Bytes, Integer> piece : pieces(after).entrySet()) {
      int times = Math.min(piece.getValue(), pieces.getOrDefault(piece.getKey(), 0));
      common += (long) times * piece.getKey().length();
    }
    return (int) (common * 100 / larger);
  }

  private static Map<Bytes, Integer> pieces(Bytes content) {
    boolean text = content.slice(0, Math.min(content.length(), 8000)).indexOf('\0', 0) < 0;
    Map<Bytes, Integer> pieces = new HashMap<>();
    int start = 0;
    for (int at = 0; at < content.length(); at++) {
      if (content.at(at) == '\n' || at - start + 1 == PIECE) {
        int end = at + 1;
        boolean returns =
            text && content.at(at) == '\n' && at > start && content.at(at - 1) == '\r';
        Bytes piece =
            returns
                ? Bytes.concat(List.of(content.slice(start, at - 1), content.slice(at, end)))
                : content.slice(start, end);
        pieces.merge(piece, 1, Integer::sum);
        start = end;
      }
    }
    if (start < content.length()) {
      pieces.merge(content.from(start), 1, Integer::sum);
    }
    return pieces;
  }
}
