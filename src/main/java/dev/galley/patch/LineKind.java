package dev.galley.patch;

/** What a line of a hunk's body is. */
public enum LineKind {
  CONTEXT(' '),
  REMOVED('-'),
  ADDED('+');

  private final char marker;

  LineKind(char marker) {
    this.marker = marker;
  }

  /** The character in the line's first column. */
  public char marker() {
    return marker;
  }

  public boolean isInOld() {
    return this != ADDED;
  }

  public boolean isInNew() {
    return this != REMOVED;
  }
}
