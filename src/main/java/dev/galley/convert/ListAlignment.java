package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which node of a list is which of another one: first those that are the same and stand in one
 * order, the rare ones first; then, between them, those that are alike.
 *
 * <p>The work is bounded: long stretches without a rare node are compared piece by piece.
 */
final class ListAlignment {

  /** Pairs looked at in one stretch. */
  private static final int MOST_PAIRS = 40_000;

  private static final int MOST_ROUNDS = 8;

  private final List<? extends CNode> before;
  private final List<? extends CNode> after;
  private final ShapeNumbers shapes;
  private final Likeness likeness;
  private final List<Pair> pairs = new ArrayList<>();

  /** Two places: the node before at i is the node after at j. */
  record Pair(int i, int j) {}

  private record Stretch(int from, int to, int otherFrom, int otherTo, int round) {}

  private ListAlignment(
      List<? extends CNode> before,
      List<? extends CNode> after,
      ShapeNumbers shapes,
      Likeness likeness) {
    this.before = before;
    this.after = after;
    this.shapes = shapes;
    this.likeness = likeness;
  }

  /** The pairs, in the order of both lists. */
  static List<Pair> of(
      List<? extends CNode> before,
      List<? extends CNode> after,
      ShapeNumbers shapes,
      Likeness likeness) {
    ListAlignment alignment = new ListAlignment(before, after, shapes, likeness);
    alignment.run();
    return alignment.pairs;
  }

  private void run() {
    List<Stretch> open = new ArrayList<>();
    open.add(new Stretch(0, before.size(), 0, after.size(), 0));
    while (!open.isEmpty()) {
      Stretch stretch = trimmed(open.remove(open.size() - 1));
      if (stretch.from == stretch.to || stretch.otherFrom == stretch.otherTo) {
        continue;
      }
      List<Pair> anchors = stretch.round < MOST_ROUNDS ? anchors(stretch) : List.of();
      if (anchors.isEmpty()) {
        piecewise(stretch);
        continue;
      }
      int from = stretch.from;
      int otherFrom = stretch.otherFrom;
      for (Pair anchor : anchors) {
        pairs.add(anchor);
        open.add(new Stretch(from, anchor.i, otherFrom, anchor.j, stretch.round + 1));
        from = anchor.i + 1;
        otherFrom = anchor.j + 1;
      }
      open.add(new Stretch(from, stretch.to, otherFrom, stretch.otherTo, stretch.round + 1));
    }
    pairs.sort(Comparator.comparingInt(Pair::i));
  }

  private boolean same(int i, int j) {
    return shapes.same(before.get(i), after.get(j));
  }

  private Stretch trimmed(Stretch stretch) {
    int from = stretch.from;
    int otherFrom = stretch.otherFrom;
    int to = stretch.to;
    int otherTo = stretch.otherTo;
    while (from < to && otherFrom < otherTo && same(from, otherFrom)) {
      pairs.add(new Pair(from++, otherFrom++));
    }
    while (from < to && otherFrom < otherTo && same(to - 1, otherTo - 1)) {
      pairs.add(new Pair(--to, --otherTo));
    }
    return new Stretch(from, to, otherFrom, otherTo, stretch.round);
  }

  /** What stands once on each side, as much of it as has one order (patience). */
  private List<Pair> anchors(Stretch stretch) {
    Map<Integer, int[]> seen = new HashMap<>();
    for (int i = stretch.from; i < stretch.to; i++) {
      int[] counts = seen.computeIfAbsent(shapes.of(before.get(i)), key -> new int[4]);
      counts[0]++;
      counts[1] = i;
    }
    for (int j = stretch.otherFrom; j < stretch.otherTo; j++) {
      int[] counts = seen.computeIfAbsent(shapes.of(after.get(j)), key -> new int[4]);
      counts[2]++;
      counts[3] = j;
    }
    List<Pair> candidates = new ArrayList<>();
    for (int i = stretch.from; i < stretch.to; i++) {
      int[] counts = seen.getOrDefault(shapes.of(before.get(i)), new int[4]);
      if (counts[0] == 1 && counts[2] == 1) {
        candidates.add(new Pair(i, counts[3]));
      }
    }
    return ascending(candidates);
  }

  /** A longest row of pairs that ascends on both sides. */
  private static List<Pair> ascending(List<Pair> candidates) {
    int[] previous = new int[candidates.size()];
    List<Integer> tops = new ArrayList<>();
    for (int k = 0; k < candidates.size(); k++) {
      int low = 0;
      int high = tops.size();
      while (low < high) {
        int middle = (low + high) / 2;
        if (candidates.get(tops.get(middle)).j < candidates.get(k).j) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[k] = low == 0 ? -1 : tops.get(low - 1);
      if (low == tops.size()) {
        tops.add(k);
      } else {
        tops.set(low, k);
      }
    }
    List<Pair> row = new ArrayList<>();
    for (int k = tops.isEmpty() ? -1 : tops.get(tops.size() - 1); k >= 0; k = previous[k]) {
      row.add(candidates.get(k));
    }
    Collections.reverse(row);
    return row;
  }

  private void piecewise(Stretch stretch) {
    int length = stretch.to - stretch.from;
    int otherLength = stretch.otherTo - stretch.otherFrom;
    int pieces = 1;
    while ((length / pieces + 1L) * (otherLength / pieces + 1L) > MOST_PAIRS) {
      pieces++;
    }
    for (int piece = 0; piece < pieces; piece++) {
      best(
          new Stretch(
              stretch.from + (int) ((long) length * piece / pieces),
              stretch.from + (int) ((long) length * (piece + 1) / pieces),
              stretch.otherFrom + (int) ((long) otherLength * piece / pieces),
              stretch.otherFrom + (int) ((long) otherLength * (piece + 1) / pieces),
              stretch.round));
    }
  }

  /** The pairing in one order that has most in common; what is the same counts by its size. */
  private void best(Stretch stretch) {
    int rows = stretch.to - stretch.from;
    int columns = stretch.otherTo - stretch.otherFrom;
    double[][] sum = new double[rows + 1][columns + 1];
    double[][] worth = new double[rows][columns];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        worth[i][j] = worth(before.get(stretch.from + i), after.get(stretch.otherFrom + j));
        double both = worth[i][j] > 0 ? worth[i][j] + sum[i + 1][j + 1] : 0;
        sum[i][j] = Math.max(both, Math.max(sum[i + 1][j], sum[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (worth[i][j] > 0 && sum[i][j] == worth[i][j] + sum[i + 1][j + 1]) {
        pairs.add(new Pair(stretch.from + i++, stretch.otherFrom + j++));
      } else if (sum[i][j] == sum[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private double worth(CNode one, CNode other) {
    double weight = Math.min(Math.max(shapes.size(one), shapes.size(other)), 30);
    return shapes.same(one, other) ? 2 * weight : likeness.asChanged(one, other) * weight;
  }
}
