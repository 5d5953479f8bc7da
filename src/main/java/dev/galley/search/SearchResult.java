package dev.galley.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a search found.
 *
 * @param pattern as the user wrote it
 * @param base a short name of the tree
 * @param sites in order of path and place
 * @param doubts places that fit by name, whose type is not known or which do not parse; same order
 * @param others places with the same words that are certainly something else, counted by what they
 *     are: {@code struct bnxt_re_dev}
 * @param files how many files have the pattern's words
 * @param remarks what the user should know of the index: why it was not used, or not kept
 */
public record SearchResult(
    String pattern,
    String base,
    List<Site> sites,
    List<Doubt> doubts,
    SortedMap<String, Integer> others,
    int files,
    List<String> remarks) {

  public SearchResult {
    sites = List.copyOf(sites);
    doubts = List.copyOf(doubts);
    remarks = List.copyOf(remarks);
    others = new TreeMap<>(others);
  }

  /** How many sites there are of each kind; kinds without one are left out. */
  public Map<SiteKind, Integer> byKind() {
    Map<SiteKind, Integer> counts = new EnumMap<>(SiteKind.class);
    sites.forEach(site -> counts.merge(site.kind(), 1, Integer::sum));
    return counts;
  }
}
