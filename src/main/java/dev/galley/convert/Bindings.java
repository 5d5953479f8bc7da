package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What variables stand for, compared. */
final class Bindings {

  private Bindings() {}

  /** A variable with two meanings. */
  record Other(String variable, Expr was, Expr now) {}

  /** Whether two matches give every variable that both have the same meaning. */
  static boolean agree(Match one, Match other) {
    return others(one, other).isEmpty();
  }

  /** The variables that stand for something else, in the order of the rule. */
  static List<Other> others(Match was, Match now) {
    List<Other> others = new ArrayList<>();
    for (Map.Entry<String, Expr> entry : was.bound().entrySet()) {
      Optional<Expr> meaning = Optional.ofNullable(now.bound().get(entry.getKey()));
      if (meaning.isPresent() && !RuleMatcher.same(entry.getValue(), meaning.get())) {
        others.add(new Other(entry.getKey(), entry.getValue(), meaning.get()));
      }
    }
    return others;
  }

  /** Whether two matches of two rules stand for the same things in the order of the variables. */
  static boolean sameThings(Match one, Match other) {
    List<Expr> left = List.copyOf(one.bound().values());
    List<Expr> right = List.copyOf(other.bound().values());
    if (left.size() != right.size() || left.isEmpty()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!RuleMatcher.same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
