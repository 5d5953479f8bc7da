package dev.galley.kernelc.symbols;

import java.nio.charset.StandardCharsets;

/** Names as numbers: what the index keeps of them. Part of the index's format. */
final class Hashes {

  /** Bits of a bucket. */
  static final int BITS = 20;

  static final int BUCKETS = 1 << BITS;

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
    return bucket(hash);
  }

  /** Where a name is defined. */
  static int definition(Space space, int hash) {
    return bucket(hash ^ space.salt);
  }

  private static int bucket(int hash) {
    int mixed = hash * MIX;
    mixed ^= mixed >>> 15;
    return (mixed * MIX) >>> (Integer.SIZE - BITS);
  }
}
