package dev.galley.convert;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text for each term so that two terms with one text have one value: operands of commutative
 * operators in order, negations at the leaves, comparisons with zero gone in conditions.
 */
final class NormalForm {

  private NormalForm() {}

  /** The text of a value. */
  static String value(Term term) {
    if (term.isTruth()) {
      return condition(term, false);
    }
    if (term instanceof Term.Literal number) {
      return number.value().toString();
    }
    if (term instanceof Term.Atom atom) {
      return atom.key();
    }
    if (term instanceof Term.Converted converted) {
      return narrows(converted)
          ? "(" + converted.width().words() + " " + value(converted.operand()) + ")"
          : value(converted.operand());
    }
    if (term instanceof Term.Unary unary) {
      return "(" + unary.op() + " " + value(unary.operand()) + ")";
    }
    if (term instanceof Term.Choice choice) {
      return "(? "
          + condition(choice.condition(), false)
          + " "
          + value(choice.yes())
          + " "
          + value(choice.no())
          + ")";
    }
    return arithmetic((Term.Binary) term);
  }

  /** Whether a conversion can change the value. */
  private static boolean narrows(Term.Converted converted) {
    Width from = converted.operand().width();
    Width to = converted.width();
    boolean keeps =
        from.isKnown()
            && ((from.bits() < to.bits() && (!from.signed() || to.signed()))
                || (from.bits() == to.bits() && from.signed() == to.signed()));
    boolean small =
        converted.operand() instanceof Term.Literal number
            && to.hold(number.value()).equals(number.value());
    return !keeps && !small;
  }

  private static String arithmetic(Term.Binary binary) {
    boolean commutes = List.of("+", "*", "|", "&", "^").contains(binary.op());
    if (!commutes) {
      return "(" + binary.op() + " " + value(binary.left()) + " " + value(binary.right()) + ")";
    }
    List<String> operands = new ArrayList<>();
    operands(binary, binary.op(), operands);
    operands.sort(null);
    return "(" + binary.op() + " " + String.join(" ", operands) + ")";
  }

  private static void operands(Term term, String op, List<String> sink) {
    if (term instanceof Term.Binary binary && binary.op().equals(op)) {
      operands(binary.left(), op, sink);
      operands(binary.right(), op, sink);
    } else {
      sink.add(value(term));
    }
  }

  /** The text of whether a term is not zero, or with {@code negated} whether it is zero. */
  static String condition(Term term, boolean negated) {
    if (term instanceof Term.Literal number) {
      return (number.value().signum() != 0) != negated ? "true" : "false";
    }
    if (term instanceof Term.Unary unary && unary.op().equals("!")) {
      return condition(unary.operand(), !negated);
    }
    if (term instanceof Term.Converted converted
        && (converted.width().equals(Width.BOOL) || !narrows(converted))) {
      return condition(converted.operand(), negated);
    }
    if (term instanceof Term.Binary binary) {
      switch (binary.op()) {
        case "&&", "||" -> {
          return junction(binary, negated);
        }
        case "==", "!=" -> {
          return equality(binary, binary.op().equals("==") == negated);
        }
        case "<" -> {
          return order(binary.left(), binary.right(), negated);
        }
        case ">" -> {
          return order(binary.right(), binary.left(), negated);
        }
        case "<=" -> {
          return order(binary.right(), binary.left(), !negated);
        }
        case ">=" -> {
          return order(binary.left(), binary.right(), !negated);
        }
        default -> {
          // Arithmetic: its value counts.
        }
      }
    }
    return (negated ? "!" : "") + (term.isTruth() ? bare(term) : value(term));
  }

  private static String bare(Term term) {
    return term instanceof Term.Atom atom ? atom.key() : "(bool " + term.width() + term + ")";
  }

  private static String junction(Term.Binary binary, boolean negated) {
    TreeSet<String> operands = new TreeSet<>();
    junction(binary, binary.op(), negated, operands);
    String op = binary.op().equals("&&") != negated ? "&&" : "||";
    return operands.size() == 1
        ? operands.first()
        : "(" + op + " " + String.join(" ", operands) + ")";
  }

  private static void junction(Term term, String op, boolean negated, Set<String> sink) {
    if (term instanceof Term.Binary binary && binary.op().equals(op)) {
      junction(binary.left(), op, negated, sink);
      junction(binary.right(), op, negated, sink);
    } else {
      sink.add(condition(term, negated));
    }
  }

  private static String equality(Term.Binary binary, boolean different) {
    Term other = isNumber(binary.left(), 0) ? binary.right() : binary.left();
    if (isNumber(binary.left(), 0) || isNumber(binary.right(), 0)) {
      return condition(other, !different);
    }
    Term truth = isNumber(binary.left(), 1) ? binary.right() : binary.left();
    if ((isNumber(binary.left(), 1) || isNumber(binary.right(), 1)) && truth.isTruth()) {
      return condition(truth, different);
    }
    String one = value(binary.left());
    String two = value(binary.right());
    boolean ascends = one.compareTo(two) <= 0;
    return "("
        + (different ? "!=" : "==")
        + " "
        + (ascends ? one : two)
        + " "
        + (ascends ? two : one)
        + ")";
  }

  private static boolean isNumber(Term term, int value) {
    Term at = term;
    while (at instanceof Term.Converted converted) {
      at = converted.operand();
    }
    return at instanceof Term.Literal number && number.value().equals(BigInteger.valueOf(value));
  }

  /** {@code small < large}, or negated {@code large <= small}. */
  private static String order(Term small, Term large, boolean negated) {
    return negated
        ? "(<= " + value(large) + " " + value(small) + ")"
        : "(< " + value(small) + " " + value(large) + ")";
  }
}
