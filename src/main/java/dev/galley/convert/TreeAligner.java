package dev.galley.convert;

import dev.galley.convert.Alignment.Difference;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays the trees of the two sides of a change over each other and tells the smallest parts that
 * differ.
 *
 * <p>White space, comments, redundant parentheses and braces around one statement make no
 * difference. Statements are paired first where they are the same, then where they are alike; a
 * statement that stands elsewhere, or inside a new {@code if}, is moved and neither removed nor
 * added. Time grows with the nodes, long stretches of changed statements are compared piece by
 * piece; nothing recurses.
 */
final class TreeAligner {

  /** From this share of common statements on, a list is what stands inside a new statement. */
  private static final double WRAPPED = 0.6;

  private final CodeChange change;
  private final ShapeNumbers shapes = new ShapeNumbers();
  private final Likeness likeness = new Likeness(shapes);
  private final List<Difference> differences = new ArrayList<>();
  private final List<Runnable> open = new ArrayList<>();
  private final NodePairs pairs = new NodePairs(this);

  private TreeAligner(CodeChange change) {
    this.change = change;
  }

  /** What differs in a change; a side that is not there differs as a whole. */
  static Alignment align(CodeChange change) {
    TreeAligner aligner = new TreeAligner(change);
    List<CNode> before = aligner.roots(change.before());
    List<CNode> after = aligner.roots(change.after());
    Level roots = new Level(before, after, Optional.empty(), false);
    aligner.step(() -> aligner.lists(before, after, roots));
    aligner.run();
    Moves moves = new Moves(aligner.shapes, aligner.likeness, change);
    Moves.Result left = moves.tell(aligner.differences);
    aligner.differences.clear();
    for (Moves.Changed moved : left.changed()) {
      aligner.step(() -> aligner.pairs.pair(moved.before(), moved.after(), roots));
    }
    aligner.run();
    List<Difference> all = new ArrayList<>(left.differences());
    all.addAll(aligner.differences);
    return new Alignment(all, left.moves(), aligner.shapes);
  }

  private List<CNode> roots(Optional<CodeSide> side) {
    if (side.isEmpty()) {
      return List.of();
    }
    shapes.add(side.get().roots(), side.get()::text);
    return side.get().roots();
  }

  /** Runs all that was planned, in the order of the sides. */
  private void run() {
    while (!open.isEmpty()) {
      Runnable next = open.remove(open.size() - 1);
      int mark = open.size();
      next.run();
      java.util.Collections.reverse(open.subList(mark, open.size()));
    }
  }

  /** Plans work; what one piece of work plans is done in the order in which it was planned. */
  void step(Runnable work) {
    open.add(work);
  }

  ShapeNumbers shapes() {
    return shapes;
  }

  Likeness likeness() {
    return likeness;
  }

  /** Parts that differ as they are. */
  void differ(List<? extends CNode> before, List<? extends CNode> after, Level outer) {
    if (before.isEmpty() && after.isEmpty()) {
      return;
    }
    step(() -> differences.add(difference(before, after, outer)));
  }

  private Difference difference(
      List<? extends CNode> before, List<? extends CNode> after, Level outer) {
    return difference(change, before, after, outer);
  }

  static Difference difference(
      CodeChange change, List<? extends CNode> before, List<? extends CNode> after, Level outer) {
    Edit edit =
        new Edit(change, List.copyOf(before), List.copyOf(after), outer.before(), outer.after());
    return new Difference(edit, new Level(before, after, Optional.of(outer), false));
  }

  /** Statements, declarations or items of two lists that stand for each other. */
  void lists(List<? extends CNode> before, List<? extends CNode> after, Level outer) {
    List<ListAlignment.Pair> known = ListAlignment.of(before, after, shapes, likeness);
    Gap gap = new Gap(before, after, outer);
    for (ListAlignment.Pair pair : known) {
      if (shapes.same(before.get(pair.i()), after.get(pair.j()))) {
        gap.close(pair.i(), pair.j());
        gap = new Gap(before, after, outer);
        gap.open(pair.i() + 1, pair.j() + 1);
      } else {
        gap.pairs.add(pair);
      }
    }
    gap.close(before.size(), after.size());
  }

  /** Operands of two chains of one operator. */
  void chains(Expr.Binary before, Expr.Binary after, Level outer) {
    List<Chains.Row> rows =
        Chains.rows(Nodes.operands(before), Nodes.operands(after), shapes, likeness);
    boolean removes = rows.stream().anyMatch(row -> row.after().isEmpty());
    boolean adds = rows.stream().anyMatch(row -> row.before().isEmpty());
    if (removes && adds && outer.outer().isPresent()) {
      differ(List.of(before), List.of(after), outer.outer().get());
      return;
    }
    rows.forEach(row -> operands(before.op(), row.before(), row.after(), outer));
  }

