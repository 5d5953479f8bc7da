package dev.galley.kernelc;

import dev.galley.kernelc.internal.SnippetParser;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.text.Bytes;

/** Reads a piece of C by itself: a search pattern, an argument of a macro. Spans are its octets. */
public final class Snippet {

  private Snippet() {}

  /** A {@link dev.galley.kernelc.syntax.Unit.Expression}. */
  public static Reading expression(Bytes source) {
    return SnippetParser.parse(source, PositionPass.Unit.EXPRESSION, CLimits.DEFAULT);
  }

  /** A {@link dev.galley.kernelc.syntax.Unit.Statements}; the last semicolon may be left out. */
  public static Reading statements(Bytes source) {
    return SnippetParser.parse(source, PositionPass.Unit.STATEMENTS, CLimits.DEFAULT);
  }

  /** A {@link dev.galley.kernelc.syntax.Unit.Declarations}. */
  public static Reading declarations(Bytes source) {
    return SnippetParser.parse(source, PositionPass.Unit.DECLARATION, CLimits.DEFAULT);
  }

  /**
   * A type's name, as a {@link dev.galley.kernelc.syntax.Expr.TypeOperand} in a {@link
   * dev.galley.kernelc.syntax.Unit.Expression}.
   */
  public static Reading type(Bytes source) {
    return SnippetParser.parse(source, PositionPass.Unit.TYPE, CLimits.DEFAULT);
  }
}
