package dev.galley.kernelc.lex;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of an external declaration that no bracket holds, last first; the brackets are among
 * them. Shares its tail for the same reason as {@link Open}.
 */
final class Item {

  final int token;
  final @Nullable Item before;
  final int size;

  Item(int token, @Nullable Item before) {
    this.token = token;
    this.before = before;
    this.size = before == null ? 1 : before.size + 1;
  }

  /** The tokens in the order of the file. */
  static int[] tokens(@Nullable Item last) {
    int[] all = new int[last == null ? 0 : last.size];
    for (Item item = last; item != null; item = item.before) {
      all[item.size - 1] = item.token;
    }
    return all;
  }
}
