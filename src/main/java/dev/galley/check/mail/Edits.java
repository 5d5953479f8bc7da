package dev.galley.check.mail;

/** How many letters two words differ in. */
final class Edits {

  private Edits() {}

  /**
   * Whether one word becomes the other by at most {@code limit} insertions, deletions, exchanges of
   * a letter or swaps of two neighbours (optimal string alignment distance).
   */
  static boolean within(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit || a.length() > 60 || b.length() > 60) {
      return false;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()] <= limit;
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int exchanged = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(exchanged, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
