package dev.galley.kernelc.sitter;

import java.util.Optional;
import java.util.function.Predicate;

/** What tree-sitter is known to read wrongly, each with its reason. */
public enum SitterErrors {
  NONE("placeholder", difference -> false);

  private final String reason;
  private final Predicate<Difference> rule;

  SitterErrors(String reason, Predicate<Difference> rule) {
    this.reason = reason;
    this.rule = rule;
  }

  /** The first error that a difference comes from. */
  static Optional<SitterErrors> of(Difference difference) {
    for (SitterErrors error : values()) {
      if (error.rule.test(difference)) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }

  public String reason() {
    return reason;
  }
}
