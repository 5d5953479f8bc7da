package dev.galley.kernelc.symbols;

import java.util.Arrays;

/** Buckets of one file, each once. */
final class BucketSet {

  private static final int FIRST = 1024;

  private final long[] bits = new long[Hashes.BUCKETS / Long.SIZE];
  private int[] all = new int[FIRST];
  private int count;

  void add(int bucket) {
    long bit = 1L << bucket;
    int at = bucket / Long.SIZE;
    if ((bits[at] & bit) == 0) {
      bits[at] |= bit;
      if (count == all.length) {
        all = Arrays.copyOf(all, count * 2);
      }
      all[count++] = bucket;
    }
  }

  int size() {
    return count;
  }

  /** What was added, ascending; afterwards the set is empty. */
  int[] take() {
    int[] taken = Arrays.copyOf(all, count);
    for (int bucket : taken) {
      bits[bucket / Long.SIZE] = 0;
    }
    count = 0;
    Arrays.sort(taken);
    return taken;
  }
}
