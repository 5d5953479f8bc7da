package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.search.Surroundings;
import java.util.Optional;

/** What becomes of an expression where it stands, before and after. */
final class Contexts {

  /** From this likeness on, two guarded bodies are one. */
  private static final double LIKE = 0.6;

  private final Surroundings aroundBefore;
  private final Surroundings aroundAfter;
  private final ShapeNumbers shapes;

  Contexts(CodeSide before, CodeSide after, ShapeNumbers shapes) {
    this.aroundBefore = new Surroundings(before.roots());
    this.aroundAfter = new Surroundings(after.roots());
    this.shapes = shapes;
  }

  /** A condition on both sides that an edit is in, with what it decides. */
  record Guard(Expr before, Expr after, boolean swapped, boolean sameBodies) {}

  /** The innermost condition of an {@code if} or {@code ?:} around a level. */
  Optional<Guard> guard(Level level) {
    Optional<Level> at = level.outer();
    while (at.isPresent()) {
      Level around = at.get();
      if (around.before().size() == 1 && around.after().size() == 1) {
        Optional<Guard> guard = guard(around, level);
        if (guard.isPresent() || around.before().get(0) instanceof Stmt) {
          return guard;
        }
      }
      at = around.outer();
    }
    return Optional.empty();
  }

  private Optional<Guard> guard(Level around, Level level) {
    CNode one = around.before().get(0);
    CNode other = around.after().get(0);
    if (one instanceof Stmt.If left && other instanceof Stmt.If right) {
      return guard(left.condition(), right.condition(), left.then(), right.then(), around, level);
    }
    return one instanceof Expr.Conditional left && other instanceof Expr.Conditional right
        ? guard(
            left.condition(),
            right.condition(),
            left.yes().orElse(left.no()),
            right.yes().orElse(right.no()),
            around,
            level)
        : Optional.empty();
  }

  private Optional<Guard> guard(
      Expr left, Expr right, CNode yes, CNode otherYes, Level around, Level level) {
    if (!holds(left, level.before().get(0)) || !holds(right, level.after().get(0))) {
      return Optional.empty();
    }
    boolean same = shapes.same(yes, otherYes) || new Likeness(shapes).of(yes, otherYes) >= LIKE;
    return Optional.of(new Guard(left, right, around.isSwapped(), same));
  }

  private static boolean holds(CNode outer, CNode inner) {
    return outer.span().start() <= inner.span().start() && inner.span().end() <= outer.span().end();
  }

  /** Whether only counts if the expressions of a level are zero. */
  boolean isCondition(Expr one, Expr other) {
    return isCondition(aroundBefore, one) && isCondition(aroundAfter, other);
  }

  private static boolean isCondition(Surroundings around, Expr expr) {
    Expr at = expr;
    while (around.around(at).isEmpty() && at instanceof Expr.Binary binary) {
      at = binary.left();
    }
    return around.isCondition(at)
        || (expr instanceof Expr.Binary binary
            && (binary.op().equals("&&") || binary.op().equals("||")));
  }

  /** The write or {@code &} whose target an expression is before. */
  // A tree's nodes are told apart by what they are, not by what they say.
  @SuppressWarnings("ReferenceEquality")
  Optional<CNode> write(CNode expr) {
    CNode at = expr;
    while (true) {
      Optional<CNode> around = aroundBefore.around(at);
      if (around.isEmpty()) {
        return Optional.empty();
      }
      CNode node = around.get();
      if (node instanceof Expr.Paren) {
        at = node;
      } else if (node instanceof Expr.Assign assign) {
        return assign.target() == at ? Optional.of(node) : Optional.empty();
      } else {
        return node instanceof Expr.Unary unary
                && (unary.op().writes() || unary.op() == Expr.UnaryOp.ADDRESS)
            ? Optional.of(node)
            : Optional.empty();
      }
    }
  }
}
