package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attributes that make another type: {@code mode}, {@code vector_size}. */
final class Attributes {

  private Attributes() {}

  /** The name of an attribute that makes another type. */
  static Optional<String> unusual(List<TypeSyntax.Attribute> attributes) {
    return calls(attributes)
        .map(call -> bare(call))
        .filter(name -> name.equals("mode") || name.equals("vector_size"));
  }

  /** The argument of {@code mode}. */
  static Optional<String> mode(List<TypeSyntax.Attribute> attributes) {
    return calls(attributes)
        .filter(call -> bare(call).equals("mode") && call.arguments().size() == 1)
        .flatMap(
            call ->
                call.arguments().get(0) instanceof Expr.Ident ident
                    ? Optional.of(ident.name())
                    : Optional.empty());
  }

  static boolean isPacked(List<TypeSyntax.Attribute> attributes) {
    for (TypeSyntax.Attribute attribute : attributes) {
      if (attribute.name().equals("__packed")) {
        return true;
      }
      for (Expr argument : attribute.arguments()) {
        if (Exprs.bare(argument) instanceof Expr.Ident ident && ident.name().contains("packed")) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<Expr.Call> calls(List<TypeSyntax.Attribute> attributes) {
    List<Expr.Call> found = new ArrayList<>();
    for (TypeSyntax.Attribute attribute : attributes) {
      if (attribute.name().startsWith("__attribute")) {
        attribute.walk(node -> collect(node, found));
      }
    }
    return found.stream().findFirst();
  }

  private static void collect(CNode node, List<Expr.Call> found) {
    if (node instanceof Expr.Call call
        && (bare(call).equals("mode") || bare(call).equals("vector_size"))) {
      found.add(call);
    }
  }

  private static String bare(Expr.Call call) {
    String name = call.name().orElse("");
    return name.startsWith("__") && name.endsWith("__") && name.length() > 4
        ? name.substring(2, name.length() - 2)
        : name;
  }
}
