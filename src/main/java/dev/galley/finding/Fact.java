package dev.galley.finding;

import java.util.Objects;

/** One piece of evidence: {@code Fact("expected", "18 files, +289 -58")}. */
public record Fact(String key, String value) {

  public Fact {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }

  public static Fact of(String key, Object value) {
    return new Fact(key, value.toString());
  }
}
