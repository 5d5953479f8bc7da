package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import java.util.List;
import java.util.Optional;

/** Small questions to expressions. */
final class Exprs {

  private Exprs() {}

  /** Without the parentheses and {@code __extension__} around it. */
  static Expr bare(Expr expression) {
    Expr at = expression;
    while (true) {
      if (at instanceof Expr.Paren paren) {
        at = paren.inner();
      } else if (at instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.EXTENSION) {
        at = unary.operand();
      } else {
        return at;
      }
    }
  }

  /** The word that an argument is; a position pass may have taken it for a type. */
  static Optional<Name> word(Expr argument) {
    Expr bare = bare(argument);
    if (bare instanceof Expr.Ident ident) {
      return Optional.of(new Name(ident.name(), ident.span()));
    }
    if (bare instanceof Expr.TypeOperand operand
        && operand.declared().isEmpty()
        && operand.type().specifiers().types().size() == 1
        && operand.type().specifiers().types().get(0) instanceof TypeSyntax.Named named
        && named.span().equals(operand.span())) {
      return Optional.of(new Name(named.name(), named.span()));
    }
    return Optional.empty();
  }

  /** The one expression that a macro's body is. */
  static Optional<Expr> only(Unit unit) {
    if (unit instanceof Unit.Expression expression) {
      return Optional.of(expression.expression());
    }
    if (unit instanceof Unit.Statements statements) {
      List<Stmt> items = statements.items();
      if (items.size() == 1 && items.get(0) instanceof Stmt.Evaluate evaluate) {
        return Optional.of(evaluate.expression());
      }
    }
    return Optional.empty();
  }
}
