package dev.galley.convert;

import dev.galley.kernelc.symbols.TreeIndex;
import dev.galley.series.Series;
import dev.galley.tree.BaseTree;
import dev.galley.tree.BlobSource;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.SeriesApplier;
import dev.galley.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the {@link SeriesCode} of a series. */
public final class SeriesCodes {

  private SeriesCodes() {}

  /**
   * The C of a series; nothing is read yet.
   *
   * @param base the tree that the series is for
   * @param outcomes what became of each patch on it, by number; of no use without a base
   */
  public static SeriesCode of(
      Series series, Optional<BaseTree> base, Map<Integer, PatchOutcome> outcomes) {
    return of(series, base, outcomes, Optional.empty());
  }

  /**
   * The same with an index of the base that is at hand.
   *
   * @param index of the base; where it is empty the one that the user's folder has
   */
  public static SeriesCode of(
      Series series,
      Optional<BaseTree> base,
      Map<Integer, PatchOutcome> outcomes,
      Optional<TreeIndex> index) {
    return base.<SeriesCode>map(
            tree ->
                new PatchedCode(
                    series,
                    base,
                    outcomes,
                    new TreeStates(TreeStates.symbols(tree, index), tree, new TreeMap<>(outcomes))))
        .orElseGet(() -> ofMails(series));
  }

  /** The C of a series as far as its mails show it. */
  public static SeriesCode of(Series series) {
    return of(series, Optional.empty(), Map.of());
  }

  /** What a series adds is whole on an empty tree, too; of all else its hunks are known. */
  private static SeriesCode ofMails(Series series) {
    Tree empty = MailTree.EMPTY;
    List<SeriesApplier.Numbered> patches =
        series.patches().stream()
            .map(patch -> new SeriesApplier.Numbered(patch.number(), patch.diff()))
            .toList();
    List<PatchOutcome> outcomes = SeriesApplier.apply(empty, patches, BlobSource.NONE);
    TreeMap<Integer, PatchOutcome> byNumber = new TreeMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      byNumber.put(patches.get(i).number(), outcomes.get(i));
    }
    return new PatchedCode(series, Optional.empty(), byNumber, new MailStates(series, byNumber));
  }
}
