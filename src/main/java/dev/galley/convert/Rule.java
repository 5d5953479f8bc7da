package dev.galley.convert;

import java.util.List;
import java.util.Objects;

/**
 * What is rewritten into what: {@code dev->is_physfn} into {@code pci_is_sriov_physfn(dev)}.
 *
 * @param name the helper's name, or the name that a rule file gives
 * @param variables the metavariables of both sides, in the order of the helper's parameters
 * @param left what is replaced
 * @param right what replaces it
 * @param origin where the rule comes from
 * @param scope paths that it is meant for, as in {@code galley search --path}; empty for all
 * @param exemptions where it is not meant
 */
public record Rule(
    String name,
    List<Variable> variables,
    Template left,
    Template right,
    Origin origin,
    List<String> scope,
    List<Exemption> exemptions) {
  public Rule {
    Objects.requireNonNull(name);
    variables = List.copyOf(variables);
    Objects.requireNonNull(left);
    Objects.requireNonNull(right);
    Objects.requireNonNull(origin);
    scope = List.copyOf(scope);
    exemptions = List.copyOf(exemptions);
  }

  /**
   * A metavariable.
   *
   * @param name as both sides use it
   * @param declaration as written: {@code struct pci_dev *dev}, {@code expression e}, {@code
   *     identifier i}, {@code constant c}; {@code expression} where the type is not known
   */
  public record Variable(String name, String declaration) {}

  /** A path, or pattern of paths, that a rule does not concern, with the reason. */
  public record Exemption(String path, String reason) {}

  /** Where a rule comes from. */
  public sealed interface Origin {

    /** A function or macro that the tree or the series defines. */
    record Helper(String path, int line, int patch) implements Origin {}

    /**
     * What edits of the series have in common; nobody showed the helper's body.
     *
     * @param times how many edits
     */
    record Observed(int times) implements Origin {}

    /** A file that the user wrote. */
    record Written(String file, int line) implements Origin {}
  }
}
