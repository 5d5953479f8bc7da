package dev.galley.kernelc.internal;

import static dev.galley.kernelc.internal.TreeSource.rule;
import static dev.galley.kernelc.internal.TreeSource.span;
import static dev.galley.kernelc.internal.TreeSource.token;
import static dev.galley.kernelc.internal.TreeSource.type;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Members of structs and unions, enumerators. */
final class MemberBuilder {

  private final TreeBuilder builder;

  MemberBuilder(TreeBuilder builder) {
    this.builder = builder;
  }

  /** Of a {@code memberList}. */
  List<Decl> members(ParserRuleContext list) {
    List<Decl> members = new ArrayList<>();
    for (ParseTree child : list.children) {
      if (child instanceof KernelC.MemberContext member) {
        members.add(member(member));
      }
    }
    return builder.nesting.declarations(members, span(list));
  }

  private Decl member(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    ParseTree first = children.get(0);
    return switch (type(first)) {
      case KernelC.SEMI -> new Decl.Other(span(context), Optional.empty());
      case KernelC.STATIC_ASSERT ->
          new Decl.StaticAssert(
              span(context), builder.lists.arguments((ParserRuleContext) children.get(1)));
      case KernelC.MACRO_STATEMENT ->
          builder.declarations.ofMacro(context, children, List.of(), Optional.empty());
      case KernelC.DECLARATOR_MACRO -> group(context);
      default -> declaration(context);
    };
  }

  private Decl declaration(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    List<Decl.Declared> declared = new ArrayList<>();
    for (int i = 1; i < children.size(); i++) {
      if (children.get(i) instanceof ParserRuleContext declarator) {
        declared.add(declared(declarator));
      }
    }
    return new Decl.Declaration(
        span(context), builder.types.specifiers((ParserRuleContext) children.get(0)), declared);
  }

  private Decl.Declared declared(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    Optional<Expr> width = Optional.empty();
    for (int i = 0; i + 1 < children.size(); i++) {
      if (type(children.get(i)) == KernelC.COLON) {
        width = Optional.of(builder.expressions.of(children.get(i + 1)));
      }
    }
    List<TypeSyntax.Attribute> attributes = builder.types.attributes(children, 0);
    TypeSyntax.Declarator declarator =
        rule(children.get(0)) == KernelC.RULE_declarator
            ? builder.declarators.of((ParserRuleContext) children.get(0))
            : builder.declarators.none(span(context).start());
    return new Decl.Declared(span(context), declarator, width, attributes, Optional.empty());
  }

  /** {@code struct_group(name, int a; int b;);}: the members among the arguments. */
  private Decl group(ParserRuleContext context) {
    Token macro = token(context.children.get(0));
    ParserRuleContext list = (ParserRuleContext) context.children.get(1);
    List<Expr> arguments = new ArrayList<>();
    List<Decl> members = new ArrayList<>();
    if (rule(list.children.get(0)) == KernelC.RULE_soup) {
      arguments.add(builder.soup.opaque((ParserRuleContext) list.children.get(0)));
    } else {
      group(list, arguments, members);
    }
    return new Decl.MacroDeclaration(
        span(context),
        builder.source.name(macro),
        arguments,
        Optional.empty(),
        builder.nesting.declarations(members, span(list)),
        builder.types.attributes(context.children, 2),
        Optional.empty(),
        builder.source.guess(macro));
  }

  private void group(ParserRuleContext list, List<Expr> arguments, List<Decl> members) {
    boolean isMissing = list.children.size() > 2;
    for (int i = 1; i < list.children.size(); i++) {
      ParseTree child = list.children.get(i);
      if (child instanceof ParserRuleContext argument) {
        isMissing = false;
        argument(argument, arguments, members);
      } else {
        if (isMissing) {
          arguments.add(new Expr.Nothing(Span.at(span(child).start())));
        }
        isMissing = true;
      }
    }
  }

  private void argument(ParserRuleContext argument, List<Expr> arguments, List<Decl> members) {
    for (ParseTree child : argument.children) {
      if (child instanceof KernelC.MemberContext member) {
        members.add(member(member));
      } else {
        arguments.add(builder.lists.argument((ParserRuleContext) child));
      }
    }
  }

  /** Of an {@code enumerators} list. */
  List<Decl> enumerators(ParserRuleContext list) {
    List<Decl> enumerators = new ArrayList<>();
    for (ParseTree child : list.children) {
      if (child instanceof KernelC.EnumeratorContext enumerator) {
        enumerators.add(enumerator(enumerator));
      }
    }
    return builder.nesting.declarations(enumerators, span(list));
  }

  private Decl enumerator(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    if (type(children.get(0)) == KernelC.MACRO_STATEMENT) {
      return builder.declarations.ofMacro(context, children, List.of(), Optional.empty());
    }
    int last = children.size() - 1;
    Optional<Expr> value =
        rule(children.get(last)) == KernelC.RULE_conditional
            ? Optional.of(builder.expressions.of(children.get(last)))
            : Optional.empty();
    return new Decl.Enumerator(
        span(context),
        builder.source.name(token(children.get(0))),
        builder.types.attributes(children, 1),
        value);
  }
}
