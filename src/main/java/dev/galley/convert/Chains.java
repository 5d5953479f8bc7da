package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** Chains of one operator laid over each other. */
final class Chains {

  private Chains() {}

  /** Operands between those that are the same; one list may be empty, never both. */
  record Row(List<Expr> before, List<Expr> after) {}

  static List<Row> rows(
      List<Expr> before, List<Expr> after, ShapeNumbers shapes, Likeness likeness) {
    List<Row> rows = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (ListAlignment.Pair pair : ListAlignment.of(before, after, shapes, likeness)) {
      if (shapes.same(before.get(pair.i()), after.get(pair.j()))) {
        add(before.subList(i, pair.i()), after.subList(j, pair.j()), rows);
        i = pair.i() + 1;
        j = pair.j() + 1;
      }
    }
    add(before.subList(i, before.size()), after.subList(j, after.size()), rows);
    return rows;
  }

  private static void add(List<Expr> before, List<Expr> after, List<Row> sink) {
    if (!before.isEmpty() || !after.isEmpty()) {
      sink.add(new Row(before, after));
    }
  }
}
