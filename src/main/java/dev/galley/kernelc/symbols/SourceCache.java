package dev.galley.kernelc.symbols;

import dev.galley.text.Bytes;
import dev.galley.tree.Tree;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a tree that were asked for lately: a header is looked into for many names, and
 * reading it from a repository costs far more than that look. Safe for several threads.
 */
final class SourceCache {

  /** A larger file is no source that anybody wrote; the largest register header has 24 MB. */
  private static final int MAX_FILE = 32 << 20;

  private static final long KEPT = 64L << 20;

  private final Tree tree;
  private final Map<String, Optional<byte[]>> files = new LinkedHashMap<>(64, 0.75f, true);
  private long kept;

  SourceCache(Tree tree) {
    this.tree = tree;
  }

  /** The octets of a regular file; empty where there is none, or it is too large. */
  Optional<Bytes> read(String path) {
    return octets(path).map(Bytes::wrap);
  }

  /** The same as an array that nobody may change. */
  Optional<byte[]> octets(String path) {
    synchronized (this) {
      Optional<byte[]> known = files.get(path);
      if (known != null) {
        return known;
      }
    }
    Optional<byte[]> bytes = load(path);
    synchronized (this) {
      if (files.putIfAbsent(path, bytes) == null) {
        kept += size(bytes);
      }
      Iterator<Optional<byte[]>> eldest = files.values().iterator();
      while (kept > KEPT && files.size() > 1) {
        kept -= size(eldest.next());
        eldest.remove();
      }
    }
    return bytes;
  }

  /** Whether a file has a word somewhere, in a comment too. */
  boolean has(String path, WordSearch word) {
    return octets(path).filter(octets -> word.isIn(octets, octets.length)).isPresent();
  }

  private static long size(Optional<byte[]> bytes) {
    return bytes.map(octets -> octets.length).orElse(0);
  }

  private Optional<byte[]> load(String path) {
    boolean isFile =
        tree.entry(path).filter(entry -> !entry.isSymlink() && !entry.isSubmodule()).isPresent();
    return isFile
        ? tree.content(path).filter(bytes -> bytes.length() <= MAX_FILE).map(Bytes::toArray)
        : Optional.empty();
  }
}
