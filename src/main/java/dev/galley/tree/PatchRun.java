package dev.galley.tree;

import dev.galley.patch.FileChange;
import dev.galley.patch.FileChange.Kind;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one patch on their way into a tree.
 *
 * <p>Source of the rules: {@code check_patch_list} and {@code write_out_results} in git's apply.c,
 * for a clean work tree and index.
 */
final class PatchRun {

  private enum Fate {
    TO_BE_REMOVED,
    REMOVED,
    PRESENT
  }

  private record State(Fate fate, int mode, Bytes content) {}

  /** A change that can be written: what to remove and what to put. */
  private record Ready(boolean removesOld, boolean putsNew, int mode, Bytes content) {}

  private final Tree tree;
  private final BlobSource blobs;
  private final Map<String, State> states = new HashMap<>();
  private final SymlinkRules symlinks;
  private final IdentityHashMap<FileChange, Ready> ready = new IdentityHashMap<>();

  PatchRun(Tree tree, List<FileChange> changes, BlobSource blobs) {
    this.tree = tree;
    this.blobs = blobs;
    this.symlinks = new SymlinkRules(tree, changes);
    for (FileChange change : changes) {
      if (change.kind() == Kind.DELETED || change.kind() == Kind.RENAMED) {
        states.put(change.oldPath(), new State(Fate.TO_BE_REMOVED, 0, Bytes.EMPTY));
      }
    }
  }

  FileOutcome apply(FileChange change) {
    Optional<Cause> unusable = ChangeShape.problem(change).or(() -> unsafe(change));
    if (unusable.isPresent()) {
      return failed(change, unusable.get());
    }
    List<String> warnings = new ArrayList<>();
    boolean isNew = change.kind() == Kind.ADDED;
    int treeMode = 0;
    Bytes old = Bytes.EMPTY;
    if (!isNew) {
      State previous = previous(change);
      if (previous != null && previous.fate == Fate.REMOVED) {
        return failed(
            change,
            Cause.of(
                Cause.Kind.FILE_GONE,
                "an earlier change of the same patch removed or renamed the file"));
      }
      if (previous != null) {
        treeMode = previous.mode;
        old = previous.content;
      } else {
        Optional<TreeEntry> entry = tree.entry(change.oldPath());
        if (entry.isEmpty()) {
          if (!ChangeShape.mayCreate(change)) {
            return failed(change, missing(change));
          }
          isNew = true;
        } else {
          treeMode = entry.get().mode();
          Content content = tree.read(change.oldPath());
          if (content instanceof Content.Unreadable unreadable) {
            return failed(change, Cause.of(Cause.Kind.UNREADABLE, unreadable.reason()));
          }
          old = content.found().orElse(Bytes.EMPTY);
        }
      }
    }
    int oldMode = change.oldMode() == 0 ? treeMode : change.oldMode();
    if (!isNew) {
      if (TreeEntry.type(treeMode) != TreeEntry.type(oldMode)) {
        return failed(change, Cause.of(Cause.Kind.WRONG_TYPE, wrongType(treeMode, oldMode)));
      }
      if (treeMode != oldMode) {
        warnings.add(String.format(Locale.ROOT, "mode is %o, expected %o", treeMode, oldMode));
      }
    }
    int newMode = ChangeShape.newMode(change, isNew, treeMode);
    if (createsPath(change, isNew)) {
      Optional<Cause> exists = existing(change);
      if (exists.isPresent()) {
        return alreadyThere(change, isNew, newMode, exists.get());
      }
    }
    if (!isNew
        && change.kind() != Kind.DELETED
        && TreeEntry.type(newMode) != TreeEntry.type(oldMode)) {
      return failed(
          change,
          Cause.of(
              Cause.Kind.WRONG_TYPE,
              String.format(
                  Locale.ROOT,
                  "new mode %o is of another kind than old mode %o",
                  newMode,
                  oldMode)));
    }
    return applyContent(change, isNew, newMode, old, warnings);
  }

