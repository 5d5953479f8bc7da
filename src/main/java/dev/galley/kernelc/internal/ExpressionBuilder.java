package dev.galley.kernelc.internal;

import static dev.galley.kernelc.internal.TreeSource.end;
import static dev.galley.kernelc.internal.TreeSource.rule;
import static dev.galley.kernelc.internal.TreeSource.span;
import static dev.galley.kernelc.internal.TreeSource.start;
import static dev.galley.kernelc.internal.TreeSource.token;
import static dev.galley.kernelc.internal.TreeSource.type;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Expr.UnaryOp;
import dev.galley.kernelc.syntax.Guess;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Expressions, C17 6.5, except lists and what is made of them. */
final class ExpressionBuilder {

  private final TreeBuilder builder;

  ExpressionBuilder(TreeBuilder builder) {
    this.builder = builder;
  }

  /** Any rule from {@code expression} down to {@code primary}, and {@code initializer}. */
  Expr of(ParseTree tree) {
    ParserRuleContext context = (ParserRuleContext) tree;
    while (context.children.size() == 1
        && context.getRuleIndex() != KernelC.RULE_initializerList
        && context.children.get(0) instanceof ParserRuleContext only
        && context.getRuleIndex() != KernelC.RULE_primary) {
      context = only;
    }
    return switch (context.getRuleIndex()) {
      case KernelC.RULE_expression -> comma(context);
      case KernelC.RULE_assignment -> assignment(context);
      case KernelC.RULE_conditional -> conditional(context);
      case KernelC.RULE_binary -> binary(context);
      case KernelC.RULE_cast -> cast(context);
      case KernelC.RULE_unary -> unary(context);
      case KernelC.RULE_postfix -> postfix(context);
      case KernelC.RULE_primary -> primary(context);
      case KernelC.RULE_initializerList -> builder.lists.initializerList(context);
      default ->
          throw new IllegalStateException(
              "no expression: " + KernelC.ruleNames[context.getRuleIndex()]);
    };
  }

