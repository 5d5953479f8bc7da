package dev.galley.kernelc.symbols;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Lists of numbers of files by bucket, as differences in one to five octets each. */
// Compared by nobody; the arrays go straight into a file.
@SuppressWarnings("ArrayRecordComponent")
record Postings(byte[] starts, byte[] lists) {

  private static final int MORE = 0x80;
  private static final int LOW = 0x7f;
  private static final int SHIFT = 7;

  /** Turns lists of buckets by file into lists of files by bucket. */
  static Postings invert(List<FileFacts> facts, Function<FileFacts, int[]> buckets) {
    int[] ends = new int[Hashes.BUCKETS + 1];
    for (FileFacts file : facts) {
      for (int bucket : buckets.apply(file)) {
        ends[bucket + 1]++;
      }
    }
    for (int i = 0; i < Hashes.BUCKETS; i++) {
      ends[i + 1] += ends[i];
    }
    int[] all = new int[ends[Hashes.BUCKETS]];
    int[] next = Arrays.copyOf(ends, Hashes.BUCKETS);
    for (int file = 0; file < facts.size(); file++) {
      for (int bucket : buckets.apply(facts.get(file))) {
        all[next[bucket]++] = file;
      }
    }
    return encode(ends, all);
  }

  /** Writes rows of ascending numbers; row i is {@code all[ends[i], ends[i + 1])}. */
  private static Postings encode(int[] ends, int[] all) {
    int rows = ends.length - 1;
    ByteBuffer starts = ByteBuffer.allocate(Integer.BYTES * ends.length);
    Octets lists = new Octets();
    for (int row = 0; row < rows; row++) {
      starts.putInt(lists.size());
      int before = 0;
      for (int i = ends[row]; i < ends[row + 1]; i++) {
        lists.number(all[i] - before);
        before = all[i];
      }
    }
    starts.putInt(lists.size());
    return new Postings(starts.array(), lists.toArray());
  }

  /** Reads a row of differences. */
  static int[] decode(ByteBuffer row) {
    int[] numbers = new int[row.remaining()];
    int count = 0;
    int before = 0;
    while (row.hasRemaining()) {
      int value = 0;
      int shift = 0;
      byte octet;
      do {
        octet = row.get();
        value |= (octet & LOW) << shift;
        shift += SHIFT;
      } while ((octet & MORE) != 0 && row.hasRemaining());
      before += value;
      numbers[count++] = before;
    }
    return Arrays.copyOf(numbers, count);
  }

  /** Octets that grow. */
  static final class Octets {
    private static final int FIRST = 1 << 16;

    private byte[] array = new byte[FIRST];
    private int count;

    int size() {
      return count;
    }

    void number(int value) {
      if (count + Integer.BYTES >= array.length) {
        array = Arrays.copyOf(array, array.length * 2);
      }
      int left = value;
      while ((left & ~LOW) != 0) {
        array[count++] = (byte) ((left & LOW) | MORE);
        left >>>= SHIFT;
      }
      array[count++] = (byte) left;
    }

    byte[] toArray() {
      return Arrays.copyOf(array, count);
    }
  }
}
