package dev.galley.tree.internal;

import dev.galley.tree.FileBuffer;
import dev.galley.tree.PathSafety;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * The files of a work tree, and what git's index knows of them.
 *
 * <p>A file is taken for its blob without hashing where git would do so: the entry is plain, its
 * size and time are the file's, and the time is before the index was written (gitformat-index,
 * "racy git"). Where the repository converts files on checkout no entry is trusted. What git's
 * users know holds here too: a file that was changed without changing its size, and whose time was
 * set back, passes for unchanged; and attributes outside the repository are not looked at.
 */
final class WorkTree {

  static final int MAX_FILE = 512 << 20;
  private static final int CHUNK = 1 << 20;

  private final Path root;
  private final DirCache index;
  private final Instant indexWritten;
  private final boolean isTrusted;
  private final Map<String, Boolean> realDirectories = new ConcurrentHashMap<>();

  private WorkTree(Path root, DirCache index, Instant indexWritten, boolean isTrusted) {
    this.root = root;
    this.index = index;
    this.indexWritten = indexWritten;
    this.isTrusted = isTrusted;
  }

  /** Reads a repository's index; without one that can be read, no file is trusted unhashed. */
  static WorkTree of(Path root, Repository repository) {
    DirCache index = DirCache.newInCore();
    Instant written = Instant.MIN;
    boolean isTrusted = false;
    try {
      Path file = repository.getIndexFile().toPath();
      // Before reading: what is written meanwhile has a later time, and is trusted less.
      written = Files.getLastModifiedTime(file).toInstant();
      index = DirCache.read(repository);
      isTrusted = !converts(repository) && !Attributes.convert(root, repository, index);
    } catch (IOException | RuntimeException e) {
      // A split, sparse or damaged index: JGit says so in several ways.
      isTrusted = false;
    }
    return new WorkTree(root, index, written, isTrusted);
  }

  private static boolean converts(Repository repository) {
    Config config = repository.getConfig();
    String core = ConfigConstants.CONFIG_CORE_SECTION;
    String autocrlf = config.getString(core, null, ConfigConstants.CONFIG_KEY_AUTOCRLF);
    return autocrlf != null && !autocrlf.equalsIgnoreCase("false");
  }

  /** The index's top directory, where it can be read. */
  Optional<IndexDirectory> directories() {
    return Optional.ofNullable(index.getCacheTree(false))
        .map(tree -> new IndexDirectory(this, tree, 0));
  }

  DirCacheEntry entry(int number) {
    return index.getEntry(number);
  }

  /** The number of the first entry in a directory. */
  int firstBelow(String pathWithSlash) {
    int found = index.findEntry(pathWithSlash);
    return found < 0 ? -found - 1 : found;
  }

  Optional<GitFile.Stamp> stamp(String path, ObjectId blob) {
    int found = isTrusted ? index.findEntry(path) : -1;
    return found < 0 || !blob.equals(index.getEntry(found).getObjectId())
        ? Optional.empty()
        : stamp(index.getEntry(found));
  }

  /** What an entry promises; nothing where it promises nothing. A length of 0 is git's own mark. */
  Optional<GitFile.Stamp> stamp(DirCacheEntry entry) {
    boolean isPlain =
        isTrusted
            && entry.getStage() == DirCacheEntry.STAGE_0
            && !entry.isAssumeValid()
            && !entry.isSkipWorkTree()
            && !entry.isIntentToAdd()
            && entry.getLength() > 0
            && entry.getLength() <= MAX_FILE
            && entry.getLastModifiedInstant().isBefore(indexWritten);
    return isPlain
        ? Optional.of(new GitFile.Stamp(entry.getLength(), entry.getLastModifiedInstant()))
        : Optional.empty();
  }

  /** Reads a file if it is still as git's index has it. */
  boolean readAsStamped(String path, GitFile.Stamp stamp, FileBuffer buffer) {
    try {
      Optional<Path> file = file(path);
      if (file.isEmpty()) {
        return false;
      }
      BasicFileAttributes is = attributes(file.get());
      return is.isRegularFile()
          && is.size() == stamp.length()
          && is.lastModifiedTime().toInstant().equals(stamp.modified())
          && readWhole(file.get(), stamp.length(), buffer);
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads whatever regular file is there. */
  boolean read(String path, FileBuffer buffer) {
    try {
      Optional<Path> file = file(path);
      if (file.isEmpty()) {
        return false;
      }
      BasicFileAttributes is = attributes(file.get());
      return is.isRegularFile()
          && is.size() <= MAX_FILE
          && readWhole(file.get(), (int) is.size(), buffer);
    } catch (IOException e) {
      return false;
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** A place below the root, reached through real directories only. */
  private Optional<Path> file(String path) {
    if (PathSafety.problem(path, 0).isPresent()) {
      return Optional.empty();
    }
    int slash = path.lastIndexOf('/');
    try {
      return slash < 0 || isRealDirectory(path.substring(0, slash))
          ? Optional.of(root.resolve(path))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private boolean isRealDirectory(String path) {
    Boolean known = realDirectories.get(path);
    if (known != null) {
      return known;
    }
    int slash = path.lastIndexOf('/');
    boolean isReal =
        (slash < 0 || isRealDirectory(path.substring(0, slash)))
            && Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    realDirectories.put(path, isReal);
    return isReal;
  }

  /** Reads a file that should have so many octets; false if it has more or fewer. */
  static boolean readWhole(Path file, int length, FileBuffer buffer) throws IOException {
    buffer.reserve(length + 1);
    int at = 0;
    try (SeekableByteChannel in =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      while (at <= length) {
        int read = in.read(ByteBuffer.wrap(buffer.array(), at, Math.min(CHUNK, length + 1 - at)));
        if (read < 0) {
          break;
        }
        at += read;
      }
    }
    buffer.setLength(at);
    return at == length;
  }
}
