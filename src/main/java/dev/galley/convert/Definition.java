package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Bytes;
import java.util.List;
import java.util.Objects;

/**
 * A function or macro that can stand for something.
 *
 * @param source the octets that the body's spans count
 * @param patch the patch that brings this body; 0 for the base
 * @param parameters in order
 * @param called whether it is used with parentheses; not so an object-like macro
 */
record Definition(
    String name,
    Bytes source,
    String path,
    int line,
    int patch,
    List<Parameter> parameters,
    boolean called,
    Body body) {

  Definition {
    Objects.requireNonNull(name);
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param declaration as written, of a macro's {@code expression x}
   */
  record Parameter(String name, String declaration) {}

  /** What it does. */
  sealed interface Body {

    /** Statements of a function, or of a macro's {@code do … while (0)}. */
    record Statements(List<Stmt> items, Result result) implements Body {
      public Statements {
        items = List.copyOf(items);
      }
    }

    /** The expression that a macro stands for. */
    record Value(Expr expr) implements Body {}

    /** The head of a loop without its body. */
    record Loop(String head) implements Body {}
  }

  /** What a function gives back. */
  enum Result {
    NOTHING,
    TRUTH,
    VALUE,
    /** The last statement's, of a macro. */
    MACRO_VALUE
  }

  /** Whether it is a macro: its parameters have no types. */
  boolean isMacro() {
    return !called
        || body instanceof Body.Value
        || body instanceof Body.Loop
        || parameters.stream().anyMatch(each -> each.declaration().startsWith("expression "));
  }

  Definition in(int otherPatch, String otherPath, int otherLine) {
    return new Definition(name, source, otherPath, otherLine, otherPatch, parameters, called, body);
  }
}
