package dev.galley.mail.source.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A part of a stream, in one array that moves along. It grows to hold the mail at hand and is used
 * again for the next.
 */
final class Window {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH_ONE = 0x0101010101010101L;
  private static final long EACH_LOW = 0x7f7f7f7f7f7f7f7fL;
  private static final long EACH_LINE_FEED = EACH_ONE * '\n';
  private static final int CHUNK = 256 << 10;

  /** Shift of Horspool's search for "From " by the octet under its last place; 0 = look closer. */
  private static final byte[] SHIFT = shifts();

  private final InputStream in;
  private byte[] octets = new byte[4 * CHUNK];
  private int limit;
  private int keepFrom;
  private long base;
  private boolean drained;

  Window(InputStream in) {
    this.in = in;
  }

  /** The array; may be another one after {@link #more}. */
  byte[] octets() {
    return octets;
  }

  /** One past the last octet that was read. */
  int limit() {
    return limit;
  }

  /** The place in the stream of an index of the array. */
  long position(int index) {
    return base + index;
  }

  /** Octets before an index are not needed any more. */
  void release(int index) {
    keepFrom = index;
  }

  /**
   * Reads on. All indexes move down by the returned number of octets.
   *
   * @return how far what is kept moved, or -1 if the stream is at its end and nothing changed
   */
  int more() throws IOException {
    if (drained) {
      return -1;
    }
    int moved = 0;
    if (octets.length - limit < CHUNK) {
      moved = keepFrom;
      int kept = limit - keepFrom;
      byte[] target =
          octets.length - kept < CHUNK ? new byte[Math.addExact(kept, kept / 2 + CHUNK)] : octets;
      System.arraycopy(octets, keepFrom, target, 0, kept);
      octets = target;
      limit = kept;
      base += moved;
      keepFrom = 0;
    }
    int count = in.read(octets, limit, octets.length - limit);
    if (count < 0) {
      drained = true;
    } else {
      limit += count;
    }
    return moved;
  }

  boolean isDrained() {
    return drained;
  }

  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(octets, from, to);
  }

  /** The first "From " at or after an index, all of it before the limit; -1 if there is none. */
  int nextFrom(int from) {
    byte[] array = octets;
    int end = limit;
    int at = from + 4;
    while (at < end) {
      int shift = SHIFT[array[at] & 0xff];
      if (shift != 0) {
        at += shift;
      } else if (FromLine.isWord(array, at - 4)) {
        return at - 4;
      } else {
        at += 5;
      }
    }
    return -1;
  }

  /** The index of the first line feed in [from, limit), or -1. */
  int nextLineFeed(int from) {
    for (int i = from; i < limit; i++) {
      if (octets[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The number of line feeds in [from, to), eight octets at a time. */
  long lineFeeds(int from, int to) {
    byte[] array = octets;
    long count = 0;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long other = (long) LONGS.get(array, at) ^ EACH_LINE_FEED;
      // The high bit of each octet is set where the octet is not zero.
      long different = ((other & EACH_LOW) + EACH_LOW) | other;
      count += Long.bitCount(~different & ~EACH_LOW);
    }
    for (; at < to; at++) {
      if (array[at] == '\n') {
        count++;
      }
    }
    return count;
  }

  private static byte[] shifts() {
    byte[] shifts = new byte[256];
    Arrays.fill(shifts, (byte) 5);
    shifts['F'] = 4;
    shifts['r'] = 3;
    shifts['o'] = 2;
    shifts['m'] = 1;
    shifts[' '] = 0;
    return shifts;
  }
}
