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

/** Declarators, with a name or without. */
final class DeclaratorBuilder {

  private final TreeBuilder builder;

  DeclaratorBuilder(TreeBuilder builder) {
    this.builder = builder;
  }

  /** The declarator that is not there. */
  TypeSyntax.Declarator none(int at) {
    return new TypeSyntax.Declarator(
        Span.at(at), Optional.empty(), List.of(), Optional.empty(), List.of());
  }

  /** Of a {@code declarator} or {@code looseDeclarator}. */
  TypeSyntax.Declarator of(ParserRuleContext context) {
    Parts parts = new Parts();
    collect(context, parts);
    return new TypeSyntax.Declarator(
        span(context), parts.name, parts.derivations, parts.macro, parts.attributes);
  }

  /** What was found so far, derivations from the name outwards. */
  private static final class Parts {
    private Optional<Name> name = Optional.empty();
    private Optional<Expr.Call> macro = Optional.empty();
    private final List<TypeSyntax.Derivation> derivations = new ArrayList<>(2);
    private final List<TypeSyntax.Attribute> attributes = new ArrayList<>(0);
  }

  private void collect(ParserRuleContext context, Parts parts) {
    List<TypeSyntax.Derivation> pointers = List.of();
    for (ParseTree child : context.children) {
      ParserRuleContext part = (ParserRuleContext) child;
      switch (part.getRuleIndex()) {
        case KernelC.RULE_pointer -> {
          pointers = pointers(part, parts);
        }
        case KernelC.RULE_declaratorSuffix -> {
          suffix(part, parts);
        }
        default -> {
          core(part, parts);
        }
      }
    }
    for (int i = pointers.size() - 1; i >= 0; i--) {
      parts.derivations.add(pointers.get(i));
    }
  }

  private void core(ParserRuleContext core, Parts parts) {
    List<ParseTree> children = core.children;
    switch (type(children.get(0))) {
      case KernelC.LPAREN -> {
        collect((ParserRuleContext) children.get(1), parts);
      }
      case KernelC.DECLARATOR_MACRO -> {
        parts.macro =
            Optional.of(builder.lists.call(children.get(0), (ParserRuleContext) children.get(1)));
      }
      default -> {
        parts.name = Optional.of(builder.source.name(token(children.get(0))));
      }
    }
  }

  /** In the order of the file; a qualifier belongs to the star before it. */
  private List<TypeSyntax.Derivation> pointers(ParserRuleContext context, Parts parts) {
    List<List<String>> qualifiers = new ArrayList<>(1);
    for (ParseTree child : context.children) {
      switch (rule(child)) {
        case KernelC.RULE_attribute -> {
          parts.attributes.add(builder.types.attribute((ParserRuleContext) child));
        }
        case KernelC.RULE_qualifier -> {
          if (!qualifiers.isEmpty()) {
            qualifiers
                .get(qualifiers.size() - 1)
                .add(builder.types.qualifier((ParserRuleContext) child));
          }
        }
        default -> {
          qualifiers.add(new ArrayList<>(0));
        }
      }
    }
    List<TypeSyntax.Derivation> pointers = new ArrayList<>(qualifiers.size());
    qualifiers.forEach(words -> pointers.add(new TypeSyntax.Pointer(words)));
    return pointers;
  }

  private void suffix(ParserRuleContext context, Parts parts) {
    ParseTree first = context.children.get(0);
    switch (type(first)) {
      case KernelC.LPAREN -> {
        parts.derivations.add(function(context));
      }
      case KernelC.LBRACKET -> {
        parts.derivations.add(array(context, parts));
      }
      default -> {
        parts.attributes.add(builder.types.attribute((ParserRuleContext) first));
      }
    }
  }

  private TypeSyntax.Derivation array(ParserRuleContext context, Parts parts) {
    Optional<Expr> length = Optional.empty();
    for (ParseTree child : context.children) {
      if (rule(child) == KernelC.RULE_expression) {
        length = Optional.of(builder.expressions.of(child));
      } else if (rule(child) == KernelC.RULE_attribute) {
        parts.attributes.add(builder.types.attribute((ParserRuleContext) child));
      }
    }
    return new TypeSyntax.Array(length);
  }

  private TypeSyntax.Derivation function(ParserRuleContext context) {
    List<Decl> parameters = new ArrayList<>();
    boolean isVariadic = false;
    for (ParseTree child : context.children) {
      if (!(child instanceof KernelC.ParameterContext parameter)) {
        continue;
      }
      if (type(parameter.children.get(0)) == KernelC.ELLIPSIS) {
        isVariadic = true;
      } else {
        parameters.add(parameter(parameter));
      }
    }
    return new TypeSyntax.Function(
        builder.nesting.declarations(parameters, span(context)), isVariadic);
  }

  private Decl parameter(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    ParseTree first = children.get(0);
    if (rule(first) == KernelC.RULE_specifiers) {
      TypeSyntax.Specifiers specifiers = builder.types.specifiers((ParserRuleContext) first);
      TypeSyntax.Declarator declarator =
          children.size() > 1
              ? of((ParserRuleContext) children.get(1))
              : none(specifiers.span().end());
      return new Decl.Parameter(span(context), Optional.of(specifiers), declarator);
    }
    Parts parts = new Parts();
    core(context, parts);
    return new Decl.Parameter(
        span(context),
        Optional.empty(),
        new TypeSyntax.Declarator(
            span(context), parts.name, parts.derivations, parts.macro, parts.attributes));
  }
}
