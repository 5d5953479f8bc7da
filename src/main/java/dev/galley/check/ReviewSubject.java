package dev.galley.check;

import dev.galley.series.Series;
import dev.galley.tree.BaseTree;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.SeriesApplier;
import dev.galley.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is under review.
 *
 * @param series the version that is reviewed
 * @param base the tree that the series is for; empty without a base
 * @param outcomes what became of each patch that is there, by number; empty without a base
 * @param shared what checks work out together
 */
public record ReviewSubject(
    Series series, Optional<BaseTree> base, Map<Integer, PatchOutcome> outcomes, Shared shared) {

  public ReviewSubject {
    Objects.requireNonNull(series);
    Objects.requireNonNull(base);
    outcomes = Map.copyOf(outcomes);
    Objects.requireNonNull(shared);
  }

  /** A series without a base. */
  public static ReviewSubject of(Series series) {
    return new ReviewSubject(series, Optional.empty(), Map.of(), new Shared());
  }

  /** A series and what becomes of its patches on a base. */
  public static ReviewSubject on(Series series, BaseTree base) {
    List<SeriesApplier.Numbered> numbered =
        series.patches().stream()
            .map(
                patch ->
                    new SeriesApplier.Numbered(patch.number(), patch.diff(), patch.refusalByGit()))
            .toList();
    List<PatchOutcome> applied = SeriesApplier.apply(base, numbered, base);
    Map<Integer, PatchOutcome> byNumber = new TreeMap<>();
    for (int i = 0; i < applied.size(); i++) {
      byNumber.put(numbered.get(i).number(), applied.get(i));
    }
    return new ReviewSubject(series, Optional.of(base), byNumber, new Shared());
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