  /** Operands in a row that have nothing in common: one by one, or the row as one expression. */
  private void operands(String op, List<Expr> before, List<Expr> after, Level outer) {
    if (before.isEmpty() || after.isEmpty()) {
      differ(before, after, outer);
      return;
    }
    if (before.size() != after.size()) {
      Expr left = Nodes.chain(op, before);
      Expr right = Nodes.chain(op, after);
      differ(List.of(left), List.of(right), outer);
      return;
    }
    Level row =
        before.size() == 1
            ? outer
            : new Level(
                List.of(Nodes.chain(op, before)),
                List.of(Nodes.chain(op, after)),
                Optional.of(outer),
                false);
    for (int k = 0; k < before.size(); k++) {
      int at = k;
      step(() -> pairs.pair(before.get(at), after.get(at), row));
    }
  }

  void pair(CNode before, CNode after, Level outer) {
    step(() -> pairs.pair(before, after, outer));
  }

  /** A stretch of two lists between nodes that are the same. */
  private final class Gap {
    private final List<? extends CNode> before;
    private final List<? extends CNode> after;
    private final Level outer;
    private final List<ListAlignment.Pair> pairs = new ArrayList<>();
    private int from;
    private int otherFrom;

    Gap(List<? extends CNode> before, List<? extends CNode> after, Level outer) {
      this.before = before;
      this.after = after;
      this.outer = outer;
    }

    void open(int i, int j) {
      from = i;
      otherFrom = j;
    }

    void close(int to, int otherTo) {
      if (from == to && otherFrom == otherTo) {
        return;
      }
      Level level =
          new Level(
              before.subList(from, to),
              after.subList(otherFrom, otherTo),
              Optional.of(outer),
              false);
      for (ListAlignment.Pair pair : pairs) {
        run(before.subList(from, pair.i()), after.subList(otherFrom, pair.j()), level);
        pair(before.get(pair.i()), after.get(pair.j()), level);
        from = pair.i() + 1;
        otherFrom = pair.j() + 1;
      }
      run(before.subList(from, to), after.subList(otherFrom, otherTo), level);
    }

    private void run(List<? extends CNode> some, List<? extends CNode> others, Level level) {
      if (some.size() == 1
          && others.size() == 1
          && Likeness.mayBecome(Nodes.plain(some.get(0)), Nodes.plain(others.get(0)))) {
        pair(some.get(0), others.get(0), level);
      } else if (!wrapped(some, others, level)) {
        differ(some, others, level);
      }
    }

    /** Statements that stand inside a new statement now, or did inside one that is gone. */
    private boolean wrapped(List<? extends CNode> some, List<? extends CNode> others, Level level) {
      int inAfter = some.isEmpty() ? -1 : wrapper(others, some);
      if (inAfter >= 0) {
        differ(List.of(), others, level);
        step(() -> lists(some, Inside.of(others.get(inAfter)), level));
        return true;
      }
      int inBefore = others.isEmpty() ? -1 : wrapper(some, others);
      if (inBefore >= 0) {
        differ(some, List.of(), level);
        step(() -> lists(Inside.of(some.get(inBefore)), others, level));
        return true;
      }
      return false;
    }

    private int wrapper(List<? extends CNode> candidates, List<? extends CNode> inner) {
      for (int k = 0; k < candidates.size(); k++) {
        List<? extends CNode> inside = Inside.of(candidates.get(k));
        if (!inside.isEmpty() && likeness.ofLists(inside, inner) >= WRAPPED) {
          return k;
        }
      }
      return -1;
    }
  }

  /** What stands inside a statement. */
  static final class Inside {
    private Inside() {}

    static List<? extends CNode> of(CNode node) {
      if (node instanceof Stmt.If branch) {
        return items(branch.then());
      } else if (node instanceof Stmt.Compound compound) {
        return compound.items();
      } else if (node instanceof Stmt.MacroBlock block) {
        return items(block.body());
      } else if (node instanceof Stmt.For loop) {
        return items(loop.body());
      } else if (node instanceof Stmt.While loop) {
        return items(loop.body());
      } else if (node instanceof Stmt.Alternatives alternatives
          && !alternatives.branches().isEmpty()) {
        return alternatives.branches().get(0).items();
      }
      return List.of();
    }

    static List<Stmt> items(Stmt body) {
      return body instanceof Stmt.Compound compound ? compound.items() : List.of(body);
    }
  }
}
