package dev.galley.convert;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An expression reduced to what its value depends on.
 *
 * <p>Reads and calls are {@link Atom}s by what they read; conversions are explicit.
 */
sealed interface Term {

  /** The type that its value has. */
  Width width();

  record Literal(BigInteger value, Width width) implements Term {}

  /**
   * A read of an object, a name, or the result of a call.
   *
   * @param key what it is; two atoms with one key have one value
   * @param isCall whether a function or macro nobody knows makes it
   * @param isConstant whether it is a name in capitals
   * @param through the pointer that is followed to read it
   */
  record Atom(String key, Width width, boolean isCall, boolean isConstant, Optional<Term> through)
      implements Term {}

  /** {@code !}, {@code ~}, {@code -}. */
  record Unary(String op, Term operand, Width width) implements Term {}

  record Binary(String op, Term left, Term right, Width width) implements Term {}

  record Choice(Term condition, Term yes, Term no, Width width) implements Term {}

  /** A value converted to another type. */
  record Converted(Term operand, Width width) implements Term {}

  /** A term converted to a type; itself where that changes nothing. */
  static Term converted(Term term, Width width) {
    return !width.isKnown() || width.equals(term.width()) ? term : new Converted(term, width);
  }

  /** Hands over all atoms that its value depends on. */
  default void atoms(Consumer<Atom> sink) {
    if (this instanceof Atom atom) {
      sink.accept(atom);
      atom.through().ifPresent(pointer -> pointer.atoms(sink));
    } else if (this instanceof Unary unary) {
      unary.operand().atoms(sink);
    } else if (this instanceof Binary binary) {
      binary.left().atoms(sink);
      binary.right().atoms(sink);
    } else if (this instanceof Choice choice) {
      choice.condition().atoms(sink);
      choice.yes().atoms(sink);
      choice.no().atoms(sink);
    } else if (this instanceof Converted converted) {
      converted.operand().atoms(sink);
    }
  }

  /** Whether its value is 0 or 1. */
  default boolean isTruth() {
    if (width().equals(Width.BOOL)) {
      return true;
    }
    if (this instanceof Binary binary) {
      return switch (binary.op()) {
        case "==", "!=", "<", ">", "<=", ">=", "&&", "||" -> true;
        default -> false;
      };
    }
    if (this instanceof Converted converted) {
      return converted.operand().isTruth();
    }
    return this instanceof Unary unary
        ? unary.op().equals("!")
        : width().bits() == 1 && !width().signed();
  }
}
