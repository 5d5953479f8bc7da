package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.Arrays;

/** One array that takes one file after another; it grows to the largest and is never cleared. */
public final class FileBuffer {

  private static final int FIRST = 1 << 16;

  private byte[] array = new byte[FIRST];
  private int length;

  /** The octets; only the first {@link #length} belong to the file. */
  // One thread fills it and looks at it; a copy for every file would double the work.
  public byte[] array() {
    return array;
  }

  public int length() {
    return length;
  }

  /** Says how many octets there are. */
  public void setLength(int octets) {
    if (octets < 0 || octets > array.length) {
      throw new IllegalArgumentException(octets + " octets do not fit into " + array.length);
    }
    length = octets;
  }

  /** Makes room; what is in the buffer stays. */
  public void reserve(int octets) {
    if (octets > array.length) {
      array = Arrays.copyOf(array, Math.max(octets, (int) Math.min(array.length * 2L, 1 << 30)));
    }
  }

  /** Takes a copy of some octets. */
  public void set(Bytes bytes) {
    reserve(bytes.length());
    bytes.copyTo(0, bytes.length(), array, 0);
    length = bytes.length();
  }

  /** A copy of what is there. */
  public Bytes copy() {
    return Bytes.wrap(Arrays.copyOf(array, length));
  }
}
