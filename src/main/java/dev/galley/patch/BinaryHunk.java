package dev.galley.patch;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.Objects;

/**
 * One half of a {@code GIT binary patch}.
 *
 * @param method the whole new content, or a delta against the old one
 * @param size octets after inflating, as announced
 * @param data inflated octets; empty when they could not be decoded (the reader says why)
 * @param span announcement and data lines in the octets of the diff
 */
public record BinaryHunk(Method method, long size, Bytes data, Span span) {

  /** How the octets are to be read. */
  public enum Method {
    LITERAL,
    DELTA
  }

  public BinaryHunk {
    Objects.requireNonNull(method);
    Objects.requireNonNull(data);
    Objects.requireNonNull(span);
  }
}
