package dev.galley.kernelc.internal;

import static dev.galley.kernelc.internal.TreeSource.rule;
import static dev.galley.kernelc.internal.TreeSource.span;
import static dev.galley.kernelc.internal.TreeSource.token;
import static dev.galley.kernelc.internal.TreeSource.type;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Specifiers: what stands before declarators. */
final class TypeBuilder {

  private final TreeBuilder builder;

  TypeBuilder(TreeBuilder builder) {
    this.builder = builder;
  }

  TypeSyntax.TypeName typeName(ParserRuleContext context) {
    TypeSyntax.Specifiers specifiers = specifiers((ParserRuleContext) context.children.get(0));
    TypeSyntax.Declarator declarator =
        context.children.size() > 1
            ? builder.declarators.of((ParserRuleContext) context.children.get(1))
            : builder.declarators.none(specifiers.span().end());
    return new TypeSyntax.TypeName(span(context), specifiers, declarator);
  }

  TypeSyntax.Specifiers specifiers(ParserRuleContext context) {
    List<String> storage = new ArrayList<>(2);
    List<String> qualifiers = new ArrayList<>(2);
    List<TypeSyntax> types = new ArrayList<>(2);
    List<TypeSyntax.Attribute> attributes = new ArrayList<>(2);
    for (ParseTree child : context.children) {
      ParserRuleContext part = (ParserRuleContext) ((ParserRuleContext) child).children.get(0);
      switch (part.getRuleIndex()) {
        case KernelC.RULE_storage -> {
          storage.add(builder.source.spelling(part.start));
        }
        case KernelC.RULE_qualifier -> {
          qualifiers.add(qualifier(part));
        }
        case KernelC.RULE_attribute -> {
          attributes.add(attribute(part));
        }
        default -> {
          type(part, types, qualifiers);
        }
      }
    }
    return new TypeSyntax.Specifiers(span(context), storage, qualifiers, types, attributes);
  }

  /** Without underscores. */
  String qualifier(ParserRuleContext context) {
    return switch (context.start.getType()) {
      case KernelC.CONST -> "const";
      case KernelC.VOLATILE -> "volatile";
      default -> "restrict";
    };
  }

  private void type(ParserRuleContext context, List<TypeSyntax> types, List<String> qualifiers) {
    List<ParseTree> children = context.children;
    ParseTree first = children.get(0);
    Span span = span(context);
    switch (TreeSource.type(first)) {
      case KernelC.BASIC_TYPE -> {
        types.add(new TypeSyntax.Basic(span, builder.source.spelling(token(first))));
      }
      case KernelC.TYPE_NAME -> {
        types.add(
            new TypeSyntax.Named(
                span, builder.source.spelling(token(first)), builder.source.guess(token(first))));
      }
      case KernelC.TYPEOF -> {
        types.add(new TypeSyntax.TypeOf(span, typeOfOperand((ParserRuleContext) children.get(2))));
      }
      case KernelC.AUTO -> {
        types.add(new TypeSyntax.Auto(span));
      }
      case KernelC.ATOMIC -> {
        if (children.size() == 1) {
          qualifiers.add("_Atomic");
        } else {
          types.add(new TypeSyntax.Atomic(span, typeName((ParserRuleContext) children.get(2))));
        }
      }
      case KernelC.TYPE_MACRO -> {
        types.add(
            new TypeSyntax.Macro(
                span,
                builder.source.name(token(first)),
                builder.lists.arguments((ParserRuleContext) children.get(1))));
      }
      default -> {
        types.add(
            rule(first) == KernelC.RULE_aggregate
                ? aggregate((ParserRuleContext) first)
                : enumeration((ParserRuleContext) first));
      }
    }
  }

  private Expr typeOfOperand(ParserRuleContext operand) {
    return operand.getRuleIndex() == KernelC.RULE_typeName
        ? builder.expressions.typeOperand(operand)
        : builder.expressions.of(operand);
  }

  private TypeSyntax aggregate(ParserRuleContext context) {
    Optional<Name> tag = Optional.empty();
    Optional<List<Decl>> members = Optional.empty();
    List<TypeSyntax.Attribute> attributes = new ArrayList<>(2);
    for (ParseTree child : context.children) {
      switch (rule(child)) {
        case KernelC.RULE_attribute -> {
          attributes.add(attribute((ParserRuleContext) child));
        }
        case KernelC.RULE_tag -> {
          tag = Optional.of(tag((ParserRuleContext) child));
        }
        case KernelC.RULE_memberList -> {
          members = Optional.of(builder.members.members((ParserRuleContext) child));
          attributes.addAll(attributes(((ParserRuleContext) child).children, 0));
        }
        default -> {}
      }
    }
    boolean isUnion = TreeSource.type(context.children.get(0)) == KernelC.UNION;
    return new TypeSyntax.Aggregate(span(context), isUnion, tag, members, attributes);
  }

  private Name tag(ParserRuleContext context) {
    return context.children.size() == 1
        ? builder.source.name(token(context.children.get(0)))
        : new Name(builder.source.text(span(context)), span(context));
  }

  private TypeSyntax enumeration(ParserRuleContext context) {
    Optional<Name> tag = Optional.empty();
    Optional<TypeSyntax.TypeName> base = Optional.empty();
    Optional<List<Decl>> enumerators = Optional.empty();
    List<TypeSyntax.Attribute> attributes = new ArrayList<>(2);
    for (ParseTree child : context.children) {
      switch (rule(child)) {
        case KernelC.RULE_attribute -> {
          attributes.add(attribute((ParserRuleContext) child));
        }
        case KernelC.RULE_tag -> {
          tag = Optional.of(tag((ParserRuleContext) child));
        }
        case KernelC.RULE_enumBase -> {
          base =
              Optional.of(
                  typeName((ParserRuleContext) ((ParserRuleContext) child).children.get(1)));
        }
        case KernelC.RULE_enumerators -> {
          enumerators = Optional.of(builder.members.enumerators((ParserRuleContext) child));
          attributes.addAll(attributes(((ParserRuleContext) child).children, 0));
        }
        default -> {}
      }
    }
    return new TypeSyntax.Enumeration(span(context), tag, base, enumerators, attributes);
  }

  TypeSyntax.Attribute attribute(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    List<Expr> arguments = List.of();
    if (children.size() == 2) {
      arguments = builder.lists.arguments((ParserRuleContext) children.get(1));
    } else if (children.size() > 2) {
      arguments = List.of(builder.lists.strings((ParserRuleContext) children.get(2)));
    }
    return new TypeSyntax.Attribute(
        span(context), builder.source.spelling(token(children.get(0))), arguments);
  }

  /** The attributes among nodes from an index on. */
  List<TypeSyntax.Attribute> attributes(List<ParseTree> children, int from) {
    List<TypeSyntax.Attribute> attributes = new ArrayList<>(0);
    for (int i = from; i < children.size(); i++) {
      if (rule(children.get(i)) == KernelC.RULE_attribute) {
        attributes.add(attribute((ParserRuleContext) children.get(i)));
      }
    }
    return attributes;
  }
}
