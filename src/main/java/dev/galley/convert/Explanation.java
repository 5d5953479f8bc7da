package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.List;
import java.util.Optional;

/** What an edit is: a conversion by a rule, a conversion gone wrong, or something else. */
public sealed interface Explanation {

  /** The edit that is explained. */
  Edit edit();

  /** Rule, operand and polarity are right. */
  record Converted(Edit edit, Match before, Match after) implements Explanation {
    public Rule rule() {
      return before.rule();
    }
  }

  /** What was there is what another rule replaces. */
  record WrongHelper(Edit edit, Match before, Match after) implements Explanation {}

  /**
   * The helper asks about another object than the code before did.
   *
   * @param alias how the two may be one object all the same, as the function assigns it: {@code
   *     pf_dev = pci_physfn(dev)}
   */
  record WrongOperand(
      Edit edit,
      Match before,
      Match after,
      String variable,
      Expr was,
      Expr now,
      Optional<String> alias)
      implements Explanation {

    /** Whether the same operands stand there in another order. */
    public boolean isExchange() {
      return before.bound().size() > 1
          && before.bound().values().stream()
              .allMatch(
                  one ->
                      after.bound().values().stream()
                          .anyMatch(other -> RuleMatcher.same(one, other)));
    }
  }

  /** A negation came or went. */
  record Negated(Edit edit, Match before, Match after) implements Explanation {}

  /** A write, or a target of {@code &}, became a call of a helper that only reads. */
  record WriteConverted(Edit edit, CNode write, Match after) implements Explanation {}

  /** The same member name of another struct. */
  record OtherType(Edit edit, CNode before, Match after, String wanted, String had)
      implements Explanation {}

  /**
   * A call of a known helper stands where something else was that is not the helper's meaning.
   *
   * @param rule the rule whose right side was put there
   * @param differences what differs, each for people; never empty
   */
  record NotEquivalent(Edit edit, Rule rule, Match after, List<String> differences)
      implements Explanation {}

  /** No rule has to do with it. */
  record Leftover(Edit edit, Optional<String> note) implements Explanation {}
}
