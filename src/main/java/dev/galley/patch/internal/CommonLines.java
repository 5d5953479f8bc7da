package dev.galley.patch.internal;

import dev.galley.text.Bytes;
import java.util.List;

/** How many lines two lists have in common, in order. */
final class CommonLines {

  /** Above this many comparisons only common beginnings and ends are counted. */
  private static final long MOST_CELLS = 4_000_000;

  private CommonLines() {}

  /** The length of the longest common subsequence. */
  static int count(List<Bytes> left, List<Bytes> right) {
    int start = 0;
    int leftEnd = left.size();
    int rightEnd = right.size();
    while (start < leftEnd && start < rightEnd && left.get(start).equals(right.get(start))) {
      start++;
    }
    int common = start;
    while (leftEnd > start
        && rightEnd > start
        && left.get(leftEnd - 1).equals(right.get(rightEnd - 1))) {
      leftEnd--;
      rightEnd--;
      common++;
    }
    if ((long) (leftEnd - start) * (rightEnd - start) > MOST_CELLS) {
      return common;
    }
    return common + longest(left.subList(start, leftEnd), right.subList(start, rightEnd));
  }

  private static int longest(List<Bytes> left, List<Bytes> right) {
    int[] row = new int[right.size() + 1];
    for (Bytes line : left) {
      int diagonal = 0;
      for (int i = 1; i <= right.size(); i++) {
        int above = row[i];
        row[i] = line.equals(right.get(i - 1)) ? diagonal + 1 : Math.max(above, row[i - 1]);
        diagonal = above;
      }
    }
    return row[right.size()];
  }
}
