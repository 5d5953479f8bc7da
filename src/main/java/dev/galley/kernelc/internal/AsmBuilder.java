package dev.galley.kernelc.internal;

import static dev.galley.kernelc.internal.TreeSource.rule;
import static dev.galley.kernelc.internal.TreeSource.span;
import static dev.galley.kernelc.internal.TreeSource.token;
import static dev.galley.kernelc.internal.TreeSource.type;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Assembler statements with their operands. */
final class AsmBuilder {

  private final TreeBuilder builder;

  AsmBuilder(TreeBuilder builder) {
    this.builder = builder;
  }

  Stmt.Asm of(ParserRuleContext context) {
    List<String> words = new ArrayList<>();
    List<Expr> template = new ArrayList<>();
    List<Stmt.Asm.Operand> operands = new ArrayList<>();
    int section = 0;
    for (int i = 1; i < context.children.size(); i++) {
      ParseTree child = context.children.get(i);
      if (child instanceof KernelC.AsmTextContext text) {
        template(text, template);
      } else if (child instanceof KernelC.AsmOperandsContext all) {
        operands(all, section, operands);
      } else if (child instanceof KernelC.SoupContext soup) {
        template.add(builder.soup.opaque(soup));
      } else if (type(child) == KernelC.COLON) {
        section++;
      } else if (isWord(type(child))) {
        words.add(builder.source.text(token(child)));
      }
    }
    return new Stmt.Asm(span(context), words, template, operands);
  }

  private static boolean isWord(int type) {
    return type == KernelC.VOLATILE
        || type == KernelC.INLINE
        || type == KernelC.GOTO
        || type == KernelC.ATTR;
  }

  private void template(ParserRuleContext text, List<Expr> template) {
    for (ParseTree part : text.children) {
      if (part instanceof KernelC.StringLiteralContext strings) {
        template.add(builder.lists.strings(strings));
      } else if (type(part) == KernelC.NUMBER) {
        template.add(new Expr.Constant(span(part), builder.source.text(token(part))));
      } else {
        template.add(new Expr.Ident(span(part), builder.source.spelling(token(part))));
      }
    }
  }

  private void operands(ParserRuleContext context, int section, List<Stmt.Asm.Operand> operands) {
    for (ParseTree child : context.children) {
      if (child instanceof KernelC.AsmOperandContext operand) {
        operands.add(operand(operand, section));
      }
    }
  }

  private Stmt.Asm.Operand operand(ParserRuleContext context, int section) {
    List<ParseTree> children = context.children;
    if (type(children.get(0)) == KernelC.ID) {
      Optional<Expr> call =
          children.size() > 1
              ? Optional.of(
                  builder.lists.call(children.get(0), (ParserRuleContext) children.get(1)))
              : Optional.empty();
      return new Stmt.Asm.Operand(
          section, Optional.empty(), builder.source.spelling(token(children.get(0))), call);
    }
    Optional<Name> name = Optional.empty();
    int next = 0;
    if (type(children.get(0)) == KernelC.LBRACKET) {
      name = Optional.of(builder.source.name(token(children.get(1))));
      next = 3;
    }
    String constraint = builder.source.text(span(children.get(next)));
    Optional<Expr> value =
        children.size() > next + 2 && rule(children.get(next + 2)) >= 0
            ? Optional.of(builder.expressions.of(children.get(next + 2)))
            : Optional.empty();
    return new Stmt.Asm.Operand(section, name, constraint, value);
  }
}
