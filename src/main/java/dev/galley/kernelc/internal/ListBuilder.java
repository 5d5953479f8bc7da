package dev.galley.kernelc.internal;

import static dev.galley.kernelc.internal.TreeSource.end;
import static dev.galley.kernelc.internal.TreeSource.rule;
import static dev.galley.kernelc.internal.TreeSource.span;
import static dev.galley.kernelc.internal.TreeSource.start;
import static dev.galley.kernelc.internal.TreeSource.token;
import static dev.galley.kernelc.internal.TreeSource.type;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Arguments, initialisers, strings: what stands side by side in an expression. */
final class ListBuilder {

  private final TreeBuilder builder;

  ListBuilder(TreeBuilder builder) {
    this.builder = builder;
  }

  /** Arguments of a call; an empty list for {@code ()}. */
  List<Expr> arguments(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    if (rule(children.get(0)) == KernelC.RULE_soup) {
      return builder.soup.arguments((ParserRuleContext) children.get(0));
    }
    if (children.size() == 2) {
      return List.of();
    }
    List<Expr> items = new ArrayList<>();
    boolean isMissing = true;
    for (int i = 1; i < children.size(); i++) {
      ParseTree child = children.get(i);
      if (child instanceof ParserRuleContext argument) {
        items.add(argument(argument));
        isMissing = false;
      } else {
        if (isMissing) {
          items.add(new Expr.Nothing(Span.at(span(child).start())));
        }
        isMissing = true;
      }
    }
    return builder.nesting.expressions(items, span(context));
  }

  Expr argument(ParserRuleContext context) {
    ParserRuleContext first = (ParserRuleContext) context.children.get(0);
    return switch (first.getRuleIndex()) {
      case KernelC.RULE_specifiers -> typeArgument(context, first);
      case KernelC.RULE_designation ->
          new Expr.Designated(
              span(context), designators(first), builder.expressions.of(context.children.get(1)));
      case KernelC.RULE_loneToken -> builder.soup.loneToken(first);
      default -> builder.expressions.of(first);
    };
  }

  /** {@code struct pci_dev}, {@code u32 x}, {@code int i = 0}. */
  private Expr typeArgument(ParserRuleContext context, ParserRuleContext first) {
    TypeSyntax.Specifiers specifiers = builder.types.specifiers(first);
    int next = 1;
    TypeSyntax.Declarator declarator = builder.declarators.none(specifiers.span().end());
    if (context.children.size() > 1
        && rule(context.children.get(1)) == KernelC.RULE_looseDeclarator) {
      declarator = builder.declarators.of((ParserRuleContext) context.children.get(1));
      next = 2;
    }
    Optional<Expr> value =
        context.children.size() > next
            ? Optional.of(builder.expressions.of(context.children.get(next + 1)))
            : Optional.empty();
    Span typeSpan = new Span(specifiers.span().start(), declarator.span().end());
    Optional<Name> declared = declarator.name();
    return new Expr.TypeOperand(
        span(context), new TypeSyntax.TypeName(typeSpan, specifiers, declarator), declared, value);
  }

  Expr.InitList initializerList(ParserRuleContext context) {
    return new Expr.InitList(span(context), items(context, span(context)));
  }

  /** The items among the children of a rule. */
  List<Expr> items(ParserRuleContext context, Span within) {
    List<Expr> items = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof KernelC.InitializerItemContext item) {
        items.add(initializerItem(item));
      }
    }
    return builder.nesting.expressions(items, within);
  }

  private Expr initializerItem(ParserRuleContext context) {
    ParseTree first = context.children.get(0);
    if (type(first) == KernelC.MACRO_STATEMENT) {
      return macroItem(context);
    }
    return rule(first) == KernelC.RULE_designation
        ? new Expr.Designated(
            span(context),
            designators((ParserRuleContext) first),
            builder.expressions.of(context.children.get(1)))
        : builder.expressions.of(first);
  }

  /** A macro that stands for an item: a call, or its name. */
  private Expr macroItem(ParserRuleContext context) {
    ParseTree first = context.children.get(0);
    Expr.Ident name = new Expr.Ident(span(first), builder.source.spelling(token(first)));
    return context.children.size() == 1
        ? name
        : new Expr.Call(
            span(context), name, arguments((ParserRuleContext) context.children.get(1)));
  }

  /** {@code NAME arguments} as a call. */
  Expr.Call call(ParseTree name, ParserRuleContext arguments) {
    Expr.Ident callee = new Expr.Ident(span(name), builder.source.spelling(token(name)));
    return new Expr.Call(
        new Span(callee.span().start(), end(arguments)), callee, arguments(arguments));
  }

  List<Expr.Designator> designators(ParserRuleContext designation) {
    ParseTree first = designation.children.get(0);
    if (type(first) == KernelC.ID) {
      Name name = builder.source.name(token(first));
      return List.of(
          new Expr.Designator(
              span(designation), Optional.of(name), Optional.empty(), Optional.empty()));
    }
    if (type(first) == KernelC.DECLARATOR_MACRO) {
      Expr call = call(first, (ParserRuleContext) designation.children.get(1));
      return List.of(
          new Expr.Designator(call.span(), Optional.empty(), Optional.of(call), Optional.empty()));
    }
    List<Expr.Designator> designators = new ArrayList<>();
    for (ParseTree child : designation.children) {
      if (child instanceof KernelC.DesignatorContext designator) {
        designators.add(designator(designator));
      }
    }
    return designators;
  }

  private Expr.Designator designator(ParserRuleContext context) {
    if (type(context.children.get(0)) == KernelC.DOT) {
      return new Expr.Designator(
          span(context),
          Optional.of(builder.source.name(token(context.children.get(1)))),
          Optional.empty(),
          Optional.empty());
    }
    Optional<Expr> last =
        context.children.size() > 3
            ? Optional.of(builder.expressions.of(context.children.get(3)))
            : Optional.empty();
    return new Expr.Designator(
        span(context),
        Optional.empty(),
        Optional.of(builder.expressions.of(context.children.get(1))),
        last);
  }

  /** One literal alone is a string too. */
  Expr.Strings strings(ParserRuleContext context) {
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < context.children.size(); i++) {
      ParseTree child = context.children.get(i);
      boolean hasArguments =
          i + 1 < context.children.size()
              && rule(context.children.get(i + 1)) == KernelC.RULE_arguments;
      if (type(child) == KernelC.STRING) {
        parts.add(new Expr.Text(span(child), builder.source.text(token(child))));
      } else if (hasArguments) {
        i++;
        parts.add(call(child, (ParserRuleContext) context.children.get(i)));
      } else {
        parts.add(new Expr.Ident(span(child), builder.source.spelling(token(child))));
      }
    }
    return new Expr.Strings(new Span(start(context), end(context)), parts);
  }
}
