package dev.galley.kernelc.symbols;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Files by row of a name's number, as differences in one to five octets each. An entry is the
 * file's number and, in its lowest {@link Hashes#FINER} bits, the rest of the name's.
 */
// Compared by nobody; the arrays go straight into a file.
@SuppressWarnings("ArrayRecordComponent")
record Postings(byte[] starts, byte[] lists) {

  private static final int MORE = 0x80;
  private static final int LOW = 0x7f;
  private static final int SHIFT = 7;

  /** Turns lists of names by file into lists of files by name. */
  static Postings invert(List<FileFacts> facts, Function<FileFacts, int[]> names) {
    int[] ends = new int[Hashes.ROWS + 1];
    for (FileFacts file : facts) {
      for (int name : names.apply(file)) {
        ends[Hashes.row(name) + 1]++;
      }
    }
    for (int i = 0; i < Hashes.ROWS; i++) {
      ends[i + 1] += ends[i];
    }
    int[] all = new int[ends[Hashes.ROWS]];
    int[] next = Arrays.copyOf(ends, Hashes.ROWS);
    for (int file = 0; file < facts.size(); file++) {
      for (int name : names.apply(facts.get(file))) {
        all[next[Hashes.row(name)]++] = file << Hashes.FINER | Hashes.rest(name);
      }
    }
    return encode(ends, all);
  }

  /** The files of one name in a row that was read. */
  static int[] files(int[] row, int name) {
    int rest = Hashes.rest(name);
    int[] files = new int[row.length];
    int count = 0;
    for (int entry : row) {
      if (Hashes.rest(entry) == rest) {
        files[count++] = entry >>> Hashes.FINER;
      }
    }
    return Arrays.copyOf(files, count);
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
