package dev.galley.text;

/**
 * A range of octets.
 *
 * @param start first octet, counted from 0
 * @param end one past the last octet, not less than {@code start}
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  /** The empty span at an offset. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** The number of octets. */
  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** The same range, counted from another origin: both ends moved by {@code delta} octets. */
  public Span moved(int delta) {
    return new Span(start + delta, end + delta);
  }
}
