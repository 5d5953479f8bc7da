package dev.galley.kernelc.types;

import java.util.stream.Collectors;

/** Prints types as C writes them. */
final class TypeText {

  private TypeText() {}

  /** A type without a name: {@code int (*)(struct pci_dev *)}, {@code const char *}. */
  static String of(CType type) {
    return declare(type, "");
  }

  /** A type with a name, or the part of a declarator that is already there. */
  static String declare(CType type, String declarator) {
    CType at = type;
    String text = declarator;
    while (true) {
      if (at instanceof CType.Pointer pointer) {
        text = "*" + text;
        at = pointer.to();
        if (at instanceof CType.Array || at instanceof CType.Function) {
          text = "(" + text + ")";
        }
      } else if (at instanceof CType.Array array) {
        text += "[" + (array.length().isPresent() ? array.length().getAsLong() : "") + "]";
        at = array.of();
      } else if (at instanceof CType.Function function) {
        text += "(" + parameters(function) + ")";
        at = function.result();
      } else if (at instanceof CType.Qualified qualified
          && qualified.type() instanceof CType.Pointer) {
        text = words(qualified) + (text.isEmpty() ? "" : " " + text);
        at = qualified.type();
      } else {
        return base(at) + gap(text) + text;
      }
    }
  }

  private static String gap(String declarator) {
    return declarator.isEmpty() || declarator.startsWith("[") ? "" : " ";
  }

  private static String base(CType type) {
    if (type instanceof CType.Qualified qualified) {
      return words(qualified) + " " + of(qualified.type());
    }
    if (type instanceof CType.OneOf oneOf) {
      return oneOf.choices().stream()
          .map(choice -> choice.type() + " (" + choice.condition() + ")")
          .collect(Collectors.joining(", ", "one of: ", ""));
    }
    return type.toString();
  }

  private static String words(CType.Qualified qualified) {
    if (qualified.isConst()) {
      return qualified.isVolatile() ? "const volatile" : "const";
    }
    return "volatile";
  }

  private static String parameters(CType.Function function) {
    String fixed =
        function.parameters().stream().map(TypeText::of).collect(Collectors.joining(", "));
    if (function.variadic()) {
      return fixed.isEmpty() ? "..." : fixed + ", ...";
    }
    return fixed.isEmpty() ? "void" : fixed;
  }
}