  private FileOutcome applyContent(
      FileChange change, boolean isNew, int newMode, Bytes old, List<String> warnings) {
    Bytes result;
    List<HunkOutcome> outcomes;
    if (change.isBinary()) {
      BinaryApplier.Result binary = BinaryApplier.apply(change, old, blobs);
      if (binary.cause().isPresent()) {
        boolean there = !change.newId().isEmpty() && ObjectIds.blob(old).startsWith(change.newId());
        return there
            ? new FileOutcome(
                change,
                FileOutcome.Status.ALREADY_APPLIED,
                List.of(binary.cause().get()),
                List.of(),
                warnings)
            : failed(change, binary.cause().get());
      }
      result = binary.content();
      outcomes = List.of();
    } else {
      HunkApplier.Result hunks = HunkApplier.apply(old, change.hunks());
      result = hunks.content();
      outcomes = hunks.outcomes();
    }
    boolean all = outcomes.stream().allMatch(HunkOutcome::isApplied);
    if (change.kind() == Kind.DELETED && all && !result.isEmpty()) {
      return new FileOutcome(
          change,
          FileOutcome.Status.FAILS,
          List.of(
              Cause.of(
                  Cause.Kind.LEFTOVER_CONTENT,
                  "the patch deletes the file, but "
                      + Image.split(result).size()
                      + " lines would be left in it")),
          outcomes,
          warnings);
    }
    if (all
        && newMode != 0
        && TreeEntry.type(newMode) == TreeEntry.SUBMODULE
        && change.kind() != Kind.DELETED
        && !ObjectIds.isSubmoduleLine(result)) {
      return failed(
          change, Cause.of(Cause.Kind.MALFORMED, "a submodule's change has to name a commit"));
    }
    boolean some = all || outcomes.stream().anyMatch(HunkOutcome::isApplied);
    boolean deletes = change.kind() == Kind.DELETED && all;
    if (some || change.kind() == Kind.RENAMED || change.kind() == Kind.COPIED) {
      remember(change, isNew, deletes, newMode, result);
    }
    return new FileOutcome(change, status(outcomes, all, some), List.of(), outcomes, warnings);
  }

  private static FileOutcome.Status status(List<HunkOutcome> outcomes, boolean all, boolean some) {
    if (all) {
      return FileOutcome.Status.APPLIES;
    }
    if (outcomes.stream().allMatch(o -> o instanceof HunkOutcome.AlreadyApplied)) {
      return FileOutcome.Status.ALREADY_APPLIED;
    }
    return some ? FileOutcome.Status.PARTLY : FileOutcome.Status.FAILS;
  }

  private void remember(
      FileChange change, boolean isNew, boolean deletes, int mode, Bytes content) {
    if (!deletes) {
      String path = change.newPath().isEmpty() ? change.oldPath() : change.newPath();
      states.put(path, new State(Fate.PRESENT, mode, content));
    }
    if (deletes || change.kind() == Kind.RENAMED) {
      states.put(change.oldPath(), new State(Fate.REMOVED, 0, Bytes.EMPTY));
    }
    boolean removesOld = deletes || (!isNew && change.kind() != Kind.COPIED);
    ready.put(change, new Ready(removesOld, !deletes, mode, content));
  }

  /** The tree with everything that could be applied. Directory conflicts become outcomes. */
  Tree write(List<FileOutcome> outcomes) {
    Map<String, Tree.Edit> edits = new HashMap<>();
    for (FileOutcome outcome : outcomes) {
      Ready change = ready.get(outcome.change());
      if (change != null && change.removesOld) {
        edits.put(outcome.change().oldPath(), Tree.Edit.REMOVE);
      }
    }
    DirectoryRules directories = new DirectoryRules(tree, edits.keySet());
    for (int i = 0; i < outcomes.size(); i++) {
      FileChange change = outcomes.get(i).change();
      Ready made = ready.get(change);
      if (made == null || !made.putsNew) {
        continue;
      }
      String path = change.newPath().isEmpty() ? change.oldPath() : change.newPath();
      Optional<Cause> conflict = directories.put(path);
      if (conflict.isPresent()) {
        outcomes.set(i, failed(change, conflict.get()));
      } else {
        int mode = made.mode == 0 ? TreeEntry.FILE : TreeEntry.canonical(made.mode);
        edits.put(path, new Tree.Edit(mode, made.content));
      }
    }
    return edits.isEmpty() ? tree : tree.with(edits);
  }

