package dev.galley.tree;

import dev.galley.patch.FileChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of the change of one file.
 *
 * @param change the change
 * @param status the verdict
 * @param causes why the whole change cannot be made, apart from its hunks; at most one
 * @param hunks one outcome for each hunk, in order; empty where the hunks could not be tried
 * @param warnings what git would remark without refusing
 */
public record FileOutcome(
    FileChange change,
    Status status,
    List<Cause> causes,
    List<HunkOutcome> hunks,
    List<String> warnings) {

  /** Verdict on a file or patch. */
  public enum Status {
    /** As {@code git am} would apply it. */
    APPLIES,
    /** As {@code git am --3way} would. */
    APPLIES_BY_THREE_WAY,
    /** Everything that it does is already there; git refuses it. */
    ALREADY_APPLIED,
    /** Some of it applies, as with {@code git apply --reject}. */
    PARTLY,
    /** Nothing of it applies. */
    FAILS
  }

  public FileOutcome {
    Objects.requireNonNull(change);
    Objects.requireNonNull(status);
    causes = List.copyOf(causes);
    hunks = List.copyOf(hunks);
    warnings = List.copyOf(warnings);
  }

  /** Why the whole change cannot be made. */
  public Optional<Cause> cause() {
    return causes.stream().findFirst();
  }

  public boolean applies() {
    return status == Status.APPLIES || status == Status.APPLIES_BY_THREE_WAY;
  }
}
