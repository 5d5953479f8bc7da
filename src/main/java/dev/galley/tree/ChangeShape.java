package dev.galley.tree;

import dev.galley.patch.FileChange;
import dev.galley.patch.FileChange.Kind;
import dev.galley.patch.FileChange.Style;
import dev.galley.patch.Hunk;
import java.util.Optional;

/** What can be said of a change without a tree. */
final class ChangeShape {

  private ChangeShape() {}

  /** Why git would not even read the change. */
  static Optional<Cause> problem(FileChange change) {
    if (change.style() == Style.COMBINED) {
      return malformed("the combined diff of a merge cannot be applied");
    }
    if (change.isBinary()) {
      return Optional.empty();
    }
    boolean metadata = change.kind() != Kind.MODIFIED || change.changesMode();
    if (change.hunks().isEmpty() && !metadata) {
      return malformed("the change has no hunk, no new mode and no new name");
    }
    for (Hunk hunk : change.hunks()) {
      if (change.kind() == Kind.ADDED && hunk.oldCount() > 0) {
        return malformed("the file is said to be new, but a hunk has old lines");
      }
      if (change.kind() == Kind.DELETED && hunk.newCount() > 0) {
        return malformed("the file is said to be deleted, but a hunk has new lines");
      }
    }
    return Optional.empty();
  }

  private static Optional<Cause> malformed(String message) {
    return Optional.of(Cause.of(Cause.Kind.MALFORMED, message));
  }

  /** Whether a plain diff that names an existing file could as well create it. */
  static boolean mayCreate(FileChange change) {
    return change.style() != Style.GIT
        && change.kind() == Kind.MODIFIED
        && change.hunks().size() == 1
        && change.hunks().get(0).oldCount() == 0;
  }

  /**
   * The mode after. An index line gives a mode too, but that is only what the author had: then the
   * tree's own mode stays.
   */
  static int newMode(FileChange change, boolean isNew, int treeMode) {
    if (isNew) {
      return change.newMode() == 0 ? TreeEntry.FILE : change.newMode();
    }
    boolean given = change.newMode() != 0 && change.newMode() != change.oldMode();
    return given && change.kind() != Kind.DELETED ? change.newMode() : treeMode;
  }
}
