package dev.galley.convert;

import java.util.Objects;

/**
 * Why a read that stays should have been converted.
 *
 * @param sort what kind of evidence
 * @param text the evidence, for people
 */
public record Reason(Sort sort, String text) {

  public Reason {
    Objects.requireNonNull(sort);
    Objects.requireNonNull(text);
  }

  /** Kinds of evidence, strongest first. */
  public enum Sort {
    /** The code behind the test dereferences what only the converted kind has. */
    USES("uses"),
    /** It calls a function whose own guard was converted, with the same object. */
    CALLS("calls"),
    /** It names the converted kind: a constant, a function, a register. */
    NAMES("names"),
    /** The patch converts other places of the same file. */
    FILE("same file"),
    /** The words of the series cover the file. */
    WORDS("words"),
    /** It stands inside the conditional that the converted places stand in. */
    CONDITION("condition");

    private final String label;

    Sort(String label) {
      this.label = label;
    }

    /** A word for people. */
    public String label() {
      return label;
    }
  }
}
