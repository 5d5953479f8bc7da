package dev.galley.review;

import dev.galley.finding.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A list's taste: which checks count how much, and where.
 *
 * @param name for the head of a report
 * @param description one sentence
 * @param rules later ones win
 */
public record Profile(String name, String description, List<Rule> rules) {

  /** Every check at its own severity. */
  public static final Profile KERNEL =
      new Profile("kernel", "Every check at its own severity.", List.of());

  public Profile {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    rules = List.copyOf(rules);
  }

  /**
   * One setting.
   *
   * @param check an id, a group with a star ({@code mail/*}), or {@code *}
   * @param path a file, or a folder with a slash at its end; empty is everywhere
   * @param level what its findings become
   * @param reason why; never blank when the level is OFF
   */
  public record Rule(String check, String path, Level level, String reason) {

    public Rule {
      Objects.requireNonNull(check);
      Objects.requireNonNull(path);
      Objects.requireNonNull(level);
      if (level == Level.OFF && reason.isBlank()) {
        throw new IllegalArgumentException("a check is turned off without a reason: " + check);
      }
    }

    /** Whether the rule is about this finding. */
    public boolean covers(Finding finding) {
      return Selector.matchesCheck(check, finding.check())
          && (path.isEmpty() || Selector.matchesPath(path, finding.place().path()));
    }
  }

  /** The rule that decides about a finding: the last that covers it. */
  public Optional<Rule> ruleFor(Finding finding) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).covers(finding)) {
        return Optional.of(rules.get(i));
      }
    }
    return Optional.empty();
  }
}
