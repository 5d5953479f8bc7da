package dev.galley.tree;

import dev.galley.text.Bytes;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/**
 * The tree that a series is to be applied to, and what its repository can tell about it.
 *
 * <p>Only reads. Safe for use by several threads.
 */
public interface BaseTree extends Tree, BlobSource, Closeable {

  /** A short name for people: a tag on the commit, else its id in 12 hex digits; {@code folder}. */
  String describe();

  /** The full id of the commit that the tree belongs to; empty for a folder. */
  Optional<String> commitId();

  /** Whether commits before the base can be asked for: a repository with more than one commit. */
  boolean hasHistory();

  /** Whether the repository was cloned with a limited depth, so that old commits are missing. */
  boolean isShallow();

  /**
   * The commit with an id, looked for in the whole repository.
   *
   * @param idPrefix at least 4 hex digits
   * @return empty when there is none, or more than one
   */
  Optional<CommitInfo> commit(String idPrefix);

  /** Whether a commit is the base or one of its ancestors; false where it is not known. */
  boolean isAncestor(String commitId);

  /**
   * Subjects of the latest commits that changed a path, newest first; merges are left out.
   *
   * <p>Bounded: at most some thousand commits are looked at, for at most about a second.
   *
   * @param path a file or a directory
   * @param max the most subjects wanted
   */
  List<String> subjectsOf(String path, int max);

  /** The blob with an id; empty when there is none, or more than one, or it cannot be read. */
  @Override
  Optional<Bytes> blob(String idPrefix);

  @Override
  void close();
}
