package dev.galley.convert;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Macros that every kernel has and that are arithmetic. */
final class KnownCalls {

  private static final Width UNSIGNED_LONG = new Width(64, false);

  private KnownCalls() {}

  /** What a call computes; empty for a name that is not known, or operands that are no numbers. */
  static Optional<Term> term(String name, List<Term> arguments) {
    return switch (name + "/" + arguments.size()) {
      case "likely/1", "unlikely/1", "READ_ONCE/1" -> Optional.of(arguments.get(0));
      case "BIT/1", "BIT_ULL/1", "BIT_MASK/1" ->
          Optional.of(
              binary(
                  "<<",
                  new Term.Literal(BigInteger.ONE, UNSIGNED_LONG),
                  arguments.get(0),
                  UNSIGNED_LONG));
      case "GENMASK/2", "GENMASK_ULL/2" -> mask(arguments).map(KnownCalls::number);
      case "FIELD_GET/2" -> field(arguments.get(0)).map(mask -> get(mask, arguments.get(1)));
      case "FIELD_PREP/2" -> field(arguments.get(0)).map(mask -> prepare(mask, arguments.get(1)));
      case "to_pci_dev/1" -> container(arguments.get(0), ".dev", "->dev");
      default -> Optional.empty();
    };
  }

  private static Term binary(String op, Term left, Term right, Width width) {
    return new Term.Binary(op, left, right, width);
  }

  private static Term number(BigInteger value) {
    return new Term.Literal(value, UNSIGNED_LONG);
  }

  private static Optional<BigInteger> mask(List<Term> arguments) {
    if (arguments.get(0) instanceof Term.Literal high
        && arguments.get(1) instanceof Term.Literal low
        && high.value().bitLength() < 7
        && low.value().compareTo(high.value()) <= 0
        && low.value().signum() >= 0) {
      int bits = high.value().intValue() - low.value().intValue() + 1;
      return Optional.of(
          BigInteger.ONE
              .shiftLeft(bits)
              .subtract(BigInteger.ONE)
              .shiftLeft(low.value().intValue()));
    }
    return Optional.empty();
  }

  private static Optional<BigInteger> field(Term mask) {
    TermValue value =
        mask instanceof Term.Literal || isClosed(mask)
            ? TermValue.of(mask, java.util.Map.of())
            : new TermValue(BigInteger.ZERO, "open");
    return value.isFine() && value.number().signum() > 0
        ? Optional.of(value.number())
        : Optional.empty();
  }

  private static boolean isClosed(Term term) {
    boolean[] closed = {true};
    term.atoms(atom -> closed[0] = false);
    return closed[0];
  }

  private static Term get(BigInteger mask, Term register) {
    Width width = register.width().with(UNSIGNED_LONG);
    Term masked = binary("&", register, number(mask), width);
    int low = mask.getLowestSetBit();
    return low == 0
        ? masked
        : binary(">>", masked, new Term.Literal(BigInteger.valueOf(low), Width.INT), width);
  }

  private static Term prepare(BigInteger mask, Term value) {
    int low = mask.getLowestSetBit();
    Term shifted =
        low == 0
            ? value
            : binary(
                "<<",
                Term.converted(value, UNSIGNED_LONG),
                new Term.Literal(BigInteger.valueOf(low), Width.INT),
                UNSIGNED_LONG);
    return binary("&", shifted, number(mask), UNSIGNED_LONG);
  }

  /** The object around an embedded one: {@code to_pci_dev(&p->dev)} is {@code p}. */
  private static Optional<Term> container(Term address, String dot, String arrow) {
    if (!(address instanceof Term.Atom atom) || !atom.key().startsWith("&")) {
      return Optional.empty();
    }
    String key = atom.key().substring(1);
    boolean isMember = key.endsWith(arrow);
    if (!isMember && !key.endsWith(dot)) {
      return Optional.empty();
    }
    String object = key.substring(0, key.length() - (isMember ? arrow : dot).length());
    String pointer = isMember ? object : "&" + object;
    return Optional.of(new Term.Atom(pointer, Width.POINTER, false, false, Optional.empty()));
  }
}
