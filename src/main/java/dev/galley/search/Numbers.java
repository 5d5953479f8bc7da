package dev.galley.search;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Integer constants as they are written (C17 6.4.4.1, and 0b of GNU). */
final class Numbers {

  private static final int LONGEST = 40;

  private Numbers() {}

  /** Whether a constant is an integer of a value, whatever its suffix. */
  static boolean is(String text, long value) {
    return value(text).map(BigInteger.valueOf(value)::equals).orElse(false);
  }

  /** Whether two constants are the same number of the same type: {@code 0x10} and {@code 16}. */
  static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<BigInteger> left = value(one);
    return left.isPresent() && left.equals(value(other)) && suffix(one).equals(suffix(other));
  }

  private static String suffix(String text) {
    return text.substring(end(text)).toLowerCase(Locale.ROOT);
  }

  private static int end(String text) {
    int end = text.length();
    while (end > 0 && "uUlL".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  static Optional<BigInteger> value(String text) {
    String digits = text.substring(0, end(text)).toLowerCase(Locale.ROOT);
    if (digits.isEmpty() || digits.length() > LONGEST || !Character.isDigit(digits.charAt(0))) {
      return Optional.empty();
    }
    try {
      if (digits.startsWith("0x")) {
        return Optional.of(new BigInteger(digits.substring(2), 16));
      }
      if (digits.startsWith("0b")) {
        return Optional.of(new BigInteger(digits.substring(2), 2));
      }
      boolean octal = digits.length() > 1 && digits.startsWith("0");
      return Optional.of(new BigInteger(digits, octal ? 8 : 10));
    } catch (NumberFormatException notAnInteger) {
      return Optional.empty();
    }
  }
}
