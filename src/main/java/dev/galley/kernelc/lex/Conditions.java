package dev.galley.kernelc.lex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a choice of branches takes for true and for false, by the text of the conditions. */
final class Conditions {

  private final Map<String, Boolean> values;

  Conditions() {
    this.values = new HashMap<>(Map.of("0", false, "1", true));
  }

  Conditions(Conditions other) {
    this.values = new HashMap<>(other.values);
  }

  /** Takes a branch of a group; the number of its branches means none of them. */
  void take(Group group, int branch) {
    facts(group, branch).forEach(fact -> values.putIfAbsent(fact.text(), fact.value()));
  }

  /** Whether nothing known contradicts a branch of a group. */
  boolean allows(Group group, int branch) {
    return facts(group, branch).stream()
        .allMatch(fact -> values.getOrDefault(fact.text(), fact.value()) == fact.value());
  }

  private record Fact(String text, boolean value) {}

  /** The conditions before the branch are false, its own is true. */
  private static List<Fact> facts(Group group, int branch) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i <= branch && i < group.branches().size(); i++) {
      Directive line = group.branches().get(i).opening();
      if (!line.word().equals("else")) {
        add(line, i == branch, facts);
      }
    }
    return facts;
  }

  private static void add(Directive line, boolean value, List<Fact> facts) {
    String text = line.rest();
    switch (line.word()) {
      case "ifdef", "elifdef" -> facts.add(new Fact("defined(" + text + ")", value));
      case "ifndef", "elifndef" -> facts.add(new Fact("defined(" + text + ")", !value));
      default -> split(plain(text), value, facts);
    }
  }

  /** One way to write a condition: no spaces, {@code defined(X)}. */
  private static String plain(String text) {
    return text.replaceAll("\\bdefined +(\\w+)", "defined($1)").replace(" ", "");
  }

  /** All parts of {@code a && b} are true if it is; all of {@code a || b} false if it is. */
  private static void split(String text, boolean value, List<Fact> facts) {
    boolean and = text.contains("&&");
    boolean or = text.contains("||");
    if (and != or && value == and && balancedAtOnce(text)) {
      for (String part : text.split(and ? "&&" : "\\|\\|", -1)) {
        one(part, value, facts);
      }
    } else {
      one(text, value, facts);
    }
  }

  /** Whether each part between the operators balances its parentheses. */
  private static boolean balancedAtOnce(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth != 0 && (c == '&' || c == '|')) {
        return false;
      }
    }
    return depth == 0;
  }

  private static void one(String text, boolean value, List<Fact> facts) {
    String rest = text;
    boolean meant = value;
    while (rest.startsWith("!") && isPrimary(rest.substring(1))) {
      rest = rest.substring(1);
      meant = !meant;
    }
    while (rest.startsWith("(")
        && rest.endsWith(")")
        && isPrimary(rest.substring(1, rest.length() - 1))) {
      rest = rest.substring(1, rest.length() - 1);
    }
    facts.add(new Fact(rest, meant));
  }

  /** A word, a call, or a negation of one: nothing that an operator splits. */
  private static boolean isPrimary(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '!') {
      at++;
    }
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (at == text.length()) {
      return at > 0;
    }
    return text.charAt(at) == '(' && text.indexOf(')', at) == text.length() - 1;
  }
}
