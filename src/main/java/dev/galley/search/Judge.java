package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.CType;
import dev.galley.kernelc.types.Typed;
import java.util.List;
import java.util.Optional;

/** Says whether an expression has the type that a metavariable asks for. */
final class Judge {

  private static final Typed INT =
      new Typed(new CType.Int("int", Integer.SIZE, true, 3), List.of());

  private final Program program;
  private final Sense sense;

  Judge(Program program, Sense sense) {
    this.program = program;
    this.sense = sense;
  }

  /** The type of an expression, also of one that is not written so in the program. */
  Typed typeOf(Expr expr) {
    if (sense == Sense.EXACT || !(expr instanceof Expr.Unary unary)) {
      return expr instanceof Expr.Unary unary && isMade(unary) ? made(unary) : program.typeOf(expr);
    }
    return switch (unary.op()) {
      case NOT -> INT;
      case ADDRESS, DEREFERENCE -> made(unary);
      default -> program.typeOf(expr);
    };
  }

  private Typed made(Expr.Unary unary) {
    Typed operand = typeOf(unary.operand());
    if (operand.type().isUnknown()) {
      return operand;
    }
    if (unary.op() == Expr.UnaryOp.ADDRESS) {
      return new Typed(new CType.Pointer(operand.type()), operand.steps());
    }
    Optional<CType> target = operand.type().target();
    return target.isPresent()
        ? new Typed(target.get(), operand.steps())
        : program.typeOf(unary.operand());
  }

  /** Whether a node stands nowhere in the program, but for another that does. */
  private static boolean isMade(Expr.Unary unary) {
    return unary.span().equals(unary.operand().span());
  }

  private String text(Expr expr) {
    return expr instanceof Expr.Unary unary && isMade(unary)
        ? unary.op().text() + text(unary.operand())
        : program.text(expr);
  }

  /** Whether a type is the one asked for, or nobody knows; the fit has the rest. */
  boolean fits(String variable, Expr expr, Typed typed, MetaVariable.OfType wanted, Fit fit) {
    TypeMatch.Answer answer = TypeMatch.fits(typed.type(), wanted.type());
    if (sense != Sense.EXACT && answer != TypeMatch.Answer.YES) {
      answer = Passing.fits(expr, typed.type(), wanted);
    }
    switch (answer) {
      case YES -> fit.prove(text(expr), typed);
      case UNKNOWN ->
          fit.doubt(
              "the type of "
                  + text(expr)
                  + " is "
                  + (typed.type().isUnknown()
                      ? typed.type()
                      : typed.type() + ", wanted is " + wanted.written()));
      case NO -> {
        return fit.refuse(
            new Refusal(variable, expr, wanted.written(), typed.type().toString()),
            Structure.owner(typed.type()));
      }
    }
    return true;
  }
}
