package dev.galley.kernelc.syntax;

import dev.galley.kernelc.syntax.TreeText.Lines;
import java.util.List;
import java.util.stream.Collectors;

/** Declarations as lines; see {@link TreeText}. */
final class DeclText {

  private DeclText() {}

  static void print(Decl node, Lines lines) {
    if (node instanceof Decl.Declaration declaration) {
      lines.add(
          "declaration " + TypeText.specifiers(declaration.specifiers()) + declared(declaration));
      bodies(declaration.specifiers(), lines);
    } else if (node instanceof Decl.FunctionDefinition function) {
      lines.add(
          "function "
              + function.specifiers().map(TypeText::specifiers).orElse("")
              + "; "
              + TypeText.declarator(function.declarator()));
      function.specifiers().ifPresent(specifiers -> bodies(specifiers, lines));
      lines.indented(
          () -> {
            function.oldStyle().forEach(item -> print(item, lines));
            function.body().items().forEach(item -> StmtText.print(item, lines));
          });
    } else if (node instanceof Decl.MacroDeclaration macro) {
      lines.add(macro(macro));
      lines.indented(() -> macro.members().forEach(member -> print(member, lines)));
    } else if (node instanceof Decl.Alternatives alternatives) {
      for (Decl.Alternatives.Branch branch : alternatives.branches()) {
        lines.add(branch.condition());
        lines.indented(() -> branch.items().forEach(item -> print(item, lines)));
      }
      lines.add("#endif");
    } else {
      lines.add(line(node));
    }
  }

  private static String line(Decl node) {
    if (node instanceof Decl.Enumerator enumerator) {
      return "enumerator "
          + enumerator.name()
          + enumerator.attributes().stream()
              .map(attribute -> " " + TypeText.attribute(attribute))
              .collect(Collectors.joining())
          + enumerator.value().map(value -> " = " + ExprText.of(value)).orElse("");
    } else if (node instanceof Decl.Declared declared) {
      return one(declared);
    } else if (node instanceof Decl.Parameter) {
      return parameter(node);
    } else if (node instanceof Decl.StaticAssert check) {
      return "static_assert" + ExprText.all(check.arguments());
    } else if (node instanceof Decl.LocalLabels labels) {
      return "labels " + labels.names().stream().map(Name::text).collect(Collectors.joining(" "));
    }
    return ((Decl.Other) node).asm().map(StmtText::asm).orElse("nothing");
  }

  static String parameter(Decl node) {
    if (node instanceof Decl.Parameter parameter) {
      String type = parameter.specifiers().map(TypeText::specifiers).orElse("");
      TypeSyntax.Declarator declarator = parameter.declarator();
      boolean isBare = declarator.span().isEmpty();
      return type + (isBare ? "" : (type.isEmpty() ? "" : " ") + TypeText.declarator(declarator));
    } else if (node instanceof Decl.Alternatives alternatives) {
      return alternatives.branches().stream()
          .map(
              branch ->
                  "["
                      + branch.condition()
                      + " "
                      + branch.items().stream()
                          .map(DeclText::parameter)
                          .collect(Collectors.joining(", "))
                      + "]")
          .collect(Collectors.joining(" "));
    }
    return line(node);
  }

  private static String declared(Decl.Declaration declaration) {
    return declaration.declared().stream()
        .map(declared -> "; " + one(declared))
        .collect(Collectors.joining());
  }

  private static String one(Decl.Declared declared) {
    return TypeText.declarator(declared.declarator())
        + declared.width().map(width -> " : " + ExprText.of(width)).orElse("")
        + declared.attributes().stream()
            .map(attribute -> " " + TypeText.attribute(attribute))
            .collect(Collectors.joining())
        + declared.initializer().map(value -> " = " + ExprText.of(value)).orElse("");
  }

  private static String macro(Decl.MacroDeclaration macro) {
    return "macro "
        + macro.macro()
        + TypeText.sure(macro.guess())
        + ExprText.all(macro.arguments())
        + macro.second().map(second -> ";" + ExprText.all(second)).orElse("")
        + macro.attributes().stream()
            .map(attribute -> " " + TypeText.attribute(attribute))
            .collect(Collectors.joining())
        + macro.initializer().map(value -> " = " + ExprText.of(value)).orElse("");
  }

  /** Members and enumerators, below the line of their declaration. */
  private static void bodies(TypeSyntax.Specifiers specifiers, Lines lines) {
    for (TypeSyntax type : specifiers.types()) {
      List<Decl> members = List.of();
      if (type instanceof TypeSyntax.Aggregate aggregate) {
        members = aggregate.members().orElse(members);
      } else if (type instanceof TypeSyntax.Enumeration enumeration) {
        members = enumeration.enumerators().orElse(members);
      }
      List<Decl> body = members;
      lines.indented(() -> body.forEach(member -> print(member, lines)));
    }
  }
}
