package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** Operators of one, two and three operands. */
final class Operators {

  private static final Set<String> TRUTH = Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "&", "|", "^");
  private static final Set<String> ALSO_UNARY = Set.of("+", "-", "*", "&");

  private final Types types;

  Operators(Types types) {
    this.types = types;
  }

  Typed unary(Expr.Unary unary, Context context) {
    if (unary.op() == Expr.UnaryOp.NOT) {
      return Typed.of(IntegerTypes.INT);
    }
    Typed operand = types.typer().typeOf(unary.operand(), context);
    return switch (unary.op()) {
      case DEREFERENCE -> dereference(operand);
      case ADDRESS -> operand.to(Merge.map(operand.type(), CType.Pointer::new));
      case COMPLEMENT, PLUS, MINUS ->
          operand.to(
              types.conversions(context).promote(Merge.map(operand.type(), Conversions::value)));
      default -> operand.to(Merge.map(operand.type(), Typer::stored));
    };
  }

  private static Typed dereference(Typed operand) {
    return operand.type().resolved() instanceof CType.Function
        ? operand
        : Selections.pointee(operand);
  }

  /** Chains of operators lean to the left and may be long: they are walked, not descended. */
  Typed binary(Expr.Binary binary, Context context) {
    Deque<Expr.Binary> chain = new ArrayDeque<>();
    Expr at = binary;
    while (at instanceof Expr.Binary each
        && !TRUTH.contains(each.op())
        && castOf(each, context).isEmpty()) {
      chain.push(each);
      at = Exprs.bare(each.left());
    }
    if (chain.isEmpty()) {
      return TRUTH.contains(binary.op())
          ? Typed.of(IntegerTypes.INT)
          : Typed.of(castOf(binary, context).orElseThrow());
    }
    Typed left =
        at instanceof Expr.Binary rest ? binary(rest, context) : types.typer().value(at, context);
    while (!chain.isEmpty()) {
      left = apply(left, chain.pop(), context);
    }
    return left;
  }

  /** {@code (T) -1}, read as a difference because nothing but the index knows that T is a type. */
  private Optional<CType> castOf(Expr.Binary binary, Context context) {
    if (!ALSO_UNARY.contains(binary.op())
        || !(binary.left() instanceof Expr.Paren paren)
        || Exprs.word(paren).isEmpty()) {
      return Optional.empty();
    }
    return types.reader().names().asType(Exprs.bare(paren), context);
  }

  private Typed apply(Typed left, Expr.Binary binary, Context context) {
    String op = binary.op();
    if (op.equals("<<") || op.equals(">>")) {
      return left.to(types.conversions(context).promote(left.type()));
    }
    if (!ARITHMETIC.contains(op)) {
      return Typed.unknown("the macro " + op + " as an operator");
    }
    if (left.type().isUnknown()) {
      return left;
    }
    boolean additive = op.equals("+") || op.equals("-");
    boolean pointer = left.type().resolved() instanceof CType.Pointer;
    if (op.equals("+") && pointer) {
      return left;
    }
    Typed right = types.typer().value(binary.right(), context);
    CType type =
        Merge.map(
            left.type(),
            one ->
                Merge.map(
                    right.type(),
                    other ->
                        additive && isPointer(one, other)
                            ? pointers(one, other)
                            : types.conversions(context).usual(one, other)));
    return left.to(type).and(right.steps());
  }

  private static boolean isPointer(CType one, CType other) {
    return one.resolved() instanceof CType.Pointer || other.resolved() instanceof CType.Pointer;
  }

  /** Pointer plus or minus integer, or the difference of two pointers. */
  private static CType pointers(CType one, CType other) {
    if (one.resolved() instanceof CType.Pointer) {
      return other.resolved() instanceof CType.Pointer ? IntegerTypes.LONG : one;
    }
    return other;
  }

  Typed conditional(Expr.Conditional conditional, Context context) {
    Expr yes = conditional.yes().orElse(conditional.condition());
    Typed one = types.typer().value(yes, context);
    Typed other = types.typer().value(conditional.no(), context);
    CType type =
        types
            .conversions(context)
            .conditional(
                one.type(),
                types.values().isNull(yes, context),
                other.type(),
                types.values().isNull(conditional.no(), context));
    return one.to(type).and(other.steps());
  }
}
