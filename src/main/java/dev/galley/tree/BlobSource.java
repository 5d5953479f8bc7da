package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.Optional;

/** Where blobs are found by the ids of index lines. */
@FunctionalInterface
public interface BlobSource {

  /** Knows no blob. */
  BlobSource NONE = id -> Optional.empty();

  /** The blob with an id; empty when there is none, or more than one, or it cannot be read. */
  Optional<Bytes> blob(String idPrefix);
}
