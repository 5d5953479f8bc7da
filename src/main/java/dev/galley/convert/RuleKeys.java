package dev.galley.convert;

import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Tells left sides apart whatever their variables are called. */
final class RuleKeys {

  private RuleKeys() {}

  /** Equal for two rules with the same left side on the same types. */
  static String of(Rule rule) {
    CodeText text = new CodeText(Bytes.utf8(rule.left().text()));
    List<String> types = new ArrayList<>();
    for (int i = 0; i < rule.variables().size(); i++) {
      Rule.Variable variable = rule.variables().get(i);
      text = text.with(variable.name(), "$" + i);
      types.add(
          variable
              .declaration()
              .replaceAll("\\b" + variable.name() + "\\b", "")
              .replaceAll("\\bconst\\b", "")
              .strip());
    }
    String left =
        rule.left() instanceof Template.Expression expression
            ? text.of(expression.shape())
            : StatementText.of(((Template.Statements) rule.left()).shapes(), text)
                .orElse(rule.left().text());
    return types + left;
  }
}
