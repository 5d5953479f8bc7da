package dev.galley.finding;

import java.util.Locale;

/** The file before or after a patch. */
public enum Side {
  NEW,
  OLD;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
