package dev.galley.kernelc.syntax;

import dev.galley.kernelc.syntax.TreeText.Lines;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements as lines; see {@link TreeText}. */
final class StmtText {

  private StmtText() {}

  static void print(Stmt node, Lines lines) {
    if (node instanceof Stmt.Declare declare) {
      DeclText.print(declare.declaration(), lines);
    } else if (node instanceof Stmt.If) {
      ladder(node, lines);
    } else if (node instanceof Stmt.Compound compound) {
      lines.add("block");
      lines.indented(() -> compound.items().forEach(item -> print(item, lines)));
    } else if (node instanceof Stmt.Labeled labeled) {
      labeled.labels().forEach(label -> print(label, lines));
      print(labeled.statement(), lines);
    } else if (node instanceof Stmt.Alternatives alternatives) {
      for (Stmt.Alternatives.Branch branch : alternatives.branches()) {
        lines.add(branch.condition());
        lines.indented(() -> branch.items().forEach(item -> print(item, lines)));
      }
      lines.add("#endif");
    } else {
      lines.add(head(node));
      body(node).ifPresent(body -> guarded(body, lines));
      if (node instanceof Stmt.MacroBlock block && block.otherwise().isPresent()) {
        lines.add("else");
        guarded(block.otherwise().get(), lines);
      }
    }
  }

  /** The statement that another one guards, without the line for its braces. */
  private static void guarded(Stmt body, Lines lines) {
    lines.indented(
        () -> {
          if (body instanceof Stmt.Compound compound) {
            compound.items().forEach(item -> print(item, lines));
          } else {
            print(body, lines);
          }
        });
  }

  private static void ladder(Stmt first, Lines lines) {
    Stmt rung = first;
    String word = "if ";
    while (rung instanceof Stmt.If branch) {
      lines.add(word + ExprText.of(branch.condition()));
      guarded(branch.then(), lines);
      if (branch.otherwise().isEmpty()) {
        return;
      }
      rung = branch.otherwise().get();
      word = "else if ";
    }
    lines.add("else");
    guarded(rung, lines);
  }

  private static Optional<Stmt> body(Stmt node) {
    if (node instanceof Stmt.While loop) {
      return Optional.of(loop.body());
    } else if (node instanceof Stmt.DoWhile loop) {
      return Optional.of(loop.body());
    } else if (node instanceof Stmt.For loop) {
      return Optional.of(loop.body());
    } else if (node instanceof Stmt.Switch choice) {
      return Optional.of(choice.body());
    } else if (node instanceof Stmt.MacroBlock block) {
      return Optional.of(block.body());
    }
    return Optional.empty();
  }

  private static String head(Stmt node) {
    if (node instanceof Stmt.Evaluate evaluate) {
      return ExprText.of(evaluate.expression());
    } else if (node instanceof Stmt.While loop) {
      return "while " + ExprText.of(loop.condition());
    } else if (node instanceof Stmt.DoWhile loop) {
      return "do while " + ExprText.of(loop.condition());
    } else if (node instanceof Stmt.For loop) {
      return forHead(loop);
    } else if (node instanceof Stmt.Switch choice) {
      return "switch " + ExprText.of(choice.value());
    } else if (node instanceof Stmt.MacroBlock block) {
      return "guarded "
          + block.macro()
          + TypeText.sure(block.guess())
          + ExprText.all(block.arguments());
    } else if (node instanceof Stmt.MacroStatement macro) {
      return "macro "
          + macro.macro()
          + TypeText.sure(macro.guess())
          + ExprText.all(macro.arguments());
    } else if (node instanceof Stmt.Return result) {
      return "return" + result.value().map(value -> " " + ExprText.of(value)).orElse("");
    } else if (node instanceof Stmt.Asm asm) {
      return asm(asm);
    }
    return jump(node);
  }

  private static String forHead(Stmt.For loop) {
    String first = loop.first().map(start -> TreeText.of(start).strip()).orElse("-");
    return "for "
        + first
        + "; "
        + loop.condition().map(ExprText::of).orElse("-")
        + "; "
        + loop.step().map(ExprText::of).orElse("-");
  }

  private static String jump(Stmt node) {
    if (node instanceof Stmt.Case label) {
      return "case "
          + ExprText.of(label.value())
          + label.last().map(last -> " ... " + ExprText.of(last)).orElse("");
    } else if (node instanceof Stmt.Default) {
      return "default";
    } else if (node instanceof Stmt.Label label) {
      return "label "
          + label.name()
          + label.attributes().stream()
              .map(attribute -> " " + TypeText.attribute(attribute))
              .collect(Collectors.joining());
    } else if (node instanceof Stmt.Break) {
      return "break";
    } else if (node instanceof Stmt.Continue) {
      return "continue";
    } else if (node instanceof Stmt.Goto jump) {
      return "goto " + jump.label();
    } else if (node instanceof Stmt.ComputedGoto jump) {
      return "goto * " + ExprText.of(jump.target());
    }
    return "empty"
        + ((Stmt.Empty) node)
            .attributes().stream()
                .map(attribute -> " " + TypeText.attribute(attribute))
                .collect(Collectors.joining());
  }

  static String asm(Stmt.Asm asm) {
    return "asm"
        + asm.words().stream().map(word -> " " + word).collect(Collectors.joining())
        + ExprText.all(asm.template())
        + asm.operands().stream().map(StmtText::operand).collect(Collectors.joining());
  }

  private static String operand(Stmt.Asm.Operand operand) {
    return " ["
        + operand.section()
        + operand.name().map(name -> " " + name).orElse("")
        + " "
        + operand.constraint()
        + operand.value().map(value -> " " + ExprText.of(value)).orElse("")
        + "]";
  }
}
