package dev.galley.tree;

import dev.galley.patch.FileChange;
import dev.galley.patch.FileChange.Kind;
import dev.galley.text.Bytes;
import dev.galley.tree.internal.ContentMerge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Falls back to merging: the blobs that the index lines name are the common ancestors.
 *
 * <p>As {@code git am --3way} does, without its search for renames: a file that the tree has under
 * another name is a conflict here.
 */
final class ThreeWay {

  /** What a patch may fail of for a merge to be tried. */
  private static final Set<Cause.Kind> WORTH_TRYING =
      Set.of(Cause.Kind.FILE_EXISTS, Cause.Kind.FILE_MISSING, Cause.Kind.BINARY);

  private final Tree tree;
  private final BlobSource blobs;
  private final Map<String, Tree.Edit> removals = new HashMap<>();
  private final Map<String, Tree.Edit> puts = new HashMap<>();
  private final IdentityHashMap<FileChange, String> conflicts = new IdentityHashMap<>();
  private boolean possible = true;

  private ThreeWay(Tree tree, BlobSource blobs) {
    this.tree = tree;
    this.blobs = blobs;
  }

  /**
   * What the merge gave.
   *
   * @param possible whether all ancestors were found
   * @param edits what to change in the tree, when there is no conflict
   * @param conflicts why a change could not be merged
   */
  record Result(
      boolean possible,
      Map<String, Tree.Edit> edits,
      IdentityHashMap<FileChange, String> conflicts) {
    boolean isClean() {
      return possible && conflicts.isEmpty();
    }
  }

  static Result apply(Tree tree, List<FileOutcome> outcomes, BlobSource blobs) {
    ThreeWay merge = new ThreeWay(tree, blobs);
    Set<String> paths = new HashSet<>();
    for (FileOutcome outcome : outcomes) {
      boolean hopeless =
          outcome.causes().stream().anyMatch(cause -> !WORTH_TRYING.contains(cause.kind()));
      merge.possible &= !hopeless && paths.add(outcome.change().path());
    }
    if (blobs.equals(BlobSource.NONE)) {
      merge.possible = false;
    }
    for (FileOutcome outcome : outcomes) {
      if (merge.possible) {
        merge.mergeOne(outcome.change());
      }
    }
    return merge.result();
  }

  private Result result() {
    Map<String, Tree.Edit> edits = new HashMap<>(removals);
    DirectoryRules directories = new DirectoryRules(tree, removals.keySet());
    puts.forEach((path, edit) -> possible &= directories.put(path).isEmpty());
    edits.putAll(puts);
    return new Result(possible, Map.copyOf(edits), conflicts);
  }

  private void mergeOne(FileChange change) {
    Optional<Bytes> base = ancestor(change);
    if (base.isEmpty()) {
      possible = false;
      return;
    }
    Optional<Bytes> theirs = theirs(change, base.get());
    if (theirs.isEmpty()) {
      possible = false;
      return;
    }
    switch (change.kind()) {
      case ADDED, COPIED -> add(change, theirs.get());
      case DELETED -> delete(change, base.get());
      case MODIFIED, RENAMED -> modify(change, base.get(), theirs.get());
    }
  }

  private Optional<Bytes> ancestor(FileChange change) {
    if (change.kind() == Kind.ADDED) {
      return Optional.of(Bytes.EMPTY);
    }
    if (change.hunks().isEmpty() && !change.isBinary()) {
      return tree.content(change.oldPath());
    }
    return change.oldId().isEmpty() ? Optional.empty() : blobs.blob(change.oldId());
  }

  private Optional<Bytes> theirs(FileChange change, Bytes base) {
    if (change.isBinary()) {
      BinaryApplier.Result made = BinaryApplier.apply(change, base, blobs);
      return made.cause().isPresent() ? Optional.empty() : Optional.of(made.content());
    }
    HunkApplier.Result made = HunkApplier.apply(base, change.hunks());
    return made.allApplied() ? Optional.of(made.content()) : Optional.empty();
  }

  private void add(FileChange change, Bytes theirs) {
    int mode = TreeEntry.canonical(ChangeShape.newMode(change, true, 0));
    Optional<TreeEntry> there = tree.entry(change.newPath());
    if (there.isEmpty()) {
      puts.put(change.newPath(), new Tree.Edit(mode, theirs));
    } else if (there.get().mode() != mode
        || !there.get().id().equals(ObjectIds.entry(mode, theirs))) {
      conflicts.put(change, "the tree has the file with another content");
    }
  }

  private void delete(FileChange change, Bytes base) {
    Optional<TreeEntry> there = tree.entry(change.oldPath());
    if (there.isPresent() && there.get().id().equals(ObjectIds.blob(base))) {
      removals.put(change.oldPath(), Tree.Edit.REMOVE);
    } else if (there.isPresent()) {
      conflicts.put(change, "the tree changed the file that the patch deletes");
    }
  }

  private void modify(FileChange change, Bytes base, Bytes theirs) {
    Optional<TreeEntry> there = tree.entry(change.oldPath());
    Optional<Bytes> ours = tree.content(change.oldPath());
    if (there.isEmpty() || ours.isEmpty()) {
      conflicts.put(change, "the tree does not have the file that the patch changes");
      return;
    }
    Optional<Bytes> merged =
        ours.get().equals(base)
            ? Optional.of(theirs)
            : change.isBinary() || there.get().mode() == TreeEntry.SYMLINK
                ? Optional.empty()
                : ContentMerge.merge(base, ours.get(), theirs);
    if (merged.isEmpty()) {
      conflicts.put(change, "both the tree and the patch changed the same lines");
      return;
    }
    int mode = TreeEntry.canonical(ChangeShape.newMode(change, false, there.get().mode()));
    if (change.kind() == Kind.RENAMED) {
      if (tree.entry(change.newPath()).isPresent()) {
        conflicts.put(change, "the tree has a file under the new name");
        return;
      }
      removals.put(change.oldPath(), Tree.Edit.REMOVE);
    }
    puts.put(change.path(), new Tree.Edit(mode, merged.get()));
  }

  /** The outcomes of a patch that was merged cleanly. */
  static List<FileOutcome> merged(List<FileOutcome> outcomes) {
    List<FileOutcome> merged = new ArrayList<>();
    for (FileOutcome outcome : outcomes) {
      if (outcome.applies()) {
        merged.add(outcome);
        continue;
      }
      List<HunkOutcome> hunks = new ArrayList<>();
      for (HunkOutcome hunk : outcome.hunks()) {
        hunks.add(hunk.isApplied() ? hunk : new HunkOutcome.AppliedByThreeWay(hunk.hunk()));
      }
      merged.add(
          new FileOutcome(
              outcome.change(),
              FileOutcome.Status.APPLIES_BY_THREE_WAY,
              List.of(),
              hunks,
              outcome.warnings()));
    }
    return merged;
  }

  /** The outcomes with what stood in the way of a merge. */
  static List<FileOutcome> withConflicts(List<FileOutcome> outcomes, Result result) {
    List<FileOutcome> told = new ArrayList<>();
    for (FileOutcome outcome : outcomes) {
      String conflict = result.conflicts().get(outcome.change());
      told.add(
          conflict == null || !outcome.causes().isEmpty()
              ? outcome
              : new FileOutcome(
                  outcome.change(),
                  outcome.status(),
                  List.of(
                      Cause.of(Cause.Kind.CONFLICT, "a three-way merge conflicts: " + conflict)),
                  outcome.hunks(),
                  outcome.warnings()));
    }
    return told;
  }
}
