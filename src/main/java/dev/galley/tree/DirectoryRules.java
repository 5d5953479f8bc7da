package dev.galley.tree;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Refuses paths that would be a file and a directory at once. */
final class DirectoryRules {

  private final Tree tree;
  private final Set<String> removed;
  private final Set<String> files = new HashSet<>();
  private final Set<String> directories = new HashSet<>();

  DirectoryRules(Tree tree, Set<String> removed) {
    this.tree = tree;
    this.removed = Set.copyOf(removed);
  }

  /** Takes note of a path to be written; the cause if it cannot be. */
  Optional<Cause> put(String path) {
    if (directories.contains(path) || hasFilesBelow(path)) {
      return conflict("the tree has a directory there");
    }
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String parent = path.substring(0, slash);
      if (files.contains(parent) || (!removed.contains(parent) && tree.entry(parent).isPresent())) {
        return conflict(parent + " is a file, so nothing can be below it");
      }
    }
    files.add(path);
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      directories.add(path.substring(0, slash));
    }
    return Optional.empty();
  }

  private boolean hasFilesBelow(String path) {
    if (!tree.isDirectory(path)) {
      return false;
    }
    for (String name : tree.list(path)) {
      String below = path + "/" + name;
      if (tree.isDirectory(below) ? hasFilesBelow(below) : !removed.contains(below)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Cause> conflict(String message) {
    return Optional.of(Cause.of(Cause.Kind.DIRECTORY_CONFLICT, message));
  }
}
