package dev.galley.convert;

import java.math.BigInteger;
import java.util.Map;

/**
 * What a term is worth for given atoms.
 *
 * @param number its value, where there is no trouble
 * @param trouble why there is no value: a NULL pointer followed, a division by zero; empty if there
 *     is one
 */
record TermValue(BigInteger number, String trouble) {

  private static final TermValue ONE = new TermValue(BigInteger.ONE, "");
  private static final TermValue ZERO = new TermValue(BigInteger.ZERO, "");
  private static final int MOST_SHIFT = 63;

  static TermValue of(Term term, Map<String, BigInteger> atoms) {
    if (term instanceof Term.Literal number) {
      return new TermValue(number.value(), "");
    }
    if (term instanceof Term.Atom atom) {
      if (atom.through().isPresent()) {
        TermValue pointer = of(atom.through().get(), atoms);
        if (!pointer.isFine()) {
          return pointer;
        }
        if (pointer.number.signum() == 0) {
          return trouble("follows a NULL pointer to " + atom.key());
        }
      }
      return new TermValue(atom.width().hold(atoms.getOrDefault(atom.key(), BigInteger.ZERO)), "");
    }
    if (term instanceof Term.Converted converted) {
      TermValue value = of(converted.operand(), atoms);
      return value.isFine() ? value.held(converted.width()) : value;
    }
    if (term instanceof Term.Unary unary) {
      TermValue value = of(unary.operand(), atoms);
      return value.isFine() ? unary(unary, value.number) : value;
    }
    if (term instanceof Term.Choice choice) {
      TermValue condition = of(choice.condition(), atoms);
      return condition.isFine()
          ? of(condition.isTrue() ? choice.yes() : choice.no(), atoms)
          : condition;
    }
    return binary((Term.Binary) term, atoms);
  }

  private static TermValue trouble(String what) {
    return new TermValue(BigInteger.ZERO, what);
  }

  boolean isFine() {
    return trouble.isEmpty();
  }

  boolean isTrue() {
    return number.signum() != 0;
  }

  private static TermValue truth(boolean holds) {
    return holds ? ONE : ZERO;
  }

  private TermValue held(Width width) {
    return new TermValue(width.hold(number), "");
  }

  private static TermValue unary(Term.Unary unary, BigInteger value) {
    return switch (unary.op()) {
      case "!" -> truth(value.signum() == 0);
      case "~" -> new TermValue(unary.width().hold(value.not()), "");
      case "-" -> new TermValue(unary.width().hold(value.negate()), "");
      default -> trouble("the operator " + unary.op() + " is not understood");
    };
  }

  private static TermValue binary(Term.Binary binary, Map<String, BigInteger> atoms) {
    TermValue left = of(binary.left(), atoms);
    if (!left.isFine()) {
      return left;
    }
    if (binary.op().equals("&&") || binary.op().equals("||")) {
      if (left.isTrue() == binary.op().equals("||")) {
        return truth(left.isTrue());
      }
      TermValue right = of(binary.right(), atoms);
      return right.isFine() ? truth(right.isTrue()) : right;
    }
    TermValue right = of(binary.right(), atoms);
    if (!right.isFine()) {
      return right;
    }
    Width meet = binary.left().width().with(binary.right().width());
    boolean shifts = binary.op().equals("<<") || binary.op().equals(">>");
    BigInteger one = shifts ? left.number : meet.hold(left.number);
    BigInteger two = shifts ? right.number : meet.hold(right.number);
    return computed(binary, one, two);
  }

  private static TermValue computed(Term.Binary binary, BigInteger one, BigInteger two) {
    boolean shiftable = two.signum() >= 0 && two.bitLength() < 8 && two.intValue() <= MOST_SHIFT;
    Width width = binary.width();
    return switch (binary.op()) {
      case "+" -> new TermValue(width.hold(one.add(two)), "");
      case "-" -> new TermValue(width.hold(one.subtract(two)), "");
      case "*" -> new TermValue(width.hold(one.multiply(two)), "");
      case "/" ->
          two.signum() == 0
              ? trouble("divides by zero")
              : new TermValue(width.hold(one.divide(two)), "");
      case "%" ->
          two.signum() == 0
              ? trouble("divides by zero")
              : new TermValue(width.hold(one.remainder(two)), "");
      case "<<" ->
          shiftable
              ? new TermValue(width.hold(one.shiftLeft(two.intValue())), "")
              : trouble("shifts too far");
      case ">>" ->
          shiftable
              ? new TermValue(width.hold(one.shiftRight(two.intValue())), "")
              : trouble("shifts too far");
      case "&" -> new TermValue(width.hold(one.and(two)), "");
      case "|" -> new TermValue(width.hold(one.or(two)), "");
      case "^" -> new TermValue(width.hold(one.xor(two)), "");
      case "==" -> truth(one.equals(two));
      case "!=" -> truth(!one.equals(two));
      case "<" -> truth(one.compareTo(two) < 0);
      case ">" -> truth(one.compareTo(two) > 0);
      case "<=" -> truth(one.compareTo(two) <= 0);
      case ">=" -> truth(one.compareTo(two) >= 0);
      default -> trouble("the operator " + binary.op() + " is not understood");
    };
  }
}
