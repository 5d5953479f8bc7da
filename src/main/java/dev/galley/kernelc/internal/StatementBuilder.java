package dev.galley.kernelc.internal;

import static dev.galley.kernelc.internal.TreeSource.end;
import static dev.galley.kernelc.internal.TreeSource.rule;
import static dev.galley.kernelc.internal.TreeSource.span;
import static dev.galley.kernelc.internal.TreeSource.token;
import static dev.galley.kernelc.internal.TreeSource.type;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Statements, C17 6.8. */
final class StatementBuilder {

  private final TreeBuilder builder;

  StatementBuilder(TreeBuilder builder) {
    this.builder = builder;
  }

  Stmt.Compound compound(ParserRuleContext context) {
    List<Stmt> items = new ArrayList<>();
    for (int i = 1; i < context.children.size() - 1; i++) {
      items.add(item((ParserRuleContext) context.children.get(i)));
    }
    return new Stmt.Compound(span(context), builder.nesting.statements(items, span(context)));
  }

  Stmt item(ParserRuleContext context) {
    ParserRuleContext only = (ParserRuleContext) context.children.get(0);
    return switch (only.getRuleIndex()) {
      case KernelC.RULE_label -> label(only);
      case KernelC.RULE_declaration -> declare(only);
      default -> statement(only);
    };
  }

  private Stmt declare(ParserRuleContext declaration) {
    Decl decl = builder.declarations.declaration(declaration);
    return new Stmt.Declare(decl.span(), decl);
  }

  private Stmt label(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    switch (type(children.get(0))) {
      case KernelC.CASE -> {
        Optional<Expr> last =
            children.size() > 3
                ? Optional.of(builder.expressions.of(children.get(3)))
                : Optional.empty();
        return new Stmt.Case(span(context), builder.expressions.of(children.get(1)), last);
      }
      case KernelC.DEFAULT -> {
        return new Stmt.Default(span(context));
      }
      default -> {
        return new Stmt.Label(
            span(context),
            builder.source.name(token(children.get(0))),
            builder.types.attributes(children, 2));
      }
    }
  }

