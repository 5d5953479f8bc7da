package dev.galley.tree;

import java.util.Objects;

/**
 * What a tree has at a path that is no directory.
 *
 * @param mode as git writes it: {@link #FILE}, {@link #EXECUTABLE}, {@link #SYMLINK} or {@link
 *     #SUBMODULE}
 * @param id blob id, for a submodule its commit id; 40 lower-case hex digits
 */
public record TreeEntry(int mode, String id) {

  public static final int FILE = 0100644;
  public static final int EXECUTABLE = 0100755;
  public static final int SYMLINK = 0120000;
  public static final int SUBMODULE = 0160000;

  /** The bits of a mode that say what kind of thing it is. */
  public static final int TYPE_MASK = 0170000;

  public TreeEntry {
    Objects.requireNonNull(id);
  }

  public boolean isSymlink() {
    return type(mode) == SYMLINK;
  }

  public boolean isSubmodule() {
    return type(mode) == SUBMODULE;
  }

  static int type(int mode) {
    return mode & TYPE_MASK;
  }

  /** The mode that git stores: of the permissions of a file only the owner's execute bit counts. */
  static int canonical(int mode) {
    int type = type(mode);
    if (type == SYMLINK || type == SUBMODULE) {
      return type;
    }
    return (mode & 0100) != 0 ? EXECUTABLE : FILE;
  }
}
