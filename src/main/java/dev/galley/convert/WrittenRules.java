package dev.galley.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The rules that the user of a review wrote. */
public record WrittenRules(List<Rule> rules) {

  /** A review without a rule file. */
  public static final WrittenRules NONE = new WrittenRules(List.of());

  public WrittenRules {
    rules = List.copyOf(rules);
  }

  /** A book that has these rules too, from the base on, before those inferred. */
  public RuleBook with(RuleBook book) {
    if (rules.isEmpty()) {
      return book;
    }
    TreeMap<Integer, List<Rule>> all = new TreeMap<>();
    all.put(0, rules);
    for (int patch : book.changes()) {
      List<Rule> both = new ArrayList<>(rules);
      both.addAll(book.after(patch));
      all.put(patch, both);
    }
    return new RuleBook(all);
  }
}
