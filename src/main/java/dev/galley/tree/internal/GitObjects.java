package dev.galley.tree.internal;

import dev.galley.text.Bytes;
import dev.galley.tree.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.jspecify.annotations.Nullable;

/** The objects of a repository, and over them new ones that exist only in memory. */
final class GitObjects {

  /** Octets of the largest blob that is loaded. */
  private static final long MAX_BLOB = 512L << 20;

  private static final int CACHED_TREES = 4096;

  private final ObjectReader reader;
  private final ObjectInserter.Formatter formatter = new ObjectInserter.Formatter();
  private final Map<ObjectId, byte[]> newTrees = new HashMap<>();
  private final Map<ObjectId, Bytes> newBlobs = new HashMap<>();
  private final Map<ObjectId, byte[]> cachedTrees =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, byte[]> eldest) {
          return size() > CACHED_TREES;
        }
      };

  private final Repository repository;
  private final Optional<Path> workTreeRoot;
  private @Nullable WorkTree workTree;

  /**
   * Objects of a repository.
   *
   * @param workTreeRoot where its files are checked out, if they are
   */
  GitObjects(Repository repository, Optional<Path> workTreeRoot) {
    this.repository = repository;
    this.workTreeRoot = workTreeRoot;
    this.reader = repository.newObjectReader();
  }

  /** The checked out files, as they are when this is first asked for. */
  synchronized Optional<WorkTree> workTree() {
    if (workTree == null && workTreeRoot.isPresent()) {
      workTree = WorkTree.of(workTreeRoot.get(), repository);
    }
    return Optional.ofNullable(workTree);
  }

  /** A reader of blobs for one thread. */
  BlobReader blobReader() {
    return new BlobReader(this, repository.newObjectReader());
  }

  /** A blob that exists only in memory. */
  synchronized Optional<Bytes> newBlob(ObjectId id) {
    return Optional.ofNullable(newBlobs.get(id));
  }

  /** The raw octets of a tree object. */
  synchronized byte[] tree(ObjectId id) {
    byte[] made = newTrees.get(id);
    if (made != null) {
      return made;
    }
    byte[] cached = cachedTrees.get(id);
    if (cached != null) {
      return cached;
    }
    try {
      byte[] read = reader.open(id, Constants.OBJ_TREE).getBytes();
      cachedTrees.put(id, read);
      return read;
    } catch (IOException e) {
      throw new UnreadableTreeException(id.name(), e);
    }
  }

  synchronized Content blob(ObjectId id) {
    Bytes made = newBlobs.get(id);
    if (made != null) {
      return Content.of(made);
    }
    try {
      ObjectLoader loader = reader.open(id, Constants.OBJ_BLOB);
      if (loader.getSize() > MAX_BLOB) {
        return new Content.Unreadable(
            "it has " + loader.getSize() + " octets, " + MAX_BLOB + " are allowed");
      }
      return Content.of(Bytes.wrap(loader.getCachedBytes((int) MAX_BLOB)));
    } catch (MissingObjectException e) {
      return new Content.Unreadable(
          "blob "
              + id.name()
              + " is not in the repository; of a partial clone it has to be fetched first");
    } catch (IOException e) {
      return new Content.Unreadable("blob " + id.name() + " cannot be read: " + e.getMessage());
    }
  }

  /** The id of the only blob that begins with some hex digits. */
  synchronized Optional<ObjectId> resolveBlob(String idPrefix) {
    String prefix = idPrefix.toLowerCase(Locale.ROOT);
    if (!isPrefix(prefix)) {
      return Optional.empty();
    }
    AbbreviatedObjectId wanted = AbbreviatedObjectId.fromString(prefix);
    ObjectId found = null;
    for (ObjectId id : newBlobs.keySet()) {
      if (wanted.prefixCompare(id) == 0) {
        found = id;
      }
    }
    try {
      Collection<ObjectId> stored = reader.resolve(wanted);
      for (ObjectId id : stored) {
        if (!id.equals(found) && reader.open(id).getType() == Constants.OBJ_BLOB) {
          if (found != null) {
            return Optional.empty();
          }
          found = id;
        }
      }
    } catch (IncorrectObjectTypeException | MissingObjectException e) {
      return Optional.ofNullable(found);
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(found);
  }

  static boolean isPrefix(String hex) {
    return hex.length() >= 4
        && hex.length() <= Constants.OBJECT_ID_STRING_LENGTH
        && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  synchronized ObjectId putBlob(Bytes bytes) {
    ObjectId id = formatter.idFor(Constants.OBJ_BLOB, bytes.toArray());
    newBlobs.putIfAbsent(id, bytes);
    return id;
  }

  synchronized ObjectId putTree(TreeFormatter tree) {
    byte[] octets = tree.toByteArray();
    ObjectId id = formatter.idFor(Constants.OBJ_TREE, octets);
    newTrees.putIfAbsent(id, octets);
    return id;
  }

  synchronized void close() {
    reader.close();
  }
}
