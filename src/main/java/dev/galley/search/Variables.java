package dev.galley.search;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.types.CType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the declarations of a pattern's variables. */
final class Variables {

  private Variables() {}

  /**
   * Adds what a declaration declares.
   *
   * @param strict whether a type that is not known is an error
   */
  static void declare(
      Decl.Declaration declaration,
      TypeSource source,
      boolean strict,
      Map<String, MetaVariable> variables)
      throws PatternException {
    for (Decl.Declared declared : declaration.declared()) {
      String name =
          declared
              .declarator()
              .name()
              .orElseThrow(() -> new PatternException("a variable of the pattern has no name"))
              .text();
      Optional<MetaVariable> sort = sort(declaration, declared, strict);
      variables.put(
          name, sort.isPresent() ? sort.get() : typed(name, declaration, declared, source, strict));
    }
  }

  private static Optional<MetaVariable> sort(
      Decl.Declaration declaration, Decl.Declared declared, boolean strict) {
    List<TypeSyntax> types = declaration.specifiers().types();
    if (types.size() != 1
        || !declared.declarator().derivations().isEmpty()
        || !(types.get(0) instanceof TypeSyntax.Named named)) {
      return Optional.empty();
    }
    return switch (named.name()) {
      case "expression" -> Optional.of(new MetaVariable.Any());
      case "identifier" -> Optional.of(new MetaVariable.AnyName());
      case "constant" -> Optional.of(new MetaVariable.AnyConstant());
      case "statement" -> strict ? Optional.empty() : Optional.of(new MetaVariable.AnyStatement());
      default -> Optional.empty();
    };
  }

  private static MetaVariable typed(
      String name,
      Decl.Declaration declaration,
      Decl.Declared declared,
      TypeSource source,
      boolean strict)
      throws PatternException {
    CType type = source.declared(declaration, declared);
    if (strict && type.isUnknown()) {
      throw new PatternException(
          "the type of the pattern's variable " + name + " is not known in this tree: " + type);
    }
    return new MetaVariable.OfType(type, written(declaration, declared));
  }

  /** A type in words as {@link CType#toString} has them. */
  private static String written(Decl.Declaration declaration, Decl.Declared declared) {
    String words =
        declaration.specifiers().types().stream()
            .map(
                type ->
                    (type instanceof TypeSyntax.Aggregate aggregate
                            ? aggregate.union() ? "union " : "struct "
                            : type instanceof TypeSyntax.Enumeration ? "enum " : "")
                        + String.join(" ", Shapes.ownWords(type)))
            .collect(Collectors.joining(" "));
    long stars =
        declared.declarator().derivations().stream()
            .filter(step -> !(step instanceof TypeSyntax.Function))
            .count();
    return stars == 0 ? words : words + " " + "*".repeat((int) Math.min(stars, 9));
  }
}
