package dev.galley.review;

import dev.galley.series.Series;
import java.util.Objects;

/**
 * What to review, and how.
 *
 * @param series the version to review
 * @param profile the list's taste
 * @param suppressions what a reviewer has waved through
 */
public record ReviewRequest(Series series, Profile profile, Suppressions suppressions) {

  public ReviewRequest {
    Objects.requireNonNull(series);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(suppressions);
  }

  public static ReviewRequest of(Series series) {
    return new ReviewRequest(series, Profile.KERNEL, Suppressions.NONE);
  }
}
