package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A side of a rule laid over a part of the program.
 *
 * @param rule the rule
 * @param nodes what it fits
 * @param bound what each metavariable stands for; those of the other side alone are not in it
 * @param evidence why the types are what they are, one line per typed variable
 * @param doubts why it may be no match: types not known; empty where it is certain
 */
public record Match(
    Rule rule,
    List<CNode> nodes,
    Map<String, Expr> bound,
    List<String> evidence,
    List<String> doubts) {
  public Match {
    Objects.requireNonNull(rule);
    nodes = List.copyOf(nodes);
    bound = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bound));
    evidence = List.copyOf(evidence);
    doubts = List.copyOf(doubts);
  }
}
