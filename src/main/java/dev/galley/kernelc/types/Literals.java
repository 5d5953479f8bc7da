package dev.galley.kernelc.types;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Types and values of constants as written (C17 6.4.4). */
final class Literals {

  private Literals() {}

  /** The type of a number or character constant. */
  static CType typeOf(String text) {
    if (text.endsWith("'")) {
      return text.startsWith("L") ? IntegerTypes.INT : character(text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (isFloating(lower)) {
      return lower.endsWith("f")
          ? new CType.Floating("float")
          : new CType.Floating(lower.endsWith("l") ? "long double" : "double");
    }
    Optional<BigInteger> value = value(text);
    return value.isPresent()
        ? integer(lower, value.get())
        : new CType.Unknown("the constant " + text + " is no number that is understood");
  }

  private static CType character(String text) {
    return text.startsWith("u8")
        ? IntegerTypes.UNSIGNED_CHAR
        : text.startsWith("u")
            ? IntegerTypes.UNSIGNED_SHORT
            : text.startsWith("U") ? IntegerTypes.UNSIGNED : IntegerTypes.INT;
  }

  private static boolean isFloating(String lower) {
    return lower.startsWith("0x")
        ? lower.indexOf('p') >= 0
        : lower.indexOf('.') >= 0 || lower.indexOf('e') >= 0 || lower.endsWith("f");
  }

  /** C17 6.4.4.1: the first type of the list for its suffix and base that holds the value. */
  private static CType integer(String lower, BigInteger value) {
    String suffix = lower.substring(digitsEnd(lower));
    boolean unsigned = suffix.indexOf('u') >= 0;
    int longs = suffix.length() - suffix.replace("l", "").length();
    boolean decimal = !lower.startsWith("0") || lower.equals("0" + suffix);
    List<CType.Int> list =
        List.of(
            IntegerTypes.INT,
            IntegerTypes.UNSIGNED,
            IntegerTypes.LONG,
            IntegerTypes.UNSIGNED_LONG,
            IntegerTypes.LONG_LONG,
            IntegerTypes.UNSIGNED_LONG_LONG);
    for (CType.Int type : list) {
      boolean fitsSuffix =
          type.rank() >= 3 + longs
              && (!unsigned || !type.signed())
              && (type.signed() || unsigned || !decimal);
      if (fitsSuffix && fits(value, type)) {
        return type;
      }
    }
    return decimal && !unsigned ? IntegerTypes.INT128 : IntegerTypes.UNSIGNED_LONG_LONG;
  }

  static boolean fits(BigInteger value, CType.Int type) {
    return type.signed()
        ? value.bitLength() < type.bits()
        : value.signum() >= 0 && value.bitLength() <= type.bits();
  }

  private static int digitsEnd(String lower) {
    int end = lower.length();
    while (end > 0 && (lower.charAt(end - 1) == 'u' || lower.charAt(end - 1) == 'l')) {
      end--;
    }
    return end;
  }

  /** The value of an integer or character constant. */
  static Optional<BigInteger> value(String text) {
    if (text.endsWith("'")) {
      return characterValue(text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String digits = lower.substring(0, digitsEnd(lower)).replace("'", "");
    int base = 10;
    if (digits.startsWith("0x")) {
      base = 16;
      digits = digits.substring(2);
    } else if (digits.startsWith("0b")) {
      base = 2;
      digits = digits.substring(2);
    } else if (digits.startsWith("0") && digits.length() > 1) {
      base = 8;
    }
    if (digits.isEmpty() || digits.length() > 200) {
      return Optional.empty();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), base) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new BigInteger(digits, base));
  }

  private static Optional<BigInteger> characterValue(String text) {
    int start = text.indexOf('\'') + 1;
    String inner = text.substring(start, Math.max(start, text.length() - 1));
    if (inner.length() == 1) {
      return Optional.of(BigInteger.valueOf(inner.charAt(0)));
    }
    if (inner.length() < 2 || inner.charAt(0) != '\\') {
      return Optional.empty();
    }
    int simple = "abfnrtv0\\'\"?".indexOf(inner.charAt(1));
    if (inner.length() == 2 && simple >= 0) {
      return Optional.of(BigInteger.valueOf("\u0007\b\f\n\r\t\u000b\0\\'\"?".charAt(simple)));
    }
    try {
      return Optional.of(
          inner.charAt(1) == 'x'
              ? new BigInteger(inner.substring(2), 16)
              : new BigInteger(inner.substring(1), 8));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /** How many characters a string literal as written holds, its zero left out. */
  static long stringLength(String text) {
    long count = 0;
    int i = text.indexOf('"') + 1;
    int end = Math.max(i, text.length() - 1);
    while (i < end) {
      i = text.charAt(i) == '\\' ? afterEscape(text, i + 1, end) : i + 1;
      count++;
    }
    return count;
  }

  private static int afterEscape(String text, int at, int end) {
    int i = at;
    if (i < end && text.charAt(i) == 'x') {
      i++;
      while (i < end && Character.digit(text.charAt(i), 16) >= 0) {
        i++;
      }
      return i;
    }
    int octal = 0;
    while (i < end && octal < 3 && Character.digit(text.charAt(i), 8) >= 0) {
      i++;
      octal++;
    }
    return octal > 0 ? i : at + 1;
  }
}
