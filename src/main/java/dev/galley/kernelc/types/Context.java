package dev.galley.kernelc.types;

import dev.galley.kernelc.CFile;
import java.util.List;

/**
 * Where something is written and what its names mean there.
 *
 * @param file whose octets the spans are
 * @param from path of the file that is compiled, for looking names up: of a macro's body the file
 *     that uses the macro
 * @param scope names of the function around it and of macro parameters
 * @param active macros whose bodies are being read: not expanded again (C17 6.10.3.4)
 * @param site tells expansions of the same macro apart; empty outside of macros
 */
record Context(
    CFile file, String from, Scope scope, List<String> active, String site, Effort effort) {

  Context {
    active = List.copyOf(active);
  }

  /** At file level. */
  static Context top(CFile file, String from, Effort effort) {
    return new Context(file, from, Scope.FILE, List.of(), "", effort);
  }

  Context with(Scope other) {
    return new Context(file, from, other, active, site, effort);
  }

  Context with(Binding binding) {
    return with(scope.with(binding));
  }

  Context with(Effort other) {
    return new Context(file, from, scope, active, site, other);
  }
}
