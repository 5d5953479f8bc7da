package dev.galley.series;

import java.util.Objects;

/**
 * One {@code Key: value} line at the end of a message.
 *
 * @param key as written, without the colon
 * @param value unfolded, trimmed
 * @param line line of the text it stands in (a commit message's log, a reply's text), counted from
 *     1
 */
public record Trailer(String key, String value, int line) {

  public Trailer {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }

  public boolean is(String other) {
    return key.equalsIgnoreCase(other);
  }

  /** As a commit message has it. */
  @Override
  public String toString() {
    return key + ": " + value;
  }
}
