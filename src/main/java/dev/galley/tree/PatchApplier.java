package dev.galley.tree;

import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies one patch to a tree in memory, as {@code git am} would.
 *
 * <p>Context has to match as it is: no fuzz. Places are searched forward and backward as git does.
 * What fails is explained, and what applies is applied, as {@code git apply --reject} does.
 */
public final class PatchApplier {

  private PatchApplier() {}

  /**
   * Applies a patch. One without any change applies and leaves the tree as it is.
   *
   * @param blobs where a three-way merge finds the files that the patch was made for; {@link
   *     BlobSource#NONE} to try none
   */
  public static PatchOutcome apply(Tree tree, Diff diff, BlobSource blobs) {
    PatchRun run = new PatchRun(tree, diff.files(), blobs);
    List<FileOutcome> outcomes = new ArrayList<>();
    for (FileChange change : diff.files()) {
      outcomes.add(run.apply(change));
    }
    Tree after = run.write(outcomes);
    FileOutcome.Status status = overall(outcomes);
    if (status != FileOutcome.Status.APPLIES) {
      ThreeWay.Result merged = ThreeWay.apply(tree, outcomes, blobs);
      if (merged.isClean()) {
        return new PatchOutcome(
            FileOutcome.Status.APPLIES_BY_THREE_WAY,
            ThreeWay.merged(outcomes),
            tree,
            tree.with(merged.edits()),
            false);
      }
      outcomes = ThreeWay.withConflicts(outcomes, merged);
    }
    boolean partial = status != FileOutcome.Status.APPLIES;
    return new PatchOutcome(status, outcomes, tree, after, partial);
  }

  /** The verdict on a patch from those on its files. */
  static FileOutcome.Status overall(List<FileOutcome> files) {
    boolean all = true;
    boolean any = false;
    boolean there = true;
    for (FileOutcome file : files) {
      all &= file.applies();
      any |= file.applies() || file.status() == FileOutcome.Status.PARTLY;
      there &= file.status() == FileOutcome.Status.ALREADY_APPLIED;
    }
    if (all) {
      return FileOutcome.Status.APPLIES;
    }
    if (there) {
      return FileOutcome.Status.ALREADY_APPLIED;
    }
    return any ? FileOutcome.Status.PARTLY : FileOutcome.Status.FAILS;
  }
}
