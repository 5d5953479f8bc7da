package dev.galley.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Explains the edits of a change by rules: a conversion, a conversion gone wrong, or something
 * else.
 *
 * <p>A conversion is a left side before and the right side of the same rule after under one
 * substitution, in one expression as often as it occurs, or an expression that provably means the
 * same. A mistake is only told with evidence: a left side of another rule, another operand, a
 * write, another struct, or values for which both sides differ. What has nothing to do with any
 * rule, or cannot be decided, is left over.
 */
public final class Explainer {

  private final RuleMatcher matcher;

  public Explainer(RuleMatcher matcher) {
    this.matcher = Objects.requireNonNull(matcher);
  }

  /** The edits of all changes of one patch, in their order. */
  public List<Explanation> explain(List<CodeChange> changes, List<Rule> rules) {
    List<Explanation> all = new ArrayList<>();
    for (CodeChange change : changes) {
      all.addAll(explain(change, rules));
    }
    return all;
  }

  /**
   * The edits of one change.
   *
   * @param rules those that hold after its patch
   */
  public List<Explanation> explain(CodeChange change, List<Rule> rules) {
    Alignment alignment = TreeAligner.align(change);
    if (change.before().isEmpty() || change.after().isEmpty()) {
      return leftover(alignment, "");
    }
    if (rules.stream().anyMatch(rule -> rule.name().equals(change.name()))) {
      return leftover(alignment, OWN_BODY);
    }
    return new ChangeExplainer(
            change.before().get(), change.after().get(), alignment, rules, matcher)
        .explain();
  }

  /** The note of edits inside the definition of a helper: no rule rewrites it. */
  static final String OWN_BODY = "the helper's own body";

  private static List<Explanation> leftover(Alignment alignment, String note) {
    return alignment.edits().stream()
        .<Explanation>map(
            edit ->
                new Explanation.Leftover(
                    edit,
                    note.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(note)))
        .toList();
  }
}
