package dev.galley.kernelc.symbols;

import java.util.Arrays;

/** Numbers of the names of one file, each once. */
final class NameSet {

  private static final int FIRST = 1024;

  /**
   * Places by the lowest bits of a number, then the next free one: 1 more than it, 0 where free.
   */
  private int[] table = new int[2 * FIRST];

  private int[] all = new int[FIRST];
  private int count;

  void add(int name) {
    int mask = table.length - 1;
    int at = name & mask;
    while (table[at] != 0) {
      if (table[at] == name + 1) {
        return;
      }
      at = (at + 1) & mask;
    }
    table[at] = name + 1;
    all[count++] = name;
    if (count == all.length) {
      grow();
    }
  }

  private void grow() {
    all = Arrays.copyOf(all, count * 2);
    table = new int[all.length * 2];
    int mask = table.length - 1;
    for (int i = 0; i < count; i++) {
      int at = all[i] & mask;
      while (table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = all[i] + 1;
    }
  }

  int size() {
    return count;
  }

  /** What was added, ascending; afterwards the set is empty. */
  int[] take() {
    int[] taken = Arrays.copyOf(all, count);
    if (table.length > 2 * FIRST && count < table.length / 16) {
      all = new int[Math.max(FIRST, all.length / 2)];
      table = new int[all.length * 2];
    } else {
      Arrays.fill(table, 0);
    }
    count = 0;
    Arrays.sort(taken);
    return taken;
  }
}
