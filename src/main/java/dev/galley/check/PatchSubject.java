package dev.galley.check;

import dev.galley.series.SeriesPatch;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.Tree;
import java.util.Objects;
import java.util.Optional;

/**
 * One patch under review.
 *
 * @param review the series around it
 * @param patch the patch
 */
public record PatchSubject(ReviewSubject review, SeriesPatch patch) {

  public PatchSubject {
    Objects.requireNonNull(review);
    Objects.requireNonNull(patch);
  }

  public int number() {
    return patch.number();
  }

  /** What became of it on the base; empty without a base. */
  public Optional<PatchOutcome> outcome() {
    return Optional.ofNullable(review.outcomes().get(number()));
  }

  /** The tree it was applied to; empty without a base. */
  public Optional<Tree> before() {
    return outcome().map(PatchOutcome::before);
  }

  /** The tree with everything of it that applies; empty without a base. */
  public Optional<Tree> after() {
    return outcome().map(PatchOutcome::after);
  }
}
