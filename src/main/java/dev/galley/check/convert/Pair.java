package dev.galley.check.convert;

import dev.galley.kernelc.syntax.Expr;
import java.util.List;

/**
 * A smallest part of an expression that a patch exchanges for another.
 *
 * @param before operands of one chain of {@code op}, or one expression
 * @param op {@code &&}, {@code ||}, or empty for one expression
 * @param after likewise
 * @param beforePart where {@code before} is from
 * @param afterPart where {@code after} is from
 * @param aroundBefore the whole expression that it is part of
 * @param aroundAfter the whole expression that it became part of
 * @param isTest whether {@code aroundAfter} is a condition
 * @param isSameTarget whether both go to the same variable, where they go to one
 */
record Pair(
    List<Expr> before,
    String op,
    List<Expr> after,
    Part beforePart,
    Part afterPart,
    Expr aroundBefore,
    Expr aroundAfter,
    boolean isTest,
    boolean isSameTarget) {

  Pair {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  String beforeText() {
    return String.join(" " + op + " ", before.stream().map(beforePart::text).toList());
  }

  String afterText() {
    return String.join(" " + op + " ", after.stream().map(afterPart::text).toList());
  }

  /** Whether both sides are one expression. */
  boolean isSingle() {
    return before.size() == 1 && after.size() == 1;
  }
}
