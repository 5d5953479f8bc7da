package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Expr;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * An argument of a macro call with the place where its names are looked up. Its type is worked out
 * once, so that nested calls of {@code min()} and the like stay cheap.
 */
final class Passed {

  private final Expr expression;
  private final Context where;
  private Optional<Typed> typed = Optional.empty();

  Passed(Expr expression, Context where) {
    this.expression = expression;
    this.where = where;
  }

  Expr expression() {
    return expression;
  }

  Context where() {
    return where;
  }

  Typed type(BiFunction<Expr, Context, Typed> typer) {
    if (typed.isEmpty()) {
      typed = Optional.of(typer.apply(expression, where));
    }
    return typed.get();
  }
}
