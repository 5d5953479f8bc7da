package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other ways in which code stands that a helper replaces. */
final class RuleVariants {

  private static final String SUCCESS = "\nreturn 0;";

  private RuleVariants() {}

  /**
   * Of {@code c ? a : b} the chain of {@code if} that assigns a or b; of statements that end with
   * {@code return 0;} those before, where the caller goes on and gives an error back.
   */
  static List<Rule> of(Rule rule) {
    List<Rule> variants = new ArrayList<>();
    if (rule.left() instanceof Template.Expression left
        && left.shape() instanceof Expr.Conditional choice) {
      chain(rule, choice).ifPresent(variants::add);
    } else if (rule.left() instanceof Template.Statements left
        && left.text().endsWith(SUCCESS)
        && rule.right().text().startsWith("return ")
        && left.shapes().size() > 1) {
      goesOn(rule, left).ifPresent(variants::add);
    }
    return variants;
  }

  private static Optional<Rule> chain(Rule rule, Expr.Conditional top) {
    String result = free(rule, "result");
    CodeText text = new CodeText(Bytes.utf8(rule.left().text()));
    StringBuilder left = new StringBuilder();
    Expr at = top;
    while (at instanceof Expr.Conditional choice && choice.yes().isPresent()) {
      left.append(left.isEmpty() ? "if (" : "else if (")
          .append(text.of(choice.condition()))
          .append(")\n\t")
          .append(result)
          .append(" = ")
          .append(text.of(choice.yes().get()))
          .append(";\n");
      at = CodeText.bare(choice.no());
    }
    left.append("else\n\t").append(result).append(" = ").append(text.of(at)).append(';');
    String right = result + " = " + rule.right().text() + ";";
    return made(rule, new Rule.Variable(result, "expression " + result), left.toString(), right);
  }

  private static Optional<Rule> goesOn(Rule rule, Template left) {
    String error = free(rule, "err");
    String before = left.text().substring(0, left.text().length() - SUCCESS.length());
    String call = rule.right().text().substring("return ".length());
    return made(
        rule,
        new Rule.Variable(error, "identifier " + error),
        before,
        error + " = " + call + "\nif (" + error + ")\n\treturn " + error + ";");
  }

  private static String free(Rule rule, String wanted) {
    String name = wanted;
    while (rule.left().text().contains(name) || rule.right().text().contains(name)) {
      name += "_";
    }
    return name;
  }

  private static Optional<Rule> made(Rule rule, Rule.Variable variable, String left, String right) {
    List<Rule.Variable> variables = new ArrayList<>(rule.variables());
    variables.add(variable);
    return RuleText.statements(left)
        .flatMap(
            from ->
                RuleText.statements(right).map(to -> RuleComposer.with(rule, variables, from, to)));
  }
}
