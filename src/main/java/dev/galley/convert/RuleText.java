package dev.galley.convert;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Bytes;
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
}