  private Expr comma(ParserRuleContext context) {
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < context.children.size(); i += 2) {
      parts.add(of(context.children.get(i)));
    }
    return new Expr.Comma(span(context), parts);
  }

  private Expr assignment(ParserRuleContext context) {
    return new Expr.Assign(
        span(context),
        builder.source.text(token(context.children.get(1))),
        of(context.children.get(0)),
        of(context.children.get(2)));
  }

  /** Ladders of {@code a ? b : c ? d : …} may be long, so they are climbed in a loop. */
  private Expr conditional(ParserRuleContext outermost) {
    List<ParserRuleContext> ladder = new ArrayList<>();
    ParserRuleContext rung = outermost;
    while (rung.children.size() > 1) {
      ladder.add(rung);
      rung = (ParserRuleContext) rung.children.get(rung.children.size() - 1);
    }
    Expr result = of(rung);
    for (int i = ladder.size() - 1; i >= 0; i--) {
      ParserRuleContext context = ladder.get(i);
      Expr condition = of(context.children.get(0));
      Optional<Expr> yes =
          rule(context.children.get(2)) == KernelC.RULE_expression
              ? Optional.of(of(context.children.get(2)))
              : Optional.empty();
      result = new Expr.Conditional(span(context), condition, yes, result);
    }
    return result;
  }

  /** Chains lean to the left and may have thousands of terms. */
  private Expr binary(ParserRuleContext topmost) {
    List<ParserRuleContext> chain = new ArrayList<>();
    ParserRuleContext link = topmost;
    while (link.getRuleIndex() == KernelC.RULE_binary && link.children.size() == 3) {
      chain.add(link);
      link = (ParserRuleContext) link.children.get(0);
    }
    Expr left = of(link);
    for (int i = chain.size() - 1; i >= 0; i--) {
      ParserRuleContext context = chain.get(i);
      left =
          new Expr.Binary(
              span(context),
              builder.source.spelling(token(context.children.get(1))),
              left,
              of(context.children.get(2)));
    }
    return left;
  }

  private Expr cast(ParserRuleContext context) {
    TypeSyntax.TypeName type = builder.types.typeName((ParserRuleContext) context.children.get(1));
    return new Expr.Cast(span(context), type, of(context.children.get(3)), castGuess(type));
  }

  /** A cast is as sure as the name of its type. */
  private static Guess castGuess(TypeSyntax.TypeName type) {
    for (TypeSyntax part : type.specifiers().types()) {
      if (part instanceof TypeSyntax.Named named) {
        return named.guess();
      }
    }
    return Guess.NONE;
  }

  private Expr unary(ParserRuleContext context) {
    Token first = token(context.children.get(0));
    return switch (first.getType()) {
      case KernelC.SIZEOF, KernelC.ALIGNOF ->
          new Expr.SizeOf(span(context), first.getType() == KernelC.ALIGNOF, sizeOperand(context));
      case KernelC.AND ->
          new Expr.LabelAddress(span(context), builder.source.name(token(context.children.get(1))));
      default ->
          new Expr.Unary(span(context), prefix(first.getType()), of(context.children.get(1)));
    };
  }

  private Expr sizeOperand(ParserRuleContext context) {
    return context.children.size() == 2
        ? of(context.children.get(1))
        : typeOperand((ParserRuleContext) context.children.get(2));
  }

  /** A type alone in the place of an expression. */
  Expr typeOperand(ParserRuleContext typeName) {
    TypeSyntax.TypeName type = builder.types.typeName(typeName);
    return new Expr.TypeOperand(type.span(), type, Optional.empty(), Optional.empty());
  }

  private static UnaryOp prefix(int type) {
    return switch (type) {
      case KernelC.INC -> UnaryOp.INCREMENT;
      case KernelC.DEC -> UnaryOp.DECREMENT;
      case KernelC.AMP -> UnaryOp.ADDRESS;
      case KernelC.STAR -> UnaryOp.DEREFERENCE;
      case KernelC.PLUS -> UnaryOp.PLUS;
      case KernelC.MINUS -> UnaryOp.MINUS;
      case KernelC.TILDE -> UnaryOp.COMPLEMENT;
      case KernelC.NOT -> UnaryOp.NOT;
      case KernelC.EXTENSION -> UnaryOp.EXTENSION;
      default -> throw new IllegalStateException("no prefix operator: token type " + type);
    };
  }

  private Expr postfix(ParserRuleContext context) {
    Expr base = of(context.children.get(0));
    for (int i = 1; i < context.children.size(); i++) {
      base = operation(base, (ParserRuleContext) context.children.get(i));
    }
    return base;
  }

  private Expr operation(Expr base, ParserRuleContext operation) {
    Span span = new Span(base.span().start(), end(operation));
    ParseTree first = operation.children.get(0);
    return switch (type(first)) {
      case KernelC.LBRACKET -> new Expr.Index(span, base, of(operation.children.get(1)));
      case KernelC.DOT, KernelC.ARROW ->
          new Expr.Member(
              span,
              base,
              type(first) == KernelC.ARROW,
              builder.source.name(token(operation.children.get(1))));
      case KernelC.INC -> new Expr.Unary(span, UnaryOp.POST_INCREMENT, base);
      case KernelC.DEC -> new Expr.Unary(span, UnaryOp.POST_DECREMENT, base);
      default -> new Expr.Call(span, base, builder.lists.arguments((ParserRuleContext) first));
    };
  }

  private Expr primary(ParserRuleContext context) {
    ParseTree first = context.children.get(0);
    return switch (type(first)) {
      case KernelC.NUMBER, KernelC.CHARACTER -> constant(context);
      case KernelC.LPAREN -> parenthesis(context);
      case KernelC.GENERIC -> generic(context);
      case 0 ->
          rule(first) == KernelC.RULE_stringLiteral
              ? builder.lists.strings((ParserRuleContext) first)
              : builder.soup.opaque((ParserRuleContext) first);
      default -> new Expr.Ident(span(context), builder.source.spelling(token(first)));
    };
  }

  /** A number may have a macro behind it: {@code 1 KB}. */
  private Expr constant(ParserRuleContext context) {
    ParseTree first = context.children.get(0);
    Expr constant = new Expr.Constant(span(first), builder.source.text(token(first)));
    return context.children.size() == 1
        ? constant
        : new Expr.Binary(
            span(context),
            builder.source.spelling(token(context.children.get(1))),
            constant,
            new Expr.Nothing(Span.at(end(context))));
  }

  private Expr parenthesis(ParserRuleContext context) {
    ParserRuleContext inner = (ParserRuleContext) context.children.get(1);
    return switch (inner.getRuleIndex()) {
      case KernelC.RULE_compound ->
          new Expr.StatementExpr(span(context), builder.statements.compound(inner));
      case KernelC.RULE_typeName ->
          new Expr.CompoundLiteral(
              span(context),
              builder.types.typeName(inner),
              builder.lists.initializerList((ParserRuleContext) context.children.get(3)));
      default -> new Expr.Paren(span(context), of(inner));
    };
  }

  private Expr generic(ParserRuleContext context) {
    Expr control = of(context.children.get(2));
    List<Expr.Choice> choices = new ArrayList<>();
    for (int i = 4; i < context.children.size(); i += 2) {
      ParserRuleContext association = (ParserRuleContext) context.children.get(i);
      ParseTree type = association.children.get(0);
      choices.add(
          new Expr.Choice(
              rule(type) == KernelC.RULE_typeName
                  ? Optional.of(builder.types.typeName((ParserRuleContext) type))
                  : Optional.empty(),
              of(association.children.get(2))));
    }
    return new Expr.Generic(new Span(start(context), end(context)), control, choices);
  }
}
