package dev.galley.patch.internal;

import dev.galley.text.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * {@code @@ -oldStart,oldCount +newStart,newCount @@}, read as git apply reads it: a count that is
 * left out is 1, what follows the second {@code @@} is free.
 *
 * @param end where the second {@code @@} ends
 */
record Heading(int oldStart, long oldCount, int newStart, long newCount, int end) {

  /** Reads the line [start, lineEnd), which begins with {@code @@ -}; null if it is no heading. */
  static @Nullable Heading read(Bytes bytes, int start, int lineEnd) {
    if (lineEnd == start || bytes.at(lineEnd - 1) != '\n') {
      return null;
    }
    long[] range = new long[3];
    if (!range(bytes, start + 4, " +", range)) {
      return null;
    }
    long oldStart = range[0];
    long oldCount = range[1];
    if (!range(bytes, (int) range[2], " @@", range)) {
      return null;
    }
    return new Heading(clamp(oldStart), oldCount, clamp(range[0]), range[1], (int) range[2]);
  }

  /** Reads {@code start[,count]} and what must follow; fills in start, count and the end. */
  private static boolean range(Bytes bytes, int from, String expected, long[] range) {
    int at = digits(bytes, from, range, 0);
    if (at == from) {
      return false;
    }
    range[1] = 1;
    if (Scan.at(bytes, at) == ',') {
      int end = digits(bytes, at + 1, range, 1);
      if (end == at + 1) {
        return false;
      }
      at = end;
    }
    range[2] = (long) at + expected.length();
    return bytes.startsWith(expected, at);
  }

  private static int digits(Bytes bytes, int from, long[] into, int slot) {
    long value = 0;
    int at = from;
    while (at < bytes.length() && Scan.isDigit(bytes.at(at))) {
      value = Math.min(value * 10 + (bytes.at(at) - '0'), Long.MAX_VALUE / 32);
      at++;
    }
    into[slot] = value;
    return at;
  }

  static int clamp(long value) {
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
