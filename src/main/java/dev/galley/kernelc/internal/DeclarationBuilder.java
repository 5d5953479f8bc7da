package dev.galley.kernelc.internal;

import static dev.galley.kernelc.internal.TreeSource.rule;
import static dev.galley.kernelc.internal.TreeSource.span;
import static dev.galley.kernelc.internal.TreeSource.token;
import static dev.galley.kernelc.internal.TreeSource.type;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Declarations of files and blocks, C17 6.7 and 6.9. */
final class DeclarationBuilder {

  private final TreeBuilder builder;

  DeclarationBuilder(TreeBuilder builder) {
    this.builder = builder;
  }

  Decl external(ParserRuleContext context) {
    if (!(context.children.get(0) instanceof ParserRuleContext only)) {
      return new Decl.Other(span(context), Optional.empty());
    }
    return switch (only.getRuleIndex()) {
      case KernelC.RULE_functionDefinition -> function(only);
      case KernelC.RULE_declaration -> declaration(only);
      case KernelC.RULE_fileMacro -> fileMacro(only);
      default -> new Decl.Other(span(context), Optional.of(builder.asm.of(only)));
    };
  }

  Decl function(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    Optional<TypeSyntax.Specifiers> specifiers = Optional.empty();
    int next = 0;
    if (rule(children.get(0)) == KernelC.RULE_specifiers) {
      specifiers = Optional.of(builder.types.specifiers((ParserRuleContext) children.get(0)));
      next = 1;
    }
    TypeSyntax.Declarator declarator;
    if (type(children.get(next)) == KernelC.HEADER_MACRO) {
      declarator = macroHeader(children, next);
      next += 2;
    } else {
      declarator = builder.declarators.of((ParserRuleContext) children.get(next));
      next++;
    }
    List<Decl> oldStyle = new ArrayList<>();
    for (; next < children.size(); next++) {
      if (rule(children.get(next)) == KernelC.RULE_declaration) {
        oldStyle.add(declaration((ParserRuleContext) children.get(next)));
      }
    }
    Stmt.Compound body =
        builder.statements.compound((ParserRuleContext) children.get(children.size() - 1));
    return new Decl.FunctionDefinition(span(context), specifiers, declarator, oldStyle, body);
  }

  private TypeSyntax.Declarator macroHeader(List<ParseTree> children, int at) {
    Expr.Call call = builder.lists.call(children.get(at), (ParserRuleContext) children.get(at + 1));
    List<TypeSyntax.Attribute> attributes = builder.types.attributes(children, at + 2);
    int end =
        attributes.isEmpty()
            ? call.span().end()
            : attributes.get(attributes.size() - 1).span().end();
    return new TypeSyntax.Declarator(
        new Span(call.span().start(), end),
        Optional.empty(),
        List.of(),
        Optional.of(call),
        attributes);
  }

  Decl declaration(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    ParseTree first = children.get(0);
    switch (type(first)) {
      case KernelC.STATIC_ASSERT -> {
        return new Decl.StaticAssert(
            span(context), builder.lists.arguments((ParserRuleContext) children.get(1)));
      }
      case KernelC.LABEL -> {
        return localLabels(context);
      }
      default -> {}
    }
    if (rule(first) == KernelC.RULE_initDeclaratorMacro) {
      return macroDeclaration(context, (ParserRuleContext) first);
    }
    List<Decl.Declared> declared = new ArrayList<>();
    for (int i = 1; i < children.size(); i++) {
      if (children.get(i) instanceof ParserRuleContext declarator) {
        declared.add(initDeclarator(declarator));
      }
    }
    return new Decl.Declaration(
        span(context), builder.types.specifiers((ParserRuleContext) first), declared);
  }

  private Decl.Declared initDeclarator(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    return new Decl.Declared(
        span(context),
        builder.declarators.of((ParserRuleContext) children.get(0)),
        Optional.empty(),
        List.of(),
        children.size() > 2
            ? Optional.of(builder.expressions.of(children.get(2)))
            : Optional.empty());
  }

  private Decl localLabels(ParserRuleContext context) {
    List<Name> names = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (type(child) == KernelC.ID) {
        names.add(builder.source.name(token(child)));
      }
    }
    return new Decl.LocalLabels(span(context), names);
  }

  /** {@code CLASS(fd, f)(n);} and its like. */
  private Decl macroDeclaration(ParserRuleContext context, ParserRuleContext inner) {
    ParserRuleContext call = (ParserRuleContext) inner.children.get(0);
    int last = inner.children.size() - 1;
    Optional<Expr> initializer =
        rule(inner.children.get(last)) == KernelC.RULE_initializer
            ? Optional.of(builder.expressions.of(inner.children.get(last)))
            : Optional.empty();
    return ofMacro(
        context, call.children, builder.types.attributes(inner.children, 1), initializer);
  }

  private Decl fileMacro(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    Optional<Expr> initializer = Optional.empty();
    for (int i = 1; i < children.size(); i++) {
      int rule = rule(children.get(i));
      if (rule == KernelC.RULE_initializerList || rule == KernelC.RULE_expression) {
        initializer = Optional.of(builder.expressions.of(children.get(i)));
      }
    }
    return ofMacro(context, children, builder.types.attributes(children, 1), initializer);
  }

  /** The macro is the first of the children; argument lists are among the rest. */
  Decl ofMacro(
      ParserRuleContext context,
      List<ParseTree> children,
      List<TypeSyntax.Attribute> attributes,
      Optional<Expr> initializer) {
    Token macro = token(children.get(0));
    List<List<Expr>> lists = new ArrayList<>();
    for (ParseTree child : children) {
      if (child instanceof KernelC.ArgumentsContext list) {
        lists.add(builder.lists.arguments(list));
      }
    }
    Optional<List<Expr>> second =
        lists.size() < 2
            ? Optional.empty()
            : Optional.of(lists.stream().skip(1).flatMap(List::stream).toList());
    return new Decl.MacroDeclaration(
        span(context),
        builder.source.name(macro),
        lists.isEmpty() ? List.of() : lists.get(0),
        second,
        List.of(),
        attributes,
        initializer,
        builder.source.guess(macro));
  }
}
