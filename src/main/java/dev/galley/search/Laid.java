package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A shape laid over a part of the program whose words are the shape's.
 *
 * @param nodes what it lies on
 * @param bound what each metavariable stands for. What is not written so in the program ({@code &s}
 *     where {@code s.x} fits {@code p->x}, the negation of an operand) is a node of its own with
 *     the span of what is written
 * @param evidence why the types are what they are, one line per typed variable
 * @param doubts why it may be no match; empty where it is certain
 * @param refusals types that are certainly others; empty for a match
 */
public record Laid(
    List<CNode> nodes,
    Map<String, Expr> bound,
    List<String> evidence,
    List<String> doubts,
    List<Refusal> refusals) {

  public Laid {
    nodes = List.copyOf(nodes);
    bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
    evidence = List.copyOf(evidence);
    doubts = List.copyOf(doubts);
    refusals = List.copyOf(refusals);
  }

  /** Whether the types fit too, as far as they are known. */
  public boolean fits() {
    return refusals.isEmpty();
  }
}
