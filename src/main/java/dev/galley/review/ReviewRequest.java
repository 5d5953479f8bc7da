package dev.galley.review;

import dev.galley.check.ReviewSubject;
import dev.galley.series.Series;
import dev.galley.text.Limits;
import java.util.Objects;
import java.util.Optional;

/**
 * What to review, and how.
 *
 * @param subject the series, its base, and how its patches met the base
 * @param base what the report says of the base; empty without one
 * @param profile the list's taste
 * @param suppressions what a reviewer has waved through
 * @param limits bounds, of which the time for a check matters here
 */
public record ReviewRequest(
    ReviewSubject subject,
    Optional<ReviewResult.BaseInfo> base,
    Profile profile,
    Suppressions suppressions,
    Limits limits) {

  public ReviewRequest {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(base);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(suppressions);
    Objects.requireNonNull(limits);
  }

  /** With the usual limits. */
  public ReviewRequest(
      ReviewSubject subject,
      Optional<ReviewResult.BaseInfo> base,
      Profile profile,
      Suppressions suppressions) {
    this(subject, base, profile, suppressions, Limits.DEFAULT);
  }

  /** The mails alone, by the default profile. */
  public static ReviewRequest of(Series series) {
    return new ReviewRequest(
        ReviewSubject.of(series), Optional.empty(), Profile.KERNEL, Suppressions.NONE);
  }

  public ReviewRequest with(Suppressions waved) {
    return new ReviewRequest(subject, base, profile, waved, limits);
  }

  public ReviewRequest with(Limits bounds) {
    return new ReviewRequest(subject, base, profile, suppressions, bounds);
  }

  Series series() {
    return subject.series();
  }
}
