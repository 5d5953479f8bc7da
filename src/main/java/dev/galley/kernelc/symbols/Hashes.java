package dev.galley.kernelc.symbols;

import java.nio.charset.StandardCharsets;

/**
 * Names as numbers: what the index keeps of them. Part of the index's format.
 *
 * <p>A number has {@value #BITS} bits: a row of the index, and within it {@value #FINER} bits more.
 * The largest header of a kernel has 200 000 words, a fifth of all rows; by row alone it would be
 * read for every fifth name.
 */
final class Hashes {

  /** Bits of a number that tell names of one row apart. */
  static final int FINER = 6;

  /** Bits of a number. */
  static final int BITS = 26;

  /** How many rows the index has. */
  static final int ROWS = 1 << (BITS - FINER);

  private static final int REST = (1 << FINER) - 1;

  private static final int MIX = 0x9E3779B1;
  private static final int FACTOR = 31;

  private Hashes() {}

  /** The three spaces of names at file level. */
  enum Space {
    TAG(0x2545F491),
    MACRO(0x5851F42D),
    ORDINARY(0x14057B7E);

    private final int salt;

    Space(int salt) {
      this.salt = salt;
    }

    static Space of(SymbolKind kind) {
      return switch (kind) {
        case RECORD, ENUM -> TAG;
        case MACRO -> MACRO;
        case TYPEDEF, FUNCTION, VARIABLE, ENUMERATOR -> ORDINARY;
      };
    }
  }

  /** The hash after one more octet. */
  static int next(int hash, byte octet) {
    return hash * FACTOR + octet;
  }

  static int of(String name) {
    int hash = 0;
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      hash = next(hash, octet);
    }
    return hash;
  }

  /** Where a word is mentioned. */
  static int mention(int hash) {
    return number(hash);
  }

  /** Where a name is defined. */
  static int definition(Space space, int hash) {
    return number(hash ^ space.salt);
  }

  /** The row of a number. */
  static int row(int number) {
    return number >>> FINER;
  }

  /** What tells a number from others of its row. */
  static int rest(int number) {
    return number & REST;
  }

  private static int number(int hash) {
    int mixed = hash * MIX;
    mixed ^= mixed >>> 15;
    return (mixed * MIX) >>> (Integer.SIZE - BITS);
  }
}
