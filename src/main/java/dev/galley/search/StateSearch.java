package dev.galley.search;

import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.types.Types;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Searches a tree whose names and types somebody has already: one state of a series. */
public final class StateSearch {

  private final TreeSymbols symbols;
  private final TreeTypes types;

  /**
   * @param types over these names
   */
  public StateSearch(TreeSymbols symbols, Types types) {
    this.symbols = symbols;
    this.types = new TreeTypes(types);
  }

  /**
   * What was found.
   *
   * @param sites in order of path and place
   * @param doubts places of which nobody can say whether they are sites
   * @param others places with the same word that are certainly none, in order of path and line
   */
  public record Found(List<Site> sites, List<Doubt> doubts, List<Elsewhere> others) {
    public Found {
      sites = List.copyOf(sites);
      doubts = List.copyOf(doubts);
      others = List.copyOf(others);
    }
  }

  /**
   * Finds every place that a shape fits, of all kinds.
   *
   * @param text of the shape, for people
   * @param paths which files are wanted
   * @throws PatternException if too many files have its words, or it has no word of its own
   * @throws IOException if the search was interrupted
   */
  public Found run(Shape shape, String text, Predicate<String> paths)
      throws PatternException, IOException {
    if (shape.words().isEmpty()) {
      throw new PatternException("it has no word of its own");
    }
    List<String> candidates = SearchRun.candidates(symbols, shape.words(), paths);
    if (candidates.size() > ShapeSearch.MOST_FILES) {
      throw new PatternException(
          candidates.size()
              + " files have its words; at most "
              + ShapeSearch.MOST_FILES
              + " are searched");
    }
    SearchOrder order =
        new SearchOrder(text, EnumSet.allOf(SiteKind.class), List.of(), SearchOrder.IndexUse.AUTO);
    SearchRun run =
        new SearchRun(order, shape.pattern(), Optional.of(shape), types, (what, done, of) -> {});
    run.files(symbols, candidates);
    SearchResult result = run.result("", List.of());
    return new Found(result.sites(), result.doubts(), run.others());
  }

  /**
   * Finds every site of a pattern, of all kinds.
   *
   * @param paths which files are wanted
   * @throws PatternException if the pattern is none, or its types are not to be found in the tree
   * @throws IOException if the search was interrupted
   */
  public Found run(String pattern, Predicate<String> paths) throws PatternException, IOException {
    Pattern read = new PatternReader(pattern, types).read();
    SearchOrder order =
        new SearchOrder(
            pattern, EnumSet.allOf(SiteKind.class), List.of(), SearchOrder.IndexUse.AUTO);
    SearchRun run = new SearchRun(order, read, types, (what, done, of) -> {});
    run.files(symbols, paths);
    SearchResult result = run.result("", List.of());
    return new Found(result.sites(), result.doubts(), run.others());
  }
}
