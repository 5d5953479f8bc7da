package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Operators with two operands, and rows of one operator, whose order may not matter. */
final class Chains {

  private static final int MOST_IN_ANY_ORDER = 8;
  private static final Set<String> FREE = Set.of("==", "!=", "|", "&", "^", "+", "*");
  private static final Set<String> ROWS = Set.of("&&", "||", "|", "&", "^", "+", "*");

  private final Unifier unifier;

  Chains(Unifier unifier) {
    this.unifier = unifier;
  }

  /** Whether both are the same but for the order of operands where that has no meaning. */
  boolean fits(Expr.Binary wanted, Expr.Binary expr, Fit fit, int depth) {
    if (!wanted.op().equals(expr.op())) {
      return false;
    }
    Sense at = isCondition(wanted) ? Sense.TRUTH : Sense.VALUE;
    Fit.Mark mark = fit.mark();
    if (both(wanted.left(), expr.left(), wanted.right(), expr.right(), at, fit, depth)) {
      return true;
    }
    fit.back(mark);
    if (mayTurn(expr)
        && both(wanted.left(), expr.right(), wanted.right(), expr.left(), at, fit, depth)) {
      return true;
    }
    fit.back(mark);
    if (!ROWS.contains(wanted.op())) {
      return false;
    }
    List<Expr> shapes = row(wanted, at);
    List<Expr> parts = row(expr, at);
    return shapes.size() == parts.size()
        && shapes.size() > 2
        && inAnyOrder(shapes, parts, mayTurn(expr), at, fit, depth);
  }

  private boolean both(
      Expr left, Expr leftPart, Expr right, Expr rightPart, Sense at, Fit fit, int depth) {
    return unifier.fits(left, leftPart, at, fit, depth + 1)
        && unifier.fits(right, rightPart, at, fit, depth + 1);
  }

  private static boolean isCondition(Expr.Binary binary) {
    return binary.op().equals("&&") || binary.op().equals("||");
  }

  /** The operands of a row of one operator, in order. */
  static List<Expr> row(Expr.Binary top, Sense at) {
    List<Expr> row = new ArrayList<>();
    List<Expr> open = new ArrayList<>();
    open.add(top);
    while (!open.isEmpty()) {
      Expr next = open.remove(open.size() - 1);
      if (at.of(next) instanceof Expr.Binary binary && binary.op().equals(top.op())) {
        open.add(binary.right());
        open.add(binary.left());
      } else {
        row.add(next);
      }
    }
    return row;
  }

  boolean inAnyOrder(
      List<Expr> shapes, List<Expr> parts, boolean mayTurn, Sense at, Fit fit, int depth) {
    if (shapes.isEmpty()) {
      return parts.isEmpty();
    }
    Expr first = shapes.get(0);
    List<Expr> others = shapes.subList(1, shapes.size());
    int most = mayTurn && parts.size() <= MOST_IN_ANY_ORDER ? parts.size() : 1;
    Fit.Mark mark = fit.mark();
    for (int i = 0; i < most; i++) {
      List<Expr> left = new ArrayList<>(parts);
      Expr part = left.remove(i);
      if (unifier.fits(first, part, at, fit, depth + 1)
          && inAnyOrder(others, left, mayTurn, at, fit, depth + 1)) {
        return true;
      }
      fit.back(mark);
    }
    return false;
  }

  /**
   * Whether the operands may be evaluated in another order: of conditions only where none calls or
   * writes, and none is looked into by another ({@code p && p->x}).
   */
  static boolean mayTurn(Expr.Binary expr) {
    if (FREE.contains(expr.op())) {
      return true;
    }
    if (!isCondition(expr)) {
      return false;
    }
    List<Expr> row = row(expr, Sense.TRUTH);
    for (Expr one : row) {
      if (!isPure(one)) {
        return false;
      }
      Expr asked = asked(one);
      for (Expr other : row) {
        if (other != one && contains(other, asked)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Expr asked(Expr condition) {
    Expr plain = Sense.TRUTH.of(condition);
    return plain instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT
        ? Sense.TRUTH.of(not.operand())
        : plain;
  }

  private static boolean contains(Expr around, Expr wanted) {
    boolean[] found = {false};
    around.walk(
        node ->
            found[0] |=
                node instanceof Expr expr
                    && expr.getClass() == wanted.getClass()
                    && Structure.equal(expr, wanted));
    return found[0];
  }

  private static boolean isPure(Expr expr) {
    boolean[] pure = {true};
    expr.walk(
        node ->
            pure[0] &=
                !(node instanceof Expr.Call
                    || node instanceof Expr.Assign
                    || node instanceof Expr.StatementExpr
                    || (node instanceof Expr.Unary unary && unary.op().writes())));
    return pure[0];
  }
}
