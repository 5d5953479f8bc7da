package dev.galley.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes rules as {@link RuleFile} reads them. */
public final class RulePrinter {

  private RulePrinter() {}

  /**
   * The rules that hold after a series' last patch; those that a later patch ends stand before them
   * as comments.
   *
   * @param remarks what was not inferred and why; comments too
   */
  public static String print(RuleBook book, List<String> remarks) {
    List<String> parts = new ArrayList<>();
    if (!remarks.isEmpty()) {
      parts.add(comment(String.join("\n", remarks)));
    }
    Set<String> last = new LinkedHashSet<>();
    book.last().forEach(rule -> last.add(print(rule)));
    ended(book, last).forEach((rule, patch) -> parts.add(comment(rule + "until patch " + patch)));
    parts.addAll(last);
    return String.join("\n", parts);
  }

  /** Rules that hold no more at the end, with the patch that ends them. */
  private static Map<String, Integer> ended(RuleBook book, Set<String> last) {
    Map<String, Integer> ended = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    for (int patch : book.changes()) {
      List<String> now = book.after(patch).stream().map(RulePrinter::print).toList();
      for (String rule : open) {
        if (!now.contains(rule) && !last.contains(rule)) {
          ended.put(rule, patch);
        }
      }
      open = new ArrayList<>(now);
    }
    return ended;
  }

  private static String comment(String text) {
    return text.lines()
        .map(line -> line.startsWith("//") ? line + "\n" : "// " + line + "\n")
        .collect(Collectors.joining());
  }

  /** Rules one after the other; reading the text gives the same rules, from that file. */
  public static String print(List<Rule> rules) {
    return rules.stream().map(RulePrinter::print).collect(Collectors.joining("\n"));
  }

  /** One rule as a file has it, with a comment that says where it comes from. */
  public static String print(Rule rule) {
    StringBuilder text = new StringBuilder();
    origin(rule.origin()).ifPresent(line -> text.append("// ").append(line).append('\n'));
    text.append("@ ").append(rule.name()).append(" @\n");
    for (Rule.Variable variable : rule.variables()) {
      text.append(RuleMatcher.declaration(variable)).append(";\n");
    }
    rule.scope().forEach(path -> text.append("scope: ").append(path).append('\n'));
    for (Rule.Exemption exemption : rule.exemptions()) {
      text.append("exempt: ")
          .append(exemption.path())
          .append(' ')
          .append(exemption.reason())
          .append('\n');
    }
    text.append("@@\n");
    rule.left().text().lines().forEach(line -> text.append("- ").append(line).append('\n'));
    rule.right().text().lines().forEach(line -> text.append("+ ").append(line).append('\n'));
    return text.toString();
  }

  private static Optional<String> origin(Rule.Origin origin) {
    if (origin instanceof Rule.Origin.Helper helper) {
      return Optional.of(
          helper.path()
              + ":"
              + helper.line()
              + (helper.patch() == 0 ? " of the base" : ", patch " + helper.patch()));
    }
    return origin instanceof Rule.Origin.Observed observed
        ? Optional.of("what " + observed.times() + " changes of the series have in common")
        : Optional.empty();
  }
}
