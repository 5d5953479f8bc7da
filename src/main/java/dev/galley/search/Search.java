package dev.galley.search;

import dev.galley.kernelc.symbols.IndexFolder;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.symbols.TreeIndex;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.types.CType;
import dev.galley.kernelc.types.Types;
import dev.galley.tree.BaseTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Searches the C of a tree. */
public final class Search {

  private Search() {}

  /** Told how far a search has come. */
  public interface Progress {

    /** Some of a number of steps of something are done. */
    void at(String what, long done, long of);
  }

  /**
   * Finds every site of a pattern.
   *
   * @throws PatternException if the pattern is none, or its types are not to be found in the tree
   * @throws IOException if the tree cannot be read
   */
  public static SearchResult run(SearchOrder order, BaseTree tree, Progress progress)
      throws PatternException, IOException {
    Predicate<String> paths = PathFilter.of(order.paths());
    List<String> remarks = new ArrayList<>();
    Optional<TreeIndex> index = index(order, tree, progress, remarks);
    TreeSymbols symbols =
        index.map(found -> TreeSymbols.of(tree, found)).orElseGet(() -> TreeSymbols.of(tree));
    TypeSources types = new TreeTypes(new Types(symbols));
    Pattern pattern = new PatternReader(order.pattern(), types).read();
    SearchRun run = new SearchRun(order, pattern, types, progress);
    if (index.isPresent() && !pattern.words().isEmpty()) {
      run.files(symbols, paths);
    } else {
      run.scan(TreeScan.of(tree, paths));
    }
    if (!run.hasSites()) {
      remarks.addAll(missing(pattern, symbols));
    }
    return run.result(tree.describe(), remarks);
  }

  /**
   * Structs of the pattern's variables that the tree does not have: then nothing could be found.
   */
  private static List<String> missing(Pattern pattern, TreeSymbols symbols) {
    List<String> remarks = new ArrayList<>();
    for (MetaVariable variable : pattern.variables().values()) {
      if (variable instanceof MetaVariable.OfType typed
          && typed.type().target().orElse(typed.type()).resolved() instanceof CType.Record record
          && !record.tag().isEmpty()
          && symbols.find(SymbolKind.RECORD, record.tag(), PatternReader.PATH).isEmpty()) {
        remarks.add("no definition of " + record + " is in this tree");
      }
    }
    return remarks;
  }

  private static Optional<TreeIndex> index(
      SearchOrder order, BaseTree tree, Progress progress, List<String> remarks)
      throws IOException {
    if (order.index() == SearchOrder.IndexUse.NEVER) {
      return Optional.empty();
    }
    boolean make = order.index() == SearchOrder.IndexUse.MAKE;
    if (make) {
      progress.at("indexing the tree", 0, 1);
    }
    IndexFolder folder = IndexFolder.ofUser();
    IndexFolder.Answer answer = make ? folder.findOrBuild(tree) : folder.find(tree);
    if (make || tree.id().isPresent()) {
      remarks.addAll(answer.remarks());
    }
    return answer.index();
  }
}
