package dev.galley.tree.internal;

import dev.galley.text.Bytes;
import dev.galley.tree.FileBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads blobs into a buffer, for one thread. */
final class BlobReader {

  private static final int MAX_BLOB = 512 << 20;

  private final GitObjects objects;
  private final ObjectReader reader;
  private final MessageDigest digest;

  BlobReader(GitObjects objects, ObjectReader reader) {
    this.objects = objects;
    this.reader = reader;
    try {
      this.digest = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-1", e);
    }
  }

  /** Whether the octets are those of a blob. */
  boolean isBlob(ObjectId id, FileBuffer buffer) {
    digest.update(("blob " + buffer.length() + "\0").getBytes(StandardCharsets.US_ASCII));
    digest.update(buffer.array(), 0, buffer.length());
    return id.equals(ObjectId.fromRaw(digest.digest()));
  }

  /** Reads a blob; why it cannot be read, or nothing. */
  Optional<String> read(ObjectId id, FileBuffer buffer) {
    Optional<Bytes> made = objects.newBlob(id);
    if (made.isPresent()) {
      buffer.set(made.get());
      return Optional.empty();
    }
    try {
      ObjectLoader loader = reader.open(id, Constants.OBJ_BLOB);
      long size = loader.getSize();
      if (size > MAX_BLOB) {
        return Optional.of("it has " + size + " octets, " + MAX_BLOB + " are allowed");
      }
      buffer.reserve((int) size);
      try (InputStream in = loader.openStream()) {
        buffer.setLength(in.readNBytes(buffer.array(), 0, (int) size));
      }
      return buffer.length() == size
          ? Optional.empty()
          : Optional.of("blob " + id.name() + " ends early");
    } catch (MissingObjectException e) {
      return Optional.of(
          "blob "
              + id.name()
              + " is not in the repository; of a partial clone it has to be fetched first");
    } catch (IOException e) {
      return Optional.of("blob " + id.name() + " cannot be read: " + e.getMessage());
    }
  }

  void close() {
    reader.close();
  }
}
