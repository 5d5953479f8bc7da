package dev.galley.tree;

import dev.galley.patch.Diff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the patches of a series one after another. It never stops at one that fails. */
public final class SeriesApplier {

  private SeriesApplier() {}

  /**
   * A patch and its place in the series.
   *
   * @param number counted from 1; numbers ascend, and a gap is a patch that is missing
   * @param diff what could be read of it
   * @param refusal why git refuses the whole patch before it looks at the tree; empty when it does
   *     not
   */
  public record Numbered(int number, Diff diff, Optional<String> refusal) {

    /** A patch that git can read. */
    public Numbered(int number, Diff diff) {
      this(number, diff, Optional.empty());
    }
  }

  /** Applies patches numbered from 1, none missing, merging where the base's repository can. */
  public static List<PatchOutcome> apply(BaseTree base, List<Diff> diffs) {
    List<Numbered> numbered = new ArrayList<>();
    for (Diff diff : diffs) {
      numbered.add(new Numbered(numbered.size() + 1, diff));
    }
    return apply(base, numbered, base);
  }

  /**
   * Applies patches of which some may be missing, and some damaged.
   *
   * <p>Of a patch that git refuses what could be read is applied all the same, so that those after
   * it can be judged; its verdict and its tree say that it is not what git would make.
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
      if (patch.refusal().isPresent()) {
        alone = alone.refused(patch.refusal().get());
        debts.damaged(patch.number());
      }
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
