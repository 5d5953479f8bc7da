package dev.galley.tree.internal;

import dev.galley.tree.TreeFiles;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A file of a git tree.
 *
 * @param blob its content
 * @param stamp what git's index says of the work tree's file with that content
 */
record GitFile(String path, ObjectId blob, Optional<Stamp> stamp) implements TreeFiles.File {

  /** How the work tree's file was when git last saw that it is the blob. */
  record Stamp(int length, Instant modified) {}

  @Override
  public Optional<String> id() {
    return Optional.of(blob.name());
  }
}
