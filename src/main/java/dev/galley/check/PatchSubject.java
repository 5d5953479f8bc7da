package dev.galley.check;

import dev.galley.series.SeriesPatch;
import java.util.Objects;

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
}
