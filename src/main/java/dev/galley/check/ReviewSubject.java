package dev.galley.check;

import dev.galley.series.Series;
import java.util.Objects;

/**
 * What is under review.
 *
 * @param series the version that is reviewed
 */
public record ReviewSubject(Series series) {

  public ReviewSubject {
    Objects.requireNonNull(series);
  }
}
