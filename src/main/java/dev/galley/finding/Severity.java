package dev.galley.finding;

import java.util.Locale;

/** How bad a finding is; later is worse. */
public enum Severity {
  /** A nit. */
  NOTE,
  /** A reviewer would ask. */
  WARNING,
  /** Wrong in any kernel. */
  ERROR;

  /** One step milder; a note stays a note. */
  public Severity lowered() {
    return this == ERROR ? WARNING : NOTE;
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /** The word that compilers and editors use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
