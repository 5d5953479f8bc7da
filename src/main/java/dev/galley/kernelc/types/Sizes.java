package dev.galley.kernelc.types;

import java.math.BigInteger;
import java.util.Optional;

/** Sizes of types in octets, where no layout of a struct is needed. */
final class Sizes {

  private Sizes() {}

  static Optional<BigInteger> of(CType type) {
    long times = 1;
    CType at = type.resolved();
    while (at instanceof CType.Array array) {
      if (array.length().isEmpty() || array.length().getAsLong() > (1L << 40)) {
        return Optional.empty();
      }
      times =
          Math.multiplyHigh(times, array.length().getAsLong()) == 0
              ? times * array.length().getAsLong()
              : -1;
      if (times < 0) {
        return Optional.empty();
      }
      at = array.of().resolved();
    }
    Optional<Integer> one = scalar(at);
    BigInteger count = BigInteger.valueOf(times);
    return one.map(size -> BigInteger.valueOf(size).multiply(count));
  }

  private static Optional<Integer> scalar(CType type) {
    if (type instanceof CType.Int integer) {
      return Optional.of(Math.max(1, integer.bits() / 8));
    }
    if (type instanceof CType.Pointer) {
      return Optional.of(8);
    }
    if (type instanceof CType.Floating floating) {
      return switch (floating.name()) {
        case "float" -> Optional.of(4);
        case "double" -> Optional.of(8);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }
}
