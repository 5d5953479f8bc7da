package dev.galley.kernelc.types;

import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.symbols.Symbol;

/** A macro's definition with the symbol that gives its place. */
record Macro(Symbol symbol, Directives.Define define) {

  Typed.Step step() {
    return new Typed.Step("macro " + define.name(), symbol.file().path(), define.nameSpan());
  }
}
