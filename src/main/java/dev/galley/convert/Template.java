package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.List;

/** One side of a rule: C with metavariables in it. */
public sealed interface Template {

  /** The template as written. */
  String text();

  /** An expression. */
  record Expression(String text, Expr shape) implements Template {}

  /** One statement or several in a row. */
  record Statements(String text, List<Stmt> shapes) implements Template {
    public Statements {
      shapes = List.copyOf(shapes);
    }
  }
}
