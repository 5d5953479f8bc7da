package dev.galley.check.convert;

import dev.galley.check.ReviewSubject;
import dev.galley.convert.SeriesCode;
import dev.galley.convert.SeriesCodes;

/** The C of a series under review, worked out once for all checks. */
public final class ReviewCode {

  private ReviewCode() {}

  /** What every patch changes, both sides. */
  public static SeriesCode of(ReviewSubject review) {
    return review
        .shared()
        .get(
            SeriesCode.class,
            () -> SeriesCodes.of(review.series(), review.base(), review.outcomes()));
  }
}
