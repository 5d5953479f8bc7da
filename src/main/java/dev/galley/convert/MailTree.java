package dev.galley.convert;

import dev.galley.text.Bytes;
import dev.galley.tree.Content;
import dev.galley.tree.ObjectIds;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeEntry;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tree of what mails show. */
final class MailTree implements Tree {

  static final Tree EMPTY = new MailTree(new TreeMap<>());

  private final NavigableMap<String, Edit> files;

  private MailTree(NavigableMap<String, Edit> files) {
    this.files = files;
  }

  /** Texts by path. */
  static Tree of(Map<String, Bytes> texts) {
    TreeMap<String, Edit> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, new Edit(TreeEntry.FILE, text)));
    return new MailTree(files);
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
    return path.isEmpty() || !inside(path).isEmpty();
  }

  @Override
  public List<String> list(String directory) {
    int cut = directory.isEmpty() ? 0 : directory.length() + 1;
    TreeSet<String> names = new TreeSet<>();
    for (String path : inside(directory).keySet()) {
      int slash = path.indexOf('/', cut);
      names.add(path.substring(cut, slash < 0 ? path.length() : slash));
    }
    return List.copyOf(names);
  }

  /** The files below a directory; {@code 0} is the character after the slash. */
  private Map<String, Edit> inside(String directory) {
    return directory.isEmpty()
        ? files
        : files.subMap(directory + "/", true, directory + "0", false);
  }

  @Override
  public Tree with(Map<String, Edit> edits) {
    TreeMap<String, Edit> changed = new TreeMap<>(files);
    edits.forEach(
        (path, edit) -> {
          if (edit.isRemoval()) {
            changed.remove(path);
          }
        });
    edits.forEach(
        (path, edit) -> {
          if (!edit.isRemoval()) {
            changed.put(path, edit);
          }
        });
    return new MailTree(changed);
  }
}
