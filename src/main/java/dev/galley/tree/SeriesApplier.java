package dev.galley.tree;

import dev.galley.patch.Diff;
import java.util.ArrayList;
import java.util.List;

/** Applies the patches of a series one after another. It never stops at one that fails. */
public final class SeriesApplier {

  private SeriesApplier() {}

  /**
   * A patch and its place in the series.
   *
   * @param number counted from 1; numbers ascend, and a gap is a patch that is missing
   */
  public record Numbered(int number, Diff diff) {}

  /** Applies patches numbered from 1, none missing, merging where the base's repository can. */
  public static List<PatchOutcome> apply(BaseTree base, List<Diff> diffs) {
    List<Numbered> numbered = new ArrayList<>();
    for (Diff diff : diffs) {
      numbered.add(new Numbered(numbered.size() + 1, diff));
    }
    return apply(base, numbered, base);
  }

  /**
   * Applies patches of which some may be missing.
   *
   * @param blobs where merges find their ancestors, usually the base; {@link BlobSource#NONE} for
   *     the verdict of a plain {@code git am}
   */
  public static List<PatchOutcome> apply(Tree base, List<Numbered> patches, BlobSource blobs) {
    List<PatchOutcome> outcomes = new ArrayList<>();
    Debts debts = new Debts();
    Tree tree = base;
    boolean partial = false;
    int next = 1;
    for (Numbered patch : patches) {
      for (; next < patch.number(); next++) {
        debts.missing(next);
        partial = true;
      }
      PatchOutcome alone = PatchApplier.apply(tree, patch.diff(), blobs);
      PatchOutcome told = debts.explain(alone, partial || alone.partial());
      debts.record(patch.number(), told);
      outcomes.add(told);
      partial = told.partial();
      tree = told.after();
      next = patch.number() + 1;
    }
    return outcomes;
  }
}
