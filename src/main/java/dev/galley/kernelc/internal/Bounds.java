package dev.galley.kernelc.internal;

import dev.galley.kernelc.CLimits;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.lex.Kind;
import java.util.Optional;

/** Holds units to their limits before they are parsed. */
final class Bounds {

  private Bounds() {}

  /** Which limit the tokens [first, end) are over, with needed and allowed. */
  static Optional<String> excess(CTokens tokens, int first, int end, CLimits limits) {
    int bytes = tokens.source().length();
    if (bytes > limits.fileBytes()) {
      return over("octets in the file", bytes, limits.fileBytes());
    }
    if (end - first > limits.unitTokens()) {
      return over("tokens", end - first, limits.unitTokens());
    }
    int conditionals = conditionals(tokens, first, end);
    if (conditionals > limits.conditionals()) {
      return over("#if groups inside each other", conditionals, limits.conditionals());
    }
    int deepest = deepest(tokens, first, end);
    return deepest > limits.nesting()
        ? over("brackets open at once", deepest, limits.nesting())
        : Optional.empty();
  }

  private static Optional<String> over(String what, int needed, int allowed) {
    return Optional.of(needed + " " + what + ", allowed are " + allowed);
  }

  private static int conditionals(CTokens tokens, int first, int end) {
    int depth = 0;
    int deepest = 0;
    for (int i = first; i < end; i++) {
      if (tokens.is(i, Kind.DIRECTIVE)) {
        String word = Directives.word(tokens, i);
        if (word.startsWith("if")) {
          deepest = Math.max(deepest, ++depth);
        } else if (word.equals("endif")) {
          depth--;
        }
      }
    }
    return deepest;
  }

  private static int deepest(CTokens tokens, int first, int end) {
    int depth = 0;
    int deepest = 0;
    for (int i = first; i < end; i++) {
      switch (tokens.kind(i)) {
        case LPAREN, LBRACE, LBRACKET -> deepest = Math.max(deepest, ++depth);
        case RPAREN, RBRACE, RBRACKET -> depth--;
        default -> {
          // No bracket.
        }
      }
    }
    return deepest;
  }
}
