package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.Objects;
import java.util.Optional;

/** What reading a path of a tree gave. */
public sealed interface Content {

  /** The octets of the file; of a symbolic link its target; of a submodule git's one line. */
  record Present(Bytes bytes) implements Content {
    public Present {
      Objects.requireNonNull(bytes);
    }
  }

  /** Nothing is there, or a directory. */
  record Absent() implements Content {}

  /**
   * Something is there that could not be read.
   *
   * @param reason why, for example that a partial clone has not fetched it
   */
  record Unreadable(String reason) implements Content {
    public Unreadable {
      Objects.requireNonNull(reason);
    }
  }

  static Content absent() {
    return new Absent();
  }

  static Content of(Bytes bytes) {
    return new Present(bytes);
  }

  /** The octets, where they could be read. */
  default Optional<Bytes> found() {
    return this instanceof Present present ? Optional.of(present.bytes()) : Optional.empty();
  }
}
