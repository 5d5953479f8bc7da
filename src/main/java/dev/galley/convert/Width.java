package dev.galley.convert;

import dev.galley.kernelc.types.CType;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * How many bits an integer has, and whether it is signed.
 *
 * @param bits 1 for {@code _Bool}; 0 where it is not known, then nothing is cut off
 */
record Width(int bits, boolean signed) {

  static final Width UNKNOWN = new Width(0, true);
  static final Width BOOL = new Width(1, false);
  static final Width INT = new Width(32, true);
  static final Width POINTER = new Width(64, false);

  private static final Map<String, Width> NAMED =
      Map.ofEntries(
          Map.entry("u8", new Width(8, false)),
          Map.entry("__u8", new Width(8, false)),
          Map.entry("uint8_t", new Width(8, false)),
          Map.entry("s8", new Width(8, true)),
          Map.entry("u16", new Width(16, false)),
          Map.entry("__u16", new Width(16, false)),
          Map.entry("uint16_t", new Width(16, false)),
          Map.entry("s16", new Width(16, true)),
          Map.entry("u32", new Width(32, false)),
          Map.entry("__u32", new Width(32, false)),
          Map.entry("uint32_t", new Width(32, false)),
          Map.entry("s32", INT),
          Map.entry("int", INT),
          Map.entry("unsigned", new Width(32, false)),
          Map.entry("unsigned int", new Width(32, false)),
          Map.entry("u64", new Width(64, false)),
          Map.entry("__u64", new Width(64, false)),
          Map.entry("uint64_t", new Width(64, false)),
          Map.entry("s64", new Width(64, true)),
          Map.entry("long", new Width(64, true)),
          Map.entry("unsigned long", new Width(64, false)),
          Map.entry("long unsigned", new Width(64, false)),
          Map.entry("size_t", new Width(64, false)),
          Map.entry("bool", BOOL),
          Map.entry("_Bool", BOOL));

  /** The width of a type that is named by plain words; empty for all others. */
  static Optional<Width> named(String words) {
    return Optional.ofNullable(NAMED.get(words));
  }

  /** The width of values of a type. */
  static Width of(CType type) {
    CType at = type.resolved();
    if (at instanceof CType.Int integer) {
      return new Width(integer.bits(), integer.signed());
    }
    if (at instanceof CType.BitField field) {
      return new Width(field.bits(), of(field.declared()).signed());
    }
    return at instanceof CType.Pointer || at instanceof CType.Array || at instanceof CType.Function
        ? POINTER
        : UNKNOWN;
  }

  boolean isKnown() {
    return bits > 0;
  }

  /** What arithmetic sees of it (C17 6.3.1.1). */
  Width promoted() {
    return isKnown() && bits < 32 ? INT : this;
  }

  /** The type in which two operands meet (C17 6.3.1.8). */
  Width with(Width other) {
    Width one = promoted();
    Width two = other.promoted();
    if (!one.isKnown() || !two.isKnown()) {
      return UNKNOWN;
    }
    if (one.bits != two.bits) {
      return one.bits > two.bits ? one : two;
    }
    return one.signed ? two : one;
  }

  /** A number as this type holds it. */
  BigInteger hold(BigInteger value) {
    if (!isKnown()) {
      return value;
    }
    if (equals(BOOL)) {
      return value.signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
    }
    BigInteger rest = value.mod(BigInteger.ONE.shiftLeft(bits));
    return signed && rest.testBit(bits - 1) ? rest.subtract(BigInteger.ONE.shiftLeft(bits)) : rest;
  }

  /** For people: {@code 16 bit unsigned}. */
  String words() {
    return equals(BOOL) ? "bool" : bits + " bit " + (signed ? "signed" : "unsigned");
  }
}
