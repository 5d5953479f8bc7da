package dev.galley.review;

import dev.galley.finding.Finding;
import dev.galley.finding.Severity;

/** From which severity on a standing finding fails a review. */
public enum Gate {
  ERROR,
  WARNING,
  NOTE,
  /** No finding fails it. */
  NEVER;

  /** Whether this finding fails the review. */
  public boolean stops(Finding finding) {
    return this != NEVER
        && finding.status().isOpen()
        && finding.severity().atLeast(Severity.valueOf(name()));
  }
}
