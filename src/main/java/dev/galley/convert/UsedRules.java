package dev.galley.convert;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules that a series uses: a helper's call comes where its left side's words go. */
final class UsedRules {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
  private static final int LONGEST = 1_000;

  private UsedRules() {}

  /** In the order of their first use, each as it is when its helper is used first. */
  static List<Rule> of(Series series, RuleBook book) {
    List<Rule> used = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (SeriesPatch patch : series.patches()) {
      List<Rule> rules =
          book.after(patch.number()).stream().filter(rule -> !known.contains(rule.name())).toList();
      if (!rules.isEmpty()) {
        use(patch, rules, used);
        used.forEach(rule -> known.add(rule.name()));
      }
    }
    return used;
  }

  private static void use(SeriesPatch patch, List<Rule> rules, List<Rule> used) {
    for (FileChange change : patch.diff().files()) {
      for (Hunk hunk : change.hunks()) {
        Set<String> added = new TreeSet<>();
        Set<String> removed = new TreeSet<>();
        for (HunkLine line : hunk.lines()) {
          if (line.isAdded() && line.text().length() < LONGEST) {
            words(line, added);
          } else if (line.isRemoved() && line.text().length() < LONGEST) {
            words(line, removed);
          }
        }
        for (Rule rule : rules) {
          if (added.contains(rule.name())
              && removed.containsAll(leftWords(rule))
              && !used.contains(rule)) {
            used.add(rule);
          }
        }
      }
    }
  }

  private static void words(HunkLine line, Set<String> into) {
    Matcher word = WORD.matcher(line.text().latin1());
    while (word.find()) {
      into.add(word.group());
    }
  }

  /** The words of a rule's left side that mean themselves. */
  static Set<String> leftWords(Rule rule) {
    Set<String> words = new TreeSet<>();
    Matcher word = WORD.matcher(rule.left().text());
    while (word.find()) {
      words.add(word.group());
    }
    rule.variables().forEach(variable -> words.remove(variable.name()));
    return words;
  }

  /** A rule's left side as a pattern of the search. */
  static String pattern(Rule rule) {
    StringBuilder pattern = new StringBuilder();
    for (Rule.Variable variable : rule.variables()) {
      if (Pattern.compile("\\b" + Pattern.quote(variable.name()) + "\\b")
          .matcher(rule.left().text())
          .find()) {
        pattern.append(variable.declaration()).append("; ");
      }
    }
    return pattern + rule.left().text();
  }
}