  /** The statement that another one guards. */
  private Stmt body(ParseTree tree) {
    ParserRuleContext context = (ParserRuleContext) tree;
    int last = context.children.size() - 1;
    Stmt statement = statement((ParserRuleContext) context.children.get(last));
    if (last == 0) {
      return statement;
    }
    List<Stmt> labels = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      labels.add(label((ParserRuleContext) context.children.get(i)));
    }
    return new Stmt.Labeled(span(context), labels, statement);
  }

  private Stmt statement(ParserRuleContext context) {
    ParseTree first = context.children.get(0);
    if (first instanceof ParserRuleContext inner) {
      return ofRule(context, inner);
    }
    Span span = span(context);
    List<ParseTree> children = context.children;
    Token token = token(first);
    return switch (token.getType()) {
      case KernelC.SEMI -> new Stmt.Empty(span, List.of());
      case KernelC.IF -> ladder(context);
      case KernelC.WHILE ->
          new Stmt.While(span, builder.expressions.of(children.get(2)), body(children.get(4)));
      case KernelC.DO -> doWhile(context);
      case KernelC.FOR -> forLoop(context);
      case KernelC.SWITCH ->
          new Stmt.Switch(span, builder.expressions.of(children.get(2)), body(children.get(4)));
      case KernelC.BLOCK_MACRO, KernelC.IF_MACRO -> macroBlock(context);
      case KernelC.MACRO_STATEMENT ->
          new Stmt.MacroStatement(
              span, builder.source.name(token), arguments(children), builder.source.guess(token));
      case KernelC.RETURN ->
          new Stmt.Return(
              span,
              children.size() == 3
                  ? Optional.of(builder.expressions.of(children.get(1)))
                  : Optional.empty());
      case KernelC.BREAK -> new Stmt.Break(span);
      case KernelC.CONTINUE -> new Stmt.Continue(span);
      case KernelC.GOTO ->
          type(children.get(1)) == KernelC.STAR
              ? new Stmt.ComputedGoto(span, builder.expressions.of(children.get(2)))
              : new Stmt.Goto(span, builder.source.name(token(children.get(1))));
      default -> throw new IllegalStateException("no statement: token type " + token.getType());
    };
  }

  private Stmt ofRule(ParserRuleContext context, ParserRuleContext first) {
    return switch (first.getRuleIndex()) {
      case KernelC.RULE_compound -> compound(first);
      case KernelC.RULE_asmStatement -> builder.asm.of(first);
      case KernelC.RULE_attribute ->
          new Stmt.Empty(span(context), builder.types.attributes(context.children, 0));
      default -> new Stmt.Evaluate(span(context), builder.expressions.of(first));
    };
  }

  private Stmt macroBlock(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    int last = children.size() - 1;
    boolean hasElse = type(children.get(last - 1)) == KernelC.ELSE;
    Token macro = token(children.get(0));
    return new Stmt.MacroBlock(
        span(context),
        builder.source.name(macro),
        arguments(children),
        body(children.get(hasElse ? last - 2 : last)),
        hasElse ? Optional.of(body(children.get(last))) : Optional.empty(),
        builder.source.guess(macro));
  }

  /** The arguments of all lists that follow a macro, in one row. */
  private List<Expr> arguments(List<ParseTree> children) {
    List<Expr> arguments = List.of();
    for (ParseTree child : children) {
      if (child instanceof KernelC.ArgumentsContext list) {
        List<Expr> more = builder.lists.arguments(list);
        if (arguments.isEmpty()) {
          arguments = more;
        } else {
          arguments = new ArrayList<>(arguments);
          arguments.addAll(more);
        }
      }
    }
    return arguments;
  }

  /** {@code else if} ladders may be long, so they are climbed in a loop. */
  private Stmt ladder(ParserRuleContext first) {
    List<ParserRuleContext> rungs = new ArrayList<>();
    rungs.add(first);
    Optional<ParserRuleContext> next = elseIf(first);
    while (next.isPresent()) {
      rungs.add(next.get());
      next = elseIf(next.get());
    }
    List<ParseTree> bottom = rungs.get(rungs.size() - 1).children;
    Stmt result =
        branch(
            rungs.get(rungs.size() - 1),
            bottom.size() > 6 ? Optional.of(body(bottom.get(6))) : Optional.empty());
    for (int i = rungs.size() - 2; i >= 0; i--) {
      result = branch(rungs.get(i), Optional.of(result));
    }
    return result;
  }

  private Stmt branch(ParserRuleContext rung, Optional<Stmt> otherwise) {
    return new Stmt.If(
        span(rung),
        builder.expressions.of(rung.children.get(2)),
        body(rung.children.get(4)),
        otherwise);
  }

  /** The {@code if} that is the whole else branch of another one. */
  private static Optional<ParserRuleContext> elseIf(ParserRuleContext rung) {
    if (rung.children.size() <= 6) {
      return Optional.empty();
    }
    ParserRuleContext body = (ParserRuleContext) rung.children.get(6);
    ParserRuleContext statement = (ParserRuleContext) body.children.get(0);
    return body.children.size() == 1 && type(statement.children.get(0)) == KernelC.IF
        ? Optional.of(statement)
        : Optional.empty();
  }

  private Stmt doWhile(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    Stmt body = body(children.get(1));
    Expr condition =
        type(children.get(2)) == KernelC.WHILE
            ? builder.expressions.of(children.get(4))
            : builder.lists.call(children.get(2), (ParserRuleContext) children.get(3));
    return new Stmt.DoWhile(span(context), body, condition);
  }

  private Stmt forLoop(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    int next = 2;
    Optional<Stmt> first = Optional.empty();
    if (rule(children.get(next)) == KernelC.RULE_declaration) {
      first = Optional.of(declare((ParserRuleContext) children.get(next)));
      next++;
    } else if (type(children.get(next)) == KernelC.SEMI) {
      next++;
    } else {
      Expr start = builder.expressions.of(children.get(next));
      int end = span(children.get(next + 1)).end();
      first = Optional.of(new Stmt.Evaluate(new Span(start.span().start(), end), start));
      next += 2;
    }
    Optional<Expr> condition = Optional.empty();
    if (type(children.get(next)) != KernelC.SEMI) {
      condition = Optional.of(builder.expressions.of(children.get(next)));
      next++;
    }
    next++;
    Optional<Expr> step = Optional.empty();
    if (type(children.get(next)) != KernelC.RPAREN) {
      step = Optional.of(builder.expressions.of(children.get(next)));
    }
    Stmt body = body(children.get(children.size() - 1));
    return new Stmt.For(
        new Span(span(context).start(), end(context)), first, condition, step, body);
  }
}
