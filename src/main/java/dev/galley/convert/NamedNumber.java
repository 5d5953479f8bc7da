package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The number that a macro without parameters stands for. */
final class NamedNumber {

  private static final int WIDEST = 64;

  private NamedNumber() {}

  /** Of a constant as written, {@code BIT(n)}, {@code GENMASK(h, l)}, and {@code 1 << n}. */
  static Optional<BigInteger> of(Expr from) {
    Expr expr = CodeText.bare(from);
    if (expr instanceof Expr.Constant constant) {
      return ofWord(constant.text());
    }
    if (expr instanceof Expr.Binary binary && binary.op().equals("<<")) {
      Optional<BigInteger> by = of(binary.right()).filter(NamedNumber::isWidth);
      return of(binary.left()).flatMap(value -> by.map(n -> value.shiftLeft(n.intValue())));
    }
    if (expr instanceof Expr.Call call) {
      String name = call.name().orElse("");
      if ((name.equals("BIT") || name.equals("BIT_ULL")) && call.arguments().size() == 1) {
        return of(call.arguments().get(0))
            .filter(NamedNumber::isWidth)
            .map(n -> BigInteger.ONE.shiftLeft(n.intValue()));
      }
      if (name.startsWith("GENMASK") && call.arguments().size() == 2) {
        Optional<BigInteger> high = of(call.arguments().get(0)).filter(NamedNumber::isWidth);
        Optional<BigInteger> low = of(call.arguments().get(1)).filter(NamedNumber::isWidth);
        return high.flatMap(h -> low.map(l -> mask(h.intValue(), l.intValue())));
      }
    }
    return Optional.empty();
  }

  private static boolean isWidth(BigInteger value) {
    return value.signum() >= 0 && value.compareTo(BigInteger.valueOf(WIDEST)) < 0;
  }

  private static BigInteger mask(int high, int low) {
    BigInteger all = BigInteger.ONE.shiftLeft(high + 1).subtract(BigInteger.ONE);
    return all.shiftRight(low).shiftLeft(low);
  }

  /** Of a word; empty where it is no integer. */
  static Optional<BigInteger> ofWord(String word) {
    String digits = word.toLowerCase(Locale.ROOT).replaceFirst("[ul]+$", "");
    if (digits.isEmpty() || digits.length() > 30 || !Character.isDigit(digits.charAt(0))) {
      return Optional.empty();
    }
    boolean isHex = digits.startsWith("0x");
    String rest = isHex ? digits.substring(2) : digits;
    boolean isOctal = !isHex && rest.length() > 1 && rest.startsWith("0");
    String allowed = isHex ? "[0-9a-f]+" : isOctal ? "[0-7]+" : "[0-9]+";
    return rest.matches(allowed)
        ? Optional.of(new BigInteger(rest, isHex ? 16 : isOctal ? 8 : 10))
        : Optional.empty();
  }
}
