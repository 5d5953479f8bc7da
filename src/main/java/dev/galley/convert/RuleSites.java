package dev.galley.convert;

import dev.galley.search.Doubt;
import dev.galley.search.PathFilter;
import dev.galley.search.PatternException;
import dev.galley.search.SearchResult;
import dev.galley.search.Shape;
import dev.galley.search.ShapeSearch;
import dev.galley.search.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Every place of a tree where the left side of a rule stands.
 *
 * @param rule the rule
 * @param sites in order of path and place
 * @param doubts places that fit by their words, whose type is not known or which do not parse
 * @param others places with the same words on objects of other types, counted by type
 * @param files how many files were searched
 * @param remarks what the user should know: why no tree was searched, which limit ended it
 */
public record RuleSites(
    Rule rule,
    List<Site> sites,
    List<Doubt> doubts,
    SortedMap<String, Integer> others,
    int files,
    List<String> remarks) {

  public RuleSites {
    sites = List.copyOf(sites);
    doubts = List.copyOf(doubts);
    others = new TreeMap<>(others);
    remarks = List.copyOf(remarks);
  }

  /**
   * Searches a tree for the left sides of rules, each within the rule's scope. The helper's own
   * body is no site.
   *
   * @throws IOException if the search is interrupted
   */
  public static List<RuleSites> find(List<Rule> rules, CodeState state, RuleMatcher matcher)
      throws IOException {
    Set<String> words = new TreeSet<>();
    for (Rule rule : rules) {
      matcher.shape(rule, RuleMatcher.Half.LEFT).ifPresent(shape -> words.addAll(shape.words()));
    }
    state.symbols().prepare(words);
    List<RuleSites> found = new ArrayList<>();
    for (Rule rule : rules) {
      found.add(find(rule, state, matcher));
    }
    return found;
  }

  private static RuleSites find(Rule rule, CodeState state, RuleMatcher matcher)
      throws IOException {
    Optional<Shape> shape = matcher.shape(rule, RuleMatcher.Half.LEFT);
    if (shape.isEmpty()) {
      return none(rule, "its left side is not understood: " + rule.left().text());
    }
    Predicate<String> paths;
    try {
      paths = PathFilter.of(rule.scope());
    } catch (PatternException wrong) {
      return none(rule, wrong.reason());
    }
    SearchResult result =
        ShapeSearch.run(shape.get(), rule.left().text(), state.symbols(), state.types(), paths);
    return new RuleSites(
        rule,
        result.sites().stream().filter(site -> !isOwnBody(rule, site)).toList(),
        result.doubts().stream().filter(doubt -> !isOwnBody(rule, doubt.site())).toList(),
        result.others(),
        result.files(),
        result.remarks());
  }

  private static RuleSites none(Rule rule, String remark) {
    return new RuleSites(rule, List.of(), List.of(), new TreeMap<>(), 0, List.of(remark));
  }

  /** Whether a place stands in the helper that the rule is of. */
  private static boolean isOwnBody(Rule rule, Site site) {
    return site.function().or(site::macro).map(rule.name()::equals).orElse(false);
  }
}
