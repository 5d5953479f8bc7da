package dev.galley.convert;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints statements as C, a line each, blocks indented by a tab. */
final class StatementText {

  private static final int DEEPEST = 20;

  private final CodeText expressions;
  private final List<String> lines = new ArrayList<>();
  private boolean isComplete = true;

  private StatementText(CodeText expressions) {
    this.expressions = expressions;
  }

  /** The text; empty where a statement cannot be a part of a rule. */
  static Optional<String> of(List<Stmt> statements, CodeText expressions) {
    StatementText text = new StatementText(expressions);
    statements.forEach(statement -> text.print(statement, 0));
    return text.isComplete && !text.lines.isEmpty()
        ? Optional.of(String.join("\n", text.lines))
        : Optional.empty();
  }

  private void line(int depth, String text) {
    lines.add("\t".repeat(depth) + text);
  }

  private void print(Stmt statement, int depth) {
    if (depth > DEEPEST) {
      isComplete = false;
    } else if (statement instanceof Stmt.Evaluate evaluate) {
      line(depth, expressions.of(evaluate.expression()) + ";");
    } else if (statement instanceof Stmt.If choice) {
      choice(choice, depth, "");
    } else if (statement instanceof Stmt.While loop) {
      body("while (" + expressions.of(loop.condition()) + ")", loop.body(), depth);
    } else if (statement instanceof Stmt.For loop) {
      body(heading(loop), loop.body(), depth);
    } else if (statement instanceof Stmt.MacroBlock block && block.otherwise().isEmpty()) {
      body(block.macro().text() + "(" + all(block.arguments()) + ")", block.body(), depth);
    } else if (statement instanceof Stmt.Switch choice
        && choice.body() instanceof Stmt.Compound cases) {
      line(depth, "switch (" + expressions.of(choice.value()) + ") {");
      cases(cases.items(), depth);
      line(depth, "}");
    } else if (statement instanceof Stmt.DoWhile loop) {
      line(depth, "do {");
      items(loop.body(), depth + 1);
      line(depth, "} while (" + expressions.of(loop.condition()) + ");");
    } else if (statement instanceof Stmt.Compound block) {
      line(depth, "{");
      items(block, depth + 1);
      line(depth, "}");
    } else if (statement instanceof Stmt.Declare declare) {
      line(depth, expressions.slice(declare));
    } else {
      simple(statement, depth);
    }
  }

  private void simple(Stmt statement, int depth) {
    if (statement instanceof Stmt.Return back) {
      line(depth, "return" + back.value().map(e -> " " + expressions.of(e)).orElse("") + ";");
    } else if (statement instanceof Stmt.Break) {
      line(depth, "break;");
    } else if (statement instanceof Stmt.Continue) {
      line(depth, "continue;");
    } else if (statement instanceof Stmt.Goto jump) {
      line(depth, "goto " + jump.label().text() + ";");
    } else if (statement instanceof Stmt.Empty) {
      line(depth, ";");
    } else {
      isComplete = false;
    }
  }

  private void choice(Stmt.If choice, int depth, String before) {
    String heading = before + "if (" + expressions.of(choice.condition()) + ")";
    if (choice.otherwise().isEmpty()) {
      body(heading, choice.then(), depth);
      return;
    }
    boolean braces = !isOneLine(choice.then());
    line(depth, heading + (braces ? " {" : ""));
    items(choice.then(), depth + 1);
    String otherwise = braces ? "} else" : "else";
    Stmt no = choice.otherwise().get();
    if (no instanceof Stmt.If next) {
      choice(next, depth, otherwise + " ");
    } else {
      body(otherwise, no, depth);
    }
  }

  private void body(String heading, Stmt body, int depth) {
    if (isOneLine(body)) {
      line(depth, heading);
      items(body, depth + 1);
    } else {
      line(depth, heading + " {");
      items(body, depth + 1);
      line(depth, "}");
    }
  }

  private static boolean isOneLine(Stmt body) {
    if (body instanceof Stmt.Compound block) {
      return block.items().size() == 1 && isOneLine(block.items().get(0));
    }
    return body instanceof Stmt.Evaluate
        || body instanceof Stmt.Return
        || body instanceof Stmt.Break
        || body instanceof Stmt.Continue
        || body instanceof Stmt.Goto
        || body instanceof Stmt.Empty;
  }

  private void items(Stmt body, int depth) {
    if (body instanceof Stmt.Compound block) {
      block.items().forEach(item -> print(item, depth));
    } else {
      print(body, depth);
    }
  }

  private void cases(List<Stmt> items, int depth) {
    for (Stmt item : items) {
      if (item instanceof Stmt.Case one && one.last().isEmpty()) {
        line(depth, "case " + expressions.of(one.value()) + ":");
      } else if (item instanceof Stmt.Default) {
        line(depth, "default:");
      } else {
        print(item, depth + 1);
      }
    }
  }

  private String heading(Stmt.For loop) {
    String first =
        loop.first()
            .map(
                stmt ->
                    stmt instanceof Stmt.Evaluate evaluate
                        ? expressions.of(evaluate.expression())
                        : stmt instanceof Stmt.Declare declare
                                && declare.declaration() instanceof Decl.Declaration
                            ? expressions.slice(declare).replaceFirst(";$", "")
                            : "")
            .orElse("");
    return "for ("
        + first
        + ";"
        + loop.condition().map(e -> " " + expressions.of(e)).orElse("")
        + ";"
        + loop.step().map(e -> " " + expressions.of(e)).orElse("")
        + ")";
  }

  private String all(List<Expr> arguments) {
    return arguments.stream().map(expressions::of).collect(Collectors.joining(", "));
  }
}
