package dev.galley.check.convert;

import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression that became the call of a helper, in a form that can be laid beside others.
 *
 * @param pair where
 * @param helper the name that is called
 * @param call the call
 * @param operands what was there: the operands of {@code &&} or {@code ||}, or one; what the call
 *     gets as argument is {@code $0}, {@code $1}, …
 * @param shape the operands joined
 * @param positive the shape without regard to what is negated
 */
record Helped(
    Pair pair,
    String helper,
    Expr.Call call,
    List<String> operands,
    String shape,
    String positive) {

  Helped {
    operands = List.copyOf(operands);
  }

  static Optional<Helped> of(Pair pair) {
    if (pair.after().size() != 1) {
      return Optional.empty();
    }
    Expr after = pair.after().get(0);
    boolean negated = Trees.isNot(after);
    if (!(Trees.positive(after) instanceof Expr.Call call) || call.name().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      String key = pair.afterPart().key(Trees.bare(call.arguments().get(i)));
      names.putIfAbsent(key, "$" + i);
    }
    Canonical canonical = new Canonical(pair.beforePart(), names, true);
    List<String> operands = new ArrayList<>();
    List<String> turned = new ArrayList<>();
    boolean isChain =
        pair.before().size() == 1
            && pair.before().get(0) instanceof Expr.Binary binary
            && binary.op().equals("&&");
    List<Expr> parts = isChain ? Trees.chain(pair.before().get(0), "&&") : pair.before();
    for (Expr operand : parts) {
      operands.add(canonical.of(operand, negated));
      turned.add(canonical.of(operand, !negated));
    }
    operands.sort(String::compareTo);
    turned.sort(String::compareTo);
    String shape = String.join(isChain ? "&&" : pair.op(), operands);
    String other = String.join(isChain ? "&&" : pair.op(), turned);
    String positive = shape.compareTo(other) < 0 ? shape : other;
    return Optional.of(new Helped(pair, call.name().get(), call, operands, shape, positive));
  }

  static List<Helped> of(List<ChangedFunction> functions) {
    List<Helped> all = new ArrayList<>();
    for (ChangedFunction function : functions) {
      function.pairs().forEach(pair -> of(pair).ifPresent(all::add));
    }
    return all;
  }

  String place() {
    return pair.afterPart().path() + ":" + pair.afterPart().line(call);
  }
}
