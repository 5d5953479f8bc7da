package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.List;
import java.util.Objects;

/**
 * A place that has all words of a side of a rule, on an object of another type.
 *
 * @param rule the rule
 * @param nodes the place
 * @param variable the metavariable whose type it is not; empty for a cast
 * @param expression what stands in its place
 * @param wanted the type of the rule, as C
 * @param had the type of the expression, as C
 */
public record OtherType(
    Rule rule, List<CNode> nodes, String variable, Expr expression, String wanted, String had) {
  public OtherType {
    Objects.requireNonNull(rule);
    nodes = List.copyOf(nodes);
    Objects.requireNonNull(variable);
    Objects.requireNonNull(expression);
    Objects.requireNonNull(wanted);
    Objects.requireNonNull(had);
  }
}
