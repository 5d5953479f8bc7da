package dev.galley.tree;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one patch.
 *
 * @param status the verdict on the whole
 * @param files one outcome for each change, in order
 * @param before the tree it was applied to
 * @param after the tree with everything that applies; the same as before when nothing does
 * @param partial whether the tree after lacks something, of this patch or of an earlier one: then
 *     its id is that of no commit
 * @param refusal why git refuses the whole patch before it looks at the tree; empty when it does
 *     not
 */
public record PatchOutcome(
    FileOutcome.Status status,
    List<FileOutcome> files,
    Tree before,
    Tree after,
    boolean partial,
    Optional<String> refusal) {

  public PatchOutcome {
    Objects.requireNonNull(status);
    files = List.copyOf(files);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(refusal);
  }

  PatchOutcome(
      FileOutcome.Status status,
      List<FileOutcome> files,
      Tree before,
      Tree after,
      boolean partial) {
    this(status, files, before, after, partial, Optional.empty());
  }

  /** The same of a patch that git refuses: what applies of it is then a part at most. */
  PatchOutcome refused(String why) {
    boolean some = applies() && !files.isEmpty();
    FileOutcome.Status verdict =
        some ? FileOutcome.Status.PARTLY : applies() ? FileOutcome.Status.FAILS : status;
    return new PatchOutcome(verdict, files, before, after, true, Optional.of(why));
  }

  /** Whether {@code git am}, here maybe with {@code --3way}, would take it. */
  public boolean applies() {
    return status == FileOutcome.Status.APPLIES
        || status == FileOutcome.Status.APPLIES_BY_THREE_WAY;
  }
}