  private Optional<Cause> unsafe(FileChange change) {
    Set<String> paths = new HashSet<>();
    for (String path : List.of(change.oldPath(), change.newPath())) {
      if (path.isEmpty() || !paths.add(path)) {
        continue;
      }
      int mode = path.equals(change.newPath()) ? change.newMode() : change.oldMode();
      Optional<String> problem = PathSafety.problem(path, mode);
      if (problem.isPresent()) {
        return Optional.of(Cause.of(Cause.Kind.UNSAFE_PATH, problem.get()));
      }
      Optional<Cause> beyond = symlinks.beyond(path, path.equals(change.newPath()));
      if (beyond.isPresent()) {
        return beyond;
      }
    }
    return Optional.empty();
  }

  private @Nullable State previous(FileChange change) {
    if (change.kind() == Kind.RENAMED || change.kind() == Kind.COPIED) {
      return null;
    }
    State state = states.get(change.oldPath());
    return state == null || state.fate == Fate.TO_BE_REMOVED ? null : state;
  }

  private static boolean createsPath(FileChange change, boolean isNew) {
    return isNew || change.kind() == Kind.RENAMED || change.kind() == Kind.COPIED;
  }

  private Optional<Cause> existing(FileChange change) {
    State state = states.get(change.newPath());
    if (state != null && state.fate != Fate.PRESENT) {
      return Optional.empty();
    }
    return tree.entry(change.newPath()).isPresent()
        ? Optional.of(Cause.of(Cause.Kind.FILE_EXISTS, "the file is already in the tree"))
        : Optional.empty();
  }

  private FileOutcome alreadyThere(FileChange change, boolean isNew, int mode, Cause exists) {
    if (isNew && !change.isBinary()) {
      HunkApplier.Result made = HunkApplier.apply(Bytes.EMPTY, change.hunks());
      Optional<TreeEntry> entry = tree.entry(change.newPath());
      if (made.allApplied()
          && entry.isPresent()
          && entry.get().mode() == TreeEntry.canonical(mode)
          && tree.content(change.newPath()).filter(made.content()::equals).isPresent()) {
        List<HunkOutcome> outcomes = new ArrayList<>();
        change.hunks().forEach(hunk -> outcomes.add(new HunkOutcome.AlreadyApplied(hunk, 1)));
        return new FileOutcome(
            change,
            FileOutcome.Status.ALREADY_APPLIED,
            List.of(
                Cause.of(
                    Cause.Kind.FILE_EXISTS, "the file is already in the tree, with this content")),
            outcomes,
            List.of());
      }
    }
    return failed(change, exists);
  }

  private Cause missing(FileChange change) {
    if (tree.isDirectory(change.oldPath())) {
      return Cause.of(Cause.Kind.WRONG_TYPE, "the tree has a directory there, no file");
    }
    List<String> similar = SimilarPaths.of(tree, change.oldPath());
    return Cause.of(
        Cause.Kind.FILE_MISSING,
        "the file is not in the tree"
            + (similar.isEmpty() ? "" : "; it has " + String.join(", ", similar)));
  }

  private static String wrongType(int actual, int expected) {
    return String.format(
        Locale.ROOT, "the tree has mode %o there, the patch expects %o", actual, expected);
  }

  private static FileOutcome failed(FileChange change, Cause cause) {
    List<HunkOutcome> hunks = new ArrayList<>();
    change.hunks().forEach(hunk -> hunks.add(new HunkOutcome.Failed(hunk, cause, 0, 0)));
    return new FileOutcome(change, FileOutcome.Status.FAILS, List.of(cause), hunks, List.of());
  }
}
