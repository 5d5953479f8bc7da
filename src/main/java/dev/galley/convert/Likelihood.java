package dev.galley.convert;

import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.text.Bytes;
import java.util.HashMap;
import java.util.Map;

/** How much of two pieces of C is the same. */
final class Likelihood {

  private static final int ALL = 100;

  private Likelihood() {}

  /** How many of the words of both are the same, in percent; their order does not count. */
  static int percent(Bytes one, Bytes other) {
    Map<String, Integer> words = new HashMap<>();
    int before = count(one, words, 1);
    int after = count(other, words, -1);
    int different = words.values().stream().mapToInt(Math::abs).sum();
    int total = before + after;
    return total == 0 ? ALL : ALL - ALL * different / total;
  }

  private static int count(Bytes text, Map<String, Integer> words, int step) {
    CTokens tokens = Lexer.lex(text);
    int count = 0;
    for (int at = 0; at < tokens.count(); at++) {
      if (!tokens.isHidden(at)) {
        words.merge(tokens.text(at), step, Integer::sum);
        count++;
      }
    }
    return count;
  }
}
