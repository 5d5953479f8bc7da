package dev.galley.convert;

import dev.galley.convert.Alignment.Difference;
import dev.galley.convert.Alignment.Move;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds statements that were removed in one place and added in another. */
final class Moves {

  /** Smaller statements ({@code return 0;}, {@code i++;}) stand in many places by chance. */
  private static final int SMALLEST = 5;

  private static final double LIKE = 0.75;
  private static final int SMALLEST_CHANGED = 8;
  private static final int MOST_PAIRS = 10_000;

  private final ShapeNumbers shapes;
  private final Likeness likeness;
  private final CodeChange change;
  private final List<Move> moves = new ArrayList<>();
  private final List<Changed> changed = new ArrayList<>();
  private final Set<CNode> moved = Collections.newSetFromMap(new IdentityHashMap<>());

  Moves(ShapeNumbers shapes, Likeness likeness, CodeChange change) {
    this.shapes = shapes;
    this.likeness = likeness;
    this.change = change;
  }

  /** A statement that stands elsewhere and is not quite the same. */
  record Changed(CNode before, CNode after) {}

  /** What is left when the moves are told. */
  record Result(List<Difference> differences, List<Move> moves, List<Changed> changed) {}

  Result tell(List<Difference> differences) {
    List<CNode> gone = new ArrayList<>();
    List<CNode> come = new ArrayList<>();
    for (Difference difference : differences) {
      gone.addAll(NodePairs.statementsIn(difference.edit().before()));
      come.addAll(NodePairs.statementsIn(difference.edit().after()));
    }
    same(gone, come);
    alike(tops(differences, true), tops(differences, false));
    List<Difference> left = new ArrayList<>();
    for (Difference difference : differences) {
      Edit edit = difference.edit();
      List<CNode> before = edit.before().stream().filter(node -> !isMoved(node)).toList();
      List<CNode> after = edit.after().stream().filter(node -> !isMoved(node)).toList();
      if (before.size() == edit.before().size() && after.size() == edit.after().size()) {
        left.add(difference);
      } else if (!before.isEmpty() || !after.isEmpty()) {
        left.add(
            TreeAligner.difference(
                change, before, after, difference.level().outer().orElse(difference.level())));
      }
    }
    return new Result(left, moves, changed);
  }

  private boolean isMoved(CNode node) {
    return moved.contains(Nodes.plain(node));
  }

  private void same(List<CNode> gone, List<CNode> come) {
    Map<Integer, List<CNode>> there = new HashMap<>();
    Map<Integer, Integer> times = new HashMap<>();
    come.forEach(
        node -> there.computeIfAbsent(shapes.of(node), key -> new ArrayList<>()).add(node));
    gone.forEach(node -> times.merge(shapes.of(node), 1, Integer::sum));
    Set<CNode> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    for (CNode node : gone) {
      List<CNode> places = there.getOrDefault(shapes.of(node), List.of());
      if (shapes.size(node) >= SMALLEST
          && times.getOrDefault(shapes.of(node), 0) == 1
          && places.size() == 1
          && !inside.contains(node)) {
        moves.add(new Move(node, places.get(0)));
        moved.add(node);
        moved.add(places.get(0));
        node.walk(inside::add);
      }
    }
  }

  private List<CNode> tops(List<Difference> differences, boolean before) {
    List<CNode> tops = new ArrayList<>();
    for (Difference difference : differences) {
      Edit edit = difference.edit();
      List<CNode> nodes = before ? edit.before() : edit.after();
      List<CNode> others = before ? edit.after() : edit.before();
      for (CNode node : nodes) {
        boolean alone = others.stream().noneMatch(other -> Likeness.mayBecome(node, other));
        if (node instanceof Stmt
            && alone
            && !isMoved(node)
            && shapes.size(node) >= SMALLEST_CHANGED) {
          tops.add(node);
        }
      }
    }
    return tops;
  }

  private void alike(List<CNode> gone, List<CNode> come) {
    if ((long) gone.size() * come.size() > MOST_PAIRS) {
      return;
    }
    for (CNode node : gone) {
      double best = LIKE;
      List<CNode> at = new ArrayList<>();
      for (CNode candidate : come) {
        double like =
            isMoved(candidate) || node.getClass() != candidate.getClass()
                ? 0
                : likeness.of(node, candidate);
        if (like > best) {
          best = like;
          at.clear();
          at.add(candidate);
        }
      }
      if (!at.isEmpty()) {
        changed.add(new Changed(node, at.get(0)));
        moved.add(Nodes.plain(node));
        moved.add(Nodes.plain(at.get(0)));
      }
    }
  }
}
