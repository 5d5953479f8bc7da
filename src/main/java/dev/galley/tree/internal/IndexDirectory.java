package dev.galley.tree.internal;

import dev.galley.tree.TreeEntry;
import dev.galley.tree.TreeFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheTree;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A directory of git's index with the tree that git wrote of it.
 *
 * @param first number of its first entry in the index
 */
record IndexDirectory(WorkTree workTree, DirCacheTree tree, int first) {

  /** Whether the entries below are exactly those of a tree. */
  boolean isTree(ObjectId id) {
    return tree.isValid() && id.equals(tree.getObjectId());
  }

  /** A directory below; nothing if the index keeps none of that name. */
  Optional<IndexDirectory> child(String pathWithSlash) {
    for (int i = 0; i < tree.getChildCount(); i++) {
      DirCacheTree child = tree.getChild(i);
      if (pathWithSlash.equals(child.getPathString())) {
        return Optional.of(new IndexDirectory(workTree, child, workTree.firstBelow(pathWithSlash)));
      }
    }
    return Optional.empty();
  }

  void addFiles(Predicate<String> wanted, List<TreeFiles.File> files) {
    for (int i = first; i < first + tree.getEntrySpan(); i++) {
      DirCacheEntry entry = workTree.entry(i);
      String path = entry.getPathString();
      if ((entry.getRawMode() & TreeEntry.TYPE_MASK) == FileMode.TYPE_FILE && wanted.test(path)) {
        files.add(new GitFile(path, entry.getObjectId(), workTree.stamp(entry)));
      }
    }
  }
}
