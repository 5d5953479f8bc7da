package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree of files as git sees it: paths with {@code /} between components, no empty directories.
 *
 * <p>Trees do not change. Reading is lazy: only what is asked for is loaded. Paths are relative to
 * the root, without a slash at either end; the root itself is the empty string.
 */
public interface Tree {

  /**
   * The tree's id as git computes it; empty for a folder, whose every file would have to be read.
   */
  Optional<String> id();

  /** The entry at a path; empty for a directory and where nothing is. */
  Optional<TreeEntry> entry(String path);

  /** Reads the file at a path. */
  Content read(String path);

  /** The octets at a path, where there is a readable file. */
  default Optional<Bytes> content(String path) {
    return read(path).found();
  }

  boolean isDirectory(String path);

  /** The names in a directory, sorted by their octets as UTF-8; empty where there is none. */
  List<String> list(String directory);

  /** Its regular files, for who reads most of them. */
  default TreeFiles files() {
    return new ListedFiles(this);
  }

  /**
   * This tree with some paths put or removed, in memory; nothing is written.
   *
   * <p>Removals come first. A directory that becomes empty is gone.
   *
   * @param edits what to do at each path
   * @throws IllegalArgumentException if a put path would be a file and a directory at once
   */
  Tree with(Map<String, Edit> edits);

  /**
   * What to put at a path.
   *
   * @param mode mode of the entry, 0 to remove the path
   * @param bytes content; of a submodule git's one line {@code Subproject commit ID}
   */
  record Edit(int mode, Bytes bytes) {

    /** Removes a path. */
    public static final Edit REMOVE = new Edit(0, Bytes.EMPTY);

    public boolean isRemoval() {
      return mode == 0;
    }
  }
}
