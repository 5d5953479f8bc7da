package dev.galley.kernelc.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Types as text, from the name outwards; see {@link TreeText}. */
final class TypeText {

  private TypeText() {}

  static String of(TypeSyntax node) {
    if (node instanceof TypeSyntax.TypeName type) {
      return "<" + type(type) + ">";
    } else if (node instanceof TypeSyntax.Specifiers specifiers) {
      return specifiers(specifiers);
    } else if (node instanceof TypeSyntax.Declarator declarator) {
      return declarator(declarator);
    } else if (node instanceof TypeSyntax.Attribute attribute) {
      return attribute(attribute);
    } else if (node instanceof TypeSyntax.Basic basic) {
      return basic.word();
    } else if (node instanceof TypeSyntax.Named named) {
      return named.name() + sure(named.guess());
    } else if (node instanceof TypeSyntax.Aggregate aggregate) {
      return tag(aggregate.union() ? "union" : "struct", aggregate.tag().map(Name::text).orElse(""))
          + aggregate.attributes().stream().map(TypeText::spaced).collect(Collectors.joining());
    } else if (node instanceof TypeSyntax.Enumeration enumeration) {
      return tag("enum", enumeration.tag().map(Name::text).orElse(""))
          + enumeration.base().map(base -> " : " + of(base)).orElse("")
          + enumeration.attributes().stream().map(TypeText::spaced).collect(Collectors.joining());
    } else if (node instanceof TypeSyntax.TypeOf typeOf) {
      return "(typeof " + ExprText.of(typeOf.operand()) + ")";
    } else if (node instanceof TypeSyntax.Atomic atomic) {
      return "(atomic " + of(atomic.type()) + ")";
    } else if (node instanceof TypeSyntax.Macro macro) {
      return "(macro " + macro.name() + ExprText.all(macro.arguments()) + ")";
    }
    return "auto";
  }

  static String sure(Guess guess) {
    return guess.sure() ? "" : "?";
  }

  private static String tag(String word, String tag) {
    return tag.isEmpty() ? word : word + " " + tag;
  }

  private static String type(TypeSyntax.TypeName type) {
    String derivations = derivations(type.declarator());
    return derivations
        + (derivations.isEmpty() ? "" : " ")
        + specifiers(type.specifiers())
        + attributes(type.declarator().attributes());
  }

  /** The words and types; bodies of structs and enums are left out. */
  static String specifiers(TypeSyntax.Specifiers specifiers) {
    List<String> words = new ArrayList<>(specifiers.storage());
    words.addAll(specifiers.qualifiers());
    specifiers.types().forEach(type -> words.add(of(type)));
    return String.join(" ", words) + attributes(specifiers.attributes());
  }

  /** {@code name: derivations}, attributes last. */
  static String declarator(TypeSyntax.Declarator declarator) {
    String name =
        declarator
            .name()
            .map(Name::text)
            .orElseGet(() -> declarator.macro().map(ExprText::of).orElse("(unnamed)"));
    String derivations = derivations(declarator);
    return name
        + (derivations.isEmpty() ? "" : ": " + derivations)
        + attributes(declarator.attributes());
  }

  private static String derivations(TypeSyntax.Declarator declarator) {
    return declarator.derivations().stream()
        .map(TypeText::derivation)
        .collect(Collectors.joining(" "));
  }

  private static String derivation(TypeSyntax.Derivation derivation) {
    if (derivation instanceof TypeSyntax.Pointer pointer) {
      return pointer.qualifiers().stream().map(word -> word + " ").collect(Collectors.joining())
          + "pointer";
    } else if (derivation instanceof TypeSyntax.Array array) {
      return "array[" + array.length().map(ExprText::of).orElse("") + "]";
    }
    TypeSyntax.Function function = (TypeSyntax.Function) derivation;
    List<String> parameters =
        new ArrayList<>(function.parameters().stream().map(DeclText::parameter).toList());
    if (function.variadic()) {
      parameters.add("...");
    }
    return "function(" + String.join(", ", parameters) + ")";
  }

  private static String attributes(List<TypeSyntax.Attribute> attributes) {
    return attributes.stream().map(TypeText::spaced).collect(Collectors.joining());
  }

  private static String spaced(TypeSyntax.Attribute attribute) {
    return " " + attribute(attribute);
  }

  static String attribute(TypeSyntax.Attribute attribute) {
    return "@"
        + attribute.name()
        + (attribute.arguments().isEmpty()
            ? ""
            : "(" + ExprText.all(attribute.arguments()).trim() + ")");
  }
}
