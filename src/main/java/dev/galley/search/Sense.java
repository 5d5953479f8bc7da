package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;
import java.util.Optional;
import java.util.Set;

/**
 * The plain form of an expression: what is written in several ways and means the same becomes one.
 *
 * <p>Only the node at the top is made plain; what is below follows when it is looked at. New nodes
 * have the span of what they stand for. What is taken for the same is told in docs/rules.md.
 */
enum Sense {
  /** Only parentheses do not count: the search of users. */
  EXACT,
  /** The value counts. */
  VALUE,
  /** It counts only whether it is zero: a condition, an operand of {@code !}, {@code &&}. */
  TRUTH;

  private static final int DEEPEST = 100;
  private static final Set<String> ZEROS = Set.of("NULL", "false");

  /** The plain form. */
  Expr of(Expr expr) {
    return this == EXACT ? Shapes.bare(expr) : plain(expr, this == TRUTH, 0);
  }

  /** The sense of the operands of an operator of conditions. */
  Sense condition() {
    return this == EXACT ? EXACT : TRUTH;
  }

  /** The sense of any other operand. */
  Sense value() {
    return this == EXACT ? EXACT : VALUE;
  }

  private static Expr plain(Expr from, boolean truth, int depth) {
    Expr expr = bare(from);
    if (depth > DEEPEST) {
      return expr;
    }
    if (expr instanceof Expr.Unary unary) {
      return unary(unary, truth, depth);
    }
    if (expr instanceof Expr.Binary binary) {
      return binary(binary, truth, depth);
    }
    if (expr instanceof Expr.Member member) {
      return member(member);
    }
    return expr instanceof Expr.Conditional conditional
        ? conditional(conditional, truth, depth)
        : expr;
  }

  private static Expr bare(Expr expr) {
    Expr at = Shapes.bare(expr);
    while (at instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.EXTENSION) {
      at = Shapes.bare(unary.operand());
    }
    return at;
  }

  private static Expr unary(Expr.Unary unary, boolean truth, int depth) {
    Expr operand = bare(unary.operand());
    if (unary.op() == Expr.UnaryOp.NOT) {
      return negated(unary, operand, truth, depth);
    }
    boolean cancels =
        operand instanceof Expr.Unary inner
            && ((unary.op() == Expr.UnaryOp.ADDRESS && inner.op() == Expr.UnaryOp.DEREFERENCE)
                || (unary.op() == Expr.UnaryOp.DEREFERENCE && inner.op() == Expr.UnaryOp.ADDRESS));
    return cancels ? plain(((Expr.Unary) operand).operand(), truth, depth + 1) : unary;
  }

  private static Expr negated(Expr.Unary not, Expr operand, boolean truth, int depth) {
    Expr inner = plain(operand, true, depth + 1);
    if (inner instanceof Expr.Unary twice && twice.op() == Expr.UnaryOp.NOT) {
      Expr value = plain(twice.operand(), true, depth + 1);
      return truth || isTruth(value) ? value : not(not, not(not, value));
    }
    if (inner instanceof Expr.Binary binary) {
      switch (binary.op()) {
        case "==" -> {
          return new Expr.Binary(not.span(), "!=", binary.left(), binary.right());
        }
        case "!=" -> {
          return new Expr.Binary(not.span(), "==", binary.left(), binary.right());
        }
        case "<" -> {
          return new Expr.Binary(
              not.span(), "<=", /* left= */ binary.right(), /* right= */ binary.left());
        }
        case "<=" -> {
          return new Expr.Binary(
              not.span(), "<", /* left= */ binary.right(), /* right= */ binary.left());
        }
        case "&&", "||" -> {
          String op = binary.op().equals("&&") ? "||" : "&&";
          return new Expr.Binary(not.span(), op, negation(binary.left()), negation(binary.right()));
        }
        default -> {
          return not(not, inner);
        }
      }
    }
    return not(not, inner);
  }

  /** The opposite of an expression. */
  static Expr negation(Expr expr) {
    return bare(expr) instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT
        ? bare(not.operand())
        : not(expr, expr);
  }

  private static Expr not(Expr place, Expr operand) {
    return new Expr.Unary(place.span(), Expr.UnaryOp.NOT, operand);
  }

  /** Whether a value is 0 or 1 by its operator. */
  private static boolean isTruth(Expr expr) {
    return (expr instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT)
        || (expr instanceof Expr.Binary binary
            && Set.of("==", "!=", "<", "<=", ">", ">=", "&&", "||").contains(binary.op()));
  }

  private static Expr binary(Expr.Binary binary, boolean truth, int depth) {
    switch (binary.op()) {
      case "==", "!=" -> {
        Optional<Expr> compared = comparedWithZero(binary);
        if (compared.isEmpty()) {
          return binary;
        }
        Expr not = not(binary, compared.get());
        return plain(binary.op().equals("==") ? not : not(binary, not), truth, depth + 1);
      }
      case ">" -> {
        return new Expr.Binary(
            binary.span(), "<", /* left= */ binary.right(), /* right= */ binary.left());
      }
      case ">=" -> {
        return new Expr.Binary(
            binary.span(), "<=", /* left= */ binary.right(), /* right= */ binary.left());
      }
      default -> {
        return binary;
      }
    }
  }

  private static Optional<Expr> comparedWithZero(Expr.Binary binary) {
    return isZero(binary.right())
        ? Optional.of(binary.left())
        : isZero(binary.left()) ? Optional.of(binary.right()) : Optional.empty();
  }

  static boolean isZero(Expr expr) {
    Expr bare = Shapes.bare(expr);
    return (bare instanceof Expr.Constant constant && Numbers.is(constant.text(), 0))
        || (bare instanceof Expr.Ident ident && ZEROS.contains(ident.name()));
  }

  private static boolean isOne(Expr expr) {
    Expr bare = Shapes.bare(expr);
    return (bare instanceof Expr.Constant constant && Numbers.is(constant.text(), 1))
        || (bare instanceof Expr.Ident ident && ident.name().equals("true"));
  }

  /** {@code (*p).x} is {@code p->x}, {@code (&s)->x} is {@code s.x}. */
  private static Expr member(Expr.Member member) {
    Expr base = bare(member.base());
    if (base instanceof Expr.Unary unary) {
      Expr.UnaryOp cancelled = member.arrow() ? Expr.UnaryOp.ADDRESS : Expr.UnaryOp.DEREFERENCE;
      if (unary.op() == cancelled) {
        return member(
            new Expr.Member(member.span(), unary.operand(), !member.arrow(), member.name()));
      }
    }
    return member;
  }

  private static Expr conditional(Expr.Conditional choice, boolean truth, int depth) {
    Expr condition = choice.condition();
    if (choice.yes().isEmpty()) {
      return truth ? new Expr.Binary(choice.span(), "||", condition, choice.no()) : choice;
    }
    Expr yes = choice.yes().get();
    Expr no = choice.no();
    if (isOne(yes) && isZero(no)) {
      return plain(not(choice, not(choice, condition)), truth, depth + 1);
    }
    if (isZero(yes) && isOne(no)) {
      return plain(not(choice, condition), truth, depth + 1);
    }
    if (truth && isZero(no)) {
      return new Expr.Binary(choice.span(), "&&", condition, yes);
    }
    if (truth && isOne(yes)) {
      return new Expr.Binary(choice.span(), "||", condition, no);
    }
    Expr plain = plain(condition, true, depth + 1);
    return plain instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT
        ? new Expr.Conditional(choice.span(), not.operand(), Optional.of(no), yes)
        : choice;
  }
}
