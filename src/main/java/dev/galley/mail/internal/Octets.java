package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import java.util.Arrays;

/** A growing run of octets, of which the first can be dropped without copying the others. */
final class Octets {

  private byte[] array;
  private int start;
  private int end;

  Octets() {
    this(64);
  }

  Octets(int room) {
    array = new byte[room];
  }

  int length() {
    return end - start;
  }

  boolean isEmpty() {
    return end == start;
  }

  /** The octet at an offset from the first, 0 to 255. */
  int at(int offset) {
    return array[start + offset] & 0xff;
  }

  Octets add(int octet) {
    reserve(1);
    array[end++] = (byte) octet;
    return this;
  }

  Octets add(Bytes more) {
    return add(more, 0, more.length());
  }

  Octets add(Bytes more, int from, int to) {
    reserve(to - from);
    more.copyTo(from, to, array, end);
    end += to - from;
    return this;
  }

  Octets add(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, array, end, more.length);
    end += more.length;
    return this;
  }

  /** Forgets the first octet. */
  void dropFirst() {
    start++;
  }

  /** Forgets what is longer than {@code length}. */
  void cut(int length) {
    end = start + length;
  }

  void clear() {
    start = 0;
    end = 0;
  }

  /** The octets as they are now: valid until the next change. */
  Bytes view() {
    return Bytes.wrap(array, start, end);
  }

  /** A copy of the octets. */
  Bytes copy() {
    return Bytes.wrap(Arrays.copyOfRange(array, start, end));
  }

  /** The octets, and an empty run in their place: the array is given away. */
  Bytes take() {
    Bytes taken = Bytes.wrap(array, start, end);
    array = new byte[64];
    clear();
    return taken;
  }

  private void reserve(int more) {
    if (more > array.length - end) {
      int needed = Math.addExact(end - start, more);
      int room = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 16L, 2L * (end - start)));
      byte[] larger = new byte[Math.max(room, 64)];
      System.arraycopy(array, start, larger, 0, end - start);
      array = larger;
      end -= start;
      start = 0;
    }
  }
}
