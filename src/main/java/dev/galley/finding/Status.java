package dev.galley.finding;

import java.util.Objects;

/** What became of a finding when it was judged at the end of the series and by the profile. */
public sealed interface Status {

  /** It stands. */
  record Open() implements Status {}

  /** A later patch of the series puts it right. */
  record FixedLater(int patch) implements Status {}

  /** The patch only carried it along from the line that it replaced. */
  record Inherited() implements Status {}

  /** Turned off for this place, by the profile or a suppression, which gives its reason. */
  record Suppressed(String reason) implements Status {
    public Suppressed {
      Objects.requireNonNull(reason);
    }
  }

  /** The status of a finding that nobody judged yet. */
  static Status open() {
    return new Open();
  }

  /** Whether a gate counts it. */
  default boolean isOpen() {
    return this instanceof Open;
  }

  /** A few words for a reader; empty when it simply stands. */
  default String label() {
    if (this instanceof FixedLater later) {
      return "fixed by patch " + later.patch();
    }
    if (this instanceof Inherited) {
      return "inherited";
    }
    if (this instanceof Suppressed suppressed) {
      return "suppressed: " + suppressed.reason();
    }
    return "";
  }
}
