package dev.galley.check;

import dev.galley.series.Series;
import dev.galley.tree.BaseTree;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.Tree;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is under review.
 *
 * @param series the version that is reviewed
 * @param base the tree that the series is for; empty without a base
 * @param outcomes what became of each patch that is there, by number; empty without a base
 */
public record ReviewSubject(
    Series series, Optional<BaseTree> base, Map<Integer, PatchOutcome> outcomes) {

  public ReviewSubject {
    Objects.requireNonNull(series);
    Objects.requireNonNull(base);
    outcomes = Map.copyOf(outcomes);
  }

  /** A series without a base. */
  public static ReviewSubject of(Series series) {
    return new ReviewSubject(series, Optional.empty(), Map.of());
  }

  /** The tree after the last patch that is there; empty without a base. */
  public Optional<Tree> last() {
    return outcomes.entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .map(outcome -> outcome.getValue().after());
  }

  /** Whether some patch did not apply whole, so that trees after it lack something. */
  public boolean isPartial() {
    return !series.isComplete() || outcomes.values().stream().anyMatch(PatchOutcome::partial);
  }
}
