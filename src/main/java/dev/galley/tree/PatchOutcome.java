package dev.galley.tree;

import java.util.List;
import java.util.Objects;

/**
 * What became of one patch.
 *
 * @param status the verdict on the whole
 * @param files one outcome for each change, in order
 * @param before the tree it was applied to
 * @param after the tree with everything that applies; the same as before when nothing does
 * @param partial whether the tree after lacks something, of this patch or of an earlier one: then
 *     its id is that of no commit
 */
public record PatchOutcome(
    FileOutcome.Status status, List<FileOutcome> files, Tree before, Tree after, boolean partial) {

  public PatchOutcome {
    Objects.requireNonNull(status);
    files = List.copyOf(files);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  /** Whether {@code git am}, here maybe with {@code --3way}, would take it. */
  public boolean applies() {
    return status == FileOutcome.Status.APPLIES
        || status == FileOutcome.Status.APPLIES_BY_THREE_WAY;
  }
}
