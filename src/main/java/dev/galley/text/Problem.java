package dev.galley.text;

import java.util.Objects;

/**
 * Something wrong with an input, at a place in it. A value, not an exception: only I/O throws.
 *
 * @param level how much of the input is lost
 * @param span octets of the unit that was read
 * @param message what is wrong, without the place, no full stop
 */
public record Problem(Level level, Span span, String message) {

  /** How bad a problem is for the reading of the rest. */
  public enum Level {
    /** Worked around: what was read is what was meant, as far as can be told. */
    WARNING,
    /** A part of the input could not be read as what it claims to be. */
    ERROR
  }

  public Problem {
    Objects.requireNonNull(level);
    Objects.requireNonNull(span);
    Objects.requireNonNull(message);
  }

  public static Problem warning(Span span, String message) {
    return new Problem(Level.WARNING, span, message);
  }

  public static Problem error(Span span, String message) {
    return new Problem(Level.ERROR, span, message);
  }
}
