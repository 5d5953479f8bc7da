package dev.galley.tree;

import dev.galley.patch.FileChange;
import dev.galley.patch.FileChange.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses paths that go through a symbolic link, of the tree or made by the patch itself. */
final class SymlinkRules {

  private final Tree tree;
  private final Set<String> removed = new HashSet<>();
  private final Set<String> kept = new HashSet<>();

  SymlinkRules(Tree tree, List<FileChange> changes) {
    this.tree = tree;
    for (FileChange change : changes) {
      if (TreeEntry.type(change.oldMode()) == TreeEntry.SYMLINK
          && (change.kind() == Kind.RENAMED || change.kind() == Kind.DELETED)) {
        removed.add(change.oldPath());
      }
      if (TreeEntry.type(change.newMode()) == TreeEntry.SYMLINK && !change.newPath().isEmpty()) {
        kept.add(change.newPath());
      }
    }
  }

  /**
   * The cause if a directory of the path is a symbolic link.
   *
   * @param isNew whether the path is to be written; else it is read as the tree has it
   */
  Optional<Cause> beyond(String path, boolean isNew) {
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      String parent = path.substring(0, slash);
      boolean link =
          (isNew && kept.contains(parent))
              || (!(isNew && removed.contains(parent))
                  && tree.entry(parent).filter(TreeEntry::isSymlink).isPresent());
      if (link) {
        return Optional.of(
            Cause.of(
                Cause.Kind.BEYOND_SYMLINK, "the path goes through the symbolic link " + parent));
      }
    }
    return Optional.empty();
  }
}
