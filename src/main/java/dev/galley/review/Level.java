package dev.galley.review;

import dev.galley.finding.Severity;
import java.util.Optional;

/** What a profile makes of a check's findings. */
public enum Level {
  /** They are kept, shown as suppressed, and never counted. */
  OFF,
  NOTE,
  WARNING,
  ERROR;

  /** The severity; empty for {@link #OFF}. */
  public Optional<Severity> severity() {
    return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
  }
}
