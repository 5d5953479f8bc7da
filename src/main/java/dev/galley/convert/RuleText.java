package dev.galley.convert;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Bytes;
import java.util.List;
import java.util.Optional;

/** Makes templates of text. */
final class RuleText {

  private RuleText() {}

  /** An expression; empty where the text is none. */
  static Optional<Template> expression(String text) {
    return Snippet.expression(Bytes.utf8(text)) instanceof Reading.Tree tree
            && tree.unit() instanceof Unit.Expression expression
        ? Optional.of(new Template.Expression(text, expression.expression()))
        : Optional.empty();
  }

  /** Statements; empty where the text has none. */
  static Optional<Template> statements(String text) {
    return Snippet.statements(Bytes.utf8(text)) instanceof Reading.Tree tree
            && tree.unit() instanceof Unit.Statements statements
            && !statements.items().isEmpty()
        ? Optional.of(new Template.Statements(text, statements.items()))
        : Optional.empty();
  }

  /**
   * Why a text is neither expression nor statements.
   *
   * @param line of the text, counted from 0
   * @param column counted from 0
   */
  record Unread(int line, int column, String reason) {}

  /** Where and why a text cannot be read; the reading that came further tells. */
  static Unread unread(String text) {
    Unread best = new Unread(0, 0, "there is nothing");
    int furthest = -1;
    Bytes octets = Bytes.utf8(text);
    for (Reading reading : List.of(Snippet.expression(octets), Snippet.statements(octets))) {
      if (reading instanceof Reading.Unknown unknown && unknown.at().start() > furthest) {
        furthest = unknown.at().start();
        String before = octets.slice(0, Math.min(furthest, octets.length())).utf8();
        int line = (int) before.chars().filter(c -> c == '\n').count();
        best = new Unread(line, before.length() - before.lastIndexOf('\n') - 1, unknown.reason());
      }
    }
    return best;
  }
}
