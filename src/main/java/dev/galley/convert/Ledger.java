package dev.galley.convert;

import dev.galley.search.Elsewhere;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every place of a tree where a series' rules could be applied, and what became of it.
 *
 * @param accounts one for each rule that the series uses, in the order of their first use
 * @param said what the series' words say about which files are converted
 * @param notes what could not be done, each for people
 */
public record Ledger(List<Account> accounts, List<Said> said, List<String> notes) {

  /** Nothing is known, or nothing is converted. */
  public static final Ledger EMPTY = new Ledger(List.of(), List.of(), List.of());

  public Ledger {
    accounts = List.copyOf(accounts);
    said = List.copyOf(said);
    notes = List.copyOf(notes);
  }

  /**
   * The places of one rule.
   *
   * @param rule the rule as it was when the series used it first
   * @param pattern its left side as {@code galley search} takes it
   * @param entries in order of path and line
   * @param others places with the same word that are certainly something else
   */
  public record Account(
      Rule rule, String pattern, List<LedgerEntry> entries, List<Elsewhere> others) {

    public Account {
      Objects.requireNonNull(rule);
      Objects.requireNonNull(pattern);
      entries = List.copyOf(entries);
      others = List.copyOf(others);
    }

    /** What is replaced, on one line. */
    public String left() {
      return rule.left().text().replaceAll("\\s+", " ");
    }

    /** What replaces it, on one line. */
    public String right() {
      return rule.right().text().replaceAll("\\s+", " ");
    }

    /** How many entries there are of each fate, by its label. */
    public Map<String, Integer> totals() {
      Map<String, Integer> totals = new LinkedHashMap<>();
      for (LedgerEntry entry : entries) {
        totals.merge(entry.fate().label(), 1, Integer::sum);
      }
      return totals;
    }

    /** How many reads are known, those of unknown type among them. */
    public int reads() {
      return (int) entries.stream().filter(LedgerEntry::isRead).count();
    }

    /** How many reads are known by the field's name only. */
    public int untyped() {
      return (int)
          entries.stream()
              .filter(LedgerEntry::isRead)
              .filter(entry -> !entry.doubt().isEmpty())
              .count();
    }

    /** What else has the same word, by what it is. */
    public SortedMap<String, Integer> otherTotals() {
      SortedMap<String, Integer> totals = new TreeMap<>();
      others.forEach(
          other -> totals.merge(other.what().replaceFirst("^const ", ""), 1, Integer::sum));
      return totals;
    }
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return accounts.isEmpty() && notes.isEmpty();
  }
}
