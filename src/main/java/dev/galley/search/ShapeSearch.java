package dev.galley.search;

import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.types.Types;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Searches a tree for the places that a shape fits. */
public final class ShapeSearch {

  /** How many sites are told; a rule with more of them is no rule that a person can follow. */
  public static final int MOST_SITES = 10_000;

  /** How many files are searched for one shape. */
  public static final int MOST_FILES = 8_000;

  private ShapeSearch() {}

  /**
   * Finds every place that a shape fits, or may fit. Members and initialisers that its words
   * declare are told as in a search.
   *
   * @param text of the shape, for people
   * @param paths which files
   * @throws IOException if the search is interrupted
   */
  public static SearchResult run(
      Shape shape, String text, TreeSymbols symbols, Types types, Predicate<String> paths)
      throws IOException {
    SearchOrder order =
        new SearchOrder(text, EnumSet.allOf(SiteKind.class), List.of(), SearchOrder.IndexUse.AUTO);
    SearchRun run =
        new SearchRun(
            order,
            shape.pattern(),
            Optional.of(shape),
            new TreeTypes(types),
            (what, done, of) -> {});
    List<String> remarks = new ArrayList<>();
    if (shape.words().isEmpty()) {
      remarks.add("no tree is searched for it: it has no word of its own");
    } else {
      List<String> candidates = SearchRun.candidates(symbols, shape.words(), paths);
      if (candidates.size() > MOST_FILES) {
        remarks.add(
            "no tree is searched for it: "
                + candidates.size()
                + " files have its words; at most "
                + MOST_FILES
                + " are searched");
      } else {
        run.files(symbols, candidates);
      }
    }
    return bounded(run.result("", remarks));
  }

  private static SearchResult bounded(SearchResult result) {
    if (result.sites().size() <= MOST_SITES) {
      return result;
    }
    List<String> remarks = new ArrayList<>(result.remarks());
    remarks.add(
        "it has " + result.sites().size() + " sites; the first " + MOST_SITES + " are told");
    return new SearchResult(
        result.pattern(),
        result.base(),
        result.sites().subList(0, MOST_SITES),
        result.doubts(),
        result.others(),
        result.files(),
        remarks);
  }
}
