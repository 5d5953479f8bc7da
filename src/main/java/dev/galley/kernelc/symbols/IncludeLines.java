package dev.galley.kernelc.symbols;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code #include} lines of a text, by their first characters alone: one in a comment counts
 * too, which costs a look into a header too many.
 */
final class IncludeLines {

  private static final byte[] WORD = "include".getBytes(StandardCharsets.US_ASCII);

  private IncludeLines() {}

  /** Targets in order, each with {@code <} or {@code "} before it. */
  static List<String> of(byte[] text) {
    List<String> targets = new ArrayList<>();
    int line = 0;
    while (line < text.length) {
      int at = blanks(text, line);
      if (at < text.length && text[at] == '#') {
        add(text, blanks(text, at + 1), targets);
      }
      while (at < text.length && text[at] != '\n') {
        at++;
      }
      line = at + 1;
    }
    return targets;
  }

  private static void add(byte[] text, int word, List<String> targets) {
    for (int i = 0; i < WORD.length; i++) {
      if (word + i >= text.length || text[word + i] != WORD[i]) {
        return;
      }
    }
    int open = blanks(text, word + WORD.length);
    if (open >= text.length || (text[open] != '<' && text[open] != '"')) {
      return;
    }
    byte closing = text[open] == '<' ? (byte) '>' : (byte) '"';
    int end = open + 1;
    while (end < text.length && text[end] != closing && text[end] != '\n') {
      end++;
    }
    if (end < text.length && text[end] == closing) {
      targets.add(new String(text, open, end - open, StandardCharsets.UTF_8));
    }
  }

  private static int blanks(byte[] text, int from) {
    int at = from;
    while (at < text.length && (text[at] == ' ' || text[at] == '\t')) {
      at++;
    }
    return at;
  }
}
