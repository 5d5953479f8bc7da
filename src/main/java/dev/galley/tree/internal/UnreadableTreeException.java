package dev.galley.tree.internal;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A directory of a repository could not be read: damaged, or never fetched. */
final class UnreadableTreeException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  UnreadableTreeException(String id, IOException cause) {
    super(
        new IOException(
            "tree "
                + id
                + " cannot be read from the repository ("
                + cause.getMessage()
                + "): run git fsck, or fetch what a partial clone lacks",
            cause));
  }
}
