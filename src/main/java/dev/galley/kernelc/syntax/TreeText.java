package dev.galley.kernelc.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints trees for people and tests: statements and declarations a line each, indented; expressions
 * inside the line as {@code (call f (name x))}.
 *
 * <p>Types read from the name outwards: <code>a: array[3] pointer int</code>. A question mark
 * follows a type's name or a macro that is only guessed.
 */
public final class TreeText {

  private TreeText() {}

  /** The lines of a node, each with its line feed; one line for an expression or type. */
  public static String of(CNode node) {
    Lines lines = new Lines();
    if (node instanceof Unit unit) {
      unit(unit, lines);
    } else if (node instanceof Stmt statement) {
      StmtText.print(statement, lines);
    } else if (node instanceof Decl declaration) {
      DeclText.print(declaration, lines);
    } else if (node instanceof Expr expression) {
      lines.add(ExprText.of(expression));
    } else if (node instanceof TypeSyntax type) {
      lines.add(TypeText.of(type));
    }
    return lines.toString();
  }

  private static void unit(Unit unit, Lines lines) {
    if (unit instanceof Unit.Declarations declarations) {
      declarations.items().forEach(item -> DeclText.print(item, lines));
    } else if (unit instanceof Unit.Statements statements) {
      statements.items().forEach(item -> StmtText.print(item, lines));
    } else if (unit instanceof Unit.Expression expression) {
      lines.add(ExprText.of(expression.expression()));
    }
  }

  /** Statements in the middle of an expression. */
  static String inline(List<Stmt> statements) {
    Lines lines = new Lines();
    statements.forEach(statement -> StmtText.print(statement, lines));
    return lines.inline();
  }

  /** Lines with their depth. */
  static final class Lines {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    void add(String line) {
      text.append("  ".repeat(depth)).append(line).append('\n');
    }

    void indented(Runnable body) {
      depth++;
      body.run();
      depth--;
    }

    /** All lines in one; deeper ones after as many {@code >}. */
    String inline() {
      return text.toString().lines().map(Lines::marked).collect(Collectors.joining("; "));
    }

    private static String marked(String line) {
      int depth = (line.length() - line.stripLeading().length()) / 2;
      return ">".repeat(depth) + (depth == 0 ? "" : " ") + line.strip();
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
