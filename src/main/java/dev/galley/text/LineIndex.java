package dev.galley.text;

import java.util.Arrays;

/** Where the lines of some octets begin. Lines are counted from 1 and end with their line feed. */
public final class LineIndex {

  private final int[] starts;

  private LineIndex(int[] starts) {
    this.starts = starts;
  }

  public static LineIndex of(Bytes bytes) {
    int[] starts = new int[bytes.lineFeeds() + 1];
    int count = 0;
    int at = 0;
    while (at < bytes.length()) {
      starts[count++] = at;
      at = bytes.nextLine(at);
    }
    return new LineIndex(count == 0 ? new int[] {0} : Arrays.copyOf(starts, count));
  }

  /** The line that an octet stands in, counted from 1. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : Math.max(-found - 1, 1);
  }

  /** The first octet of a line. */
  public int startOf(int line) {
    return starts[line - 1];
  }

  /** The number of lines; octets after the last line feed are a line. */
  public int count() {
    return starts.length;
  }
}
