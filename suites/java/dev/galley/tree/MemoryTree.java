package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tree of a few files, for tests. */
public final class MemoryTree implements BaseTree {

  private final TreeMap<String, Edit> files;

  private MemoryTree(Map<String, Edit> files) {
    this.files = new TreeMap<>(files);
  }

  /** Paths and contents in turn. */
  public static MemoryTree of(String... pathsAndContents) {
    Map<String, Edit> files = new TreeMap<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      files.put(pathsAndContents[i], new Edit(TreeEntry.FILE, Bytes.utf8(pathsAndContents[i + 1])));
    }
    return new MemoryTree(files);
  }

  @Override
  public Optional<String> id() {
    return Optional.empty();
  }

  @Override
  public Optional<TreeEntry> entry(String path) {
    return Optional.ofNullable(files.get(path))
        .map(file -> new TreeEntry(file.mode(), ObjectIds.entry(file.mode(), file.bytes())));
  }

  @Override
  public Content read(String path) {
    return Optional.ofNullable(files.get(path))
        .map(file -> Content.of(file.bytes()))
        .orElseGet(Content::absent);
  }

  @Override
  public boolean isDirectory(String path) {
    return path.isEmpty() || files.keySet().stream().anyMatch(p -> p.startsWith(path + "/"));
  }

  @Override
  public List<String> list(String directory) {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    TreeSet<String> names = new TreeSet<>();
    for (String path : files.keySet()) {
      if (path.startsWith(prefix)) {
        names.add(path.substring(prefix.length()).split("/", 2)[0]);
      }
    }
    return List.copyOf(names);
  }

  @Override
  public Tree with(Map<String, Edit> edits) {
    MemoryTree changed = new MemoryTree(files);
    edits.forEach(
        (path, edit) -> {
          if (edit.isRemoval()) {
            changed.files.remove(path);
          } else {
            changed.files.put(path, edit);
          }
        });
    return changed;
  }

  @Override
  public String describe() {
    return "memory";
  }

  @Override
  public Optional<String> commitId() {
    return Optional.empty();
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public boolean isShallow() {
    return false;
  }

  @Override
  public Optional<CommitInfo> commit(String idPrefix) {
    return Optional.empty();
  }

  @Override
  public boolean isAncestor(String commitId) {
    return false;
  }

  @Override
  public List<String> subjectsOf(String path, int max) {
    return List.of();
  }

  @Override
  public Optional<Bytes> blob(String idPrefix) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
