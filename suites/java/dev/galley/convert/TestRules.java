package dev.galley.convert;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Rules written in tests: {@code struct pci_dev *d: d->is_physfn => helper(d)}. */
final class TestRules {

  private TestRules() {}

  static List<Rule> of(String... lines) {
    List<Rule> rules = new ArrayList<>();
    for (String line : lines) {
      rules.add(rule(line, rules.size() + 1));
    }
    return rules;
  }

  private static Rule rule(String line, int number) {
    int colon = line.indexOf(": ");
    String[] sides = line.substring(colon + 2).split(" => ", -1);
    List<Rule.Variable> variables = new ArrayList<>();
    for (String declaration : line.substring(0, colon).split("; ", -1)) {
      String name = declaration.replaceAll(".*[ *]", "");
      variables.add(new Rule.Variable(name, declaration));
    }
    return new Rule(
        sides[1].replaceAll("\\(.*", ""),
        variables,
        template(sides[0]),
        template(sides[1]),
        new Rule.Origin.Helper("include/helpers.h", number, 1),
        List.of(),
        List.of());
  }

  private static Template template(String text) {
    if (text.endsWith(";")) {
      return new Template.Statements(
          text, ((Unit.Statements) unit(Snippet.statements(Bytes.utf8(text)))).items());
    }
    return new Template.Expression(
        text, ((Unit.Expression) unit(Snippet.expression(Bytes.utf8(text)))).expression());
  }

  private static Unit unit(Reading reading) {
    return ((Reading.Tree) reading).unit();
  }
}
