package dev.galley.tree.internal;

import dev.galley.text.Bytes;
import dev.galley.tree.Content;
import dev.galley.tree.ObjectIds;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeEntry;
import dev.galley.tree.TreeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder and the changes made over it in memory. */
class FolderTree implements Tree {

  private static final long MAX_FILE = 512L << 20;

  private final Path root;
  private final Map<String, Edit> edits;

  FolderTree(Path root, Map<String, Edit> edits) {
    this.root = root;
    this.edits = edits;
  }

  @Override
  public Optional<String> id() {
    return Optional.empty();
  }

  @Override
  public Optional<TreeEntry> entry(String path) {
    Edit edit = edits.get(path);
    if (edit != null) {
      return edit.isRemoval()
          ? Optional.empty()
          : Optional.of(new TreeEntry(edit.mode(), ObjectIds.entry(edit.mode(), edit.bytes())));
    }
    Optional<Path> file = file(path);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    int mode = mode(file.get());
    return readFile(file.get())
        .found()
        .map(bytes -> new TreeEntry(mode, ObjectIds.entry(mode, bytes)));
  }

  private static int mode(Path file) {
    if (Files.isSymbolicLink(file)) {
      return TreeEntry.SYMLINK;
    }
    return Files.isExecutable(file) ? TreeEntry.EXECUTABLE : TreeEntry.FILE;
  }

  @Override
  public Content read(String path) {
    Edit edit = edits.get(path);
    if (edit != null) {
      return edit.isRemoval() ? Content.absent() : Content.of(edit.bytes());
    }
    return file(path).map(FolderTree::readFile).orElseGet(Content::absent);
  }

  private static Content readFile(Path file) {
    try {
      if (Files.isSymbolicLink(file)) {
        return Content.of(Bytes.utf8(Files.readSymbolicLink(file).toString()));
      }
      long size = Files.size(file);
      if (size > MAX_FILE) {
        return new Content.Unreadable("it has " + size + " octets, " + MAX_FILE + " are allowed");
      }
      return Content.of(Bytes.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      return new Content.Unreadable("it cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** The file on disk for a path, reached through real directories only. */
  private Optional<Path> file(String path) {
    return onDisk(path)
        .filter(
            at -> Files.isSymbolicLink(at) || Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS));
  }

  private Optional<Path> onDisk(String path) {
    if (path.isEmpty()) {
      return Optional.of(root);
    }
    Path at = root;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length; i++) {
      if (!isPlainName(names[i]) || (i > 0 && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS))) {
        return Optional.empty();
      }
      try {
        at = at.resolve(names[i]);
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    return Files.exists(at, LinkOption.NOFOLLOW_LINKS) ? Optional.of(at) : Optional.empty();
  }

  private static boolean isPlainName(String name) {
    return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('\\') < 0;
  }

  @Override
  public boolean isDirectory(String path) {
    if (path.isEmpty()) {
      return true;
    }
    String prefix = path + "/";
    for (Map.Entry<String, Edit> edit : edits.entrySet()) {
      if (!edit.getValue().isRemoval() && edit.getKey().startsWith(prefix)) {
        return true;
      }
    }
    if (edits.containsKey(path)) {
      return false;
    }
    return isDirectoryOnDisk(path) && !list(path).isEmpty();
  }

  private boolean isDirectoryOnDisk(String path) {
    return onDisk(path).filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)).isPresent();
  }

  @Override
  public List<String> list(String directory) {
    Set<String> names = new HashSet<>();
    String prefix = directory.isEmpty() ? "" : directory + "/";
    Optional<Path> disk = onDisk(directory);
    if (disk.isPresent()
        && Files.isDirectory(disk.get(), LinkOption.NOFOLLOW_LINKS)
        && !edits.containsKey(directory)) {
      namesIn(disk.get(), directory.isEmpty())
          .forEach(
              name -> {
                if (isThere(prefix + name)) {
                  names.add(name);
                }
              });
    }
    edits.forEach(
        (path, edit) -> {
          if (!edit.isRemoval() && path.startsWith(prefix)) {
            int slash = path.indexOf('/', prefix.length());
            names.add(path.substring(prefix.length(), slash < 0 ? path.length() : slash));
          }
        });
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(Utf8Order.INSTANCE);
    return sorted;
  }

  private boolean isThere(String path) {
    Edit edit = edits.get(path);
    if (edit != null) {
      return !edit.isRemoval();
    }
    // A directory stays in the listing while anything below it may be left.
    return !hasRemovalsBelow(path) || !isDirectoryOnDisk(path) || !list(path).isEmpty();
  }

  private boolean hasRemovalsBelow(String path) {
    String prefix = path + "/";
    return edits.entrySet().stream()
        .anyMatch(edit -> edit.getValue().isRemoval() && edit.getKey().startsWith(prefix));
  }

  private static List<String> namesIn(Path directory, boolean top) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (!(top && name.equals(".git"))) {
          names.add(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return names;
  }

  @Override
  public TreeFiles files() {
    return new FolderFiles(root, edits);
  }

  @Override
  public Tree with(Map<String, Edit> changes) {
    Map<String, Edit> merged = new HashMap<>(edits);
    merged.putAll(changes);
    FolderTree changed = new FolderTree(root, Map.copyOf(merged));
    changes.forEach(
        (path, edit) -> {
          if (!edit.isRemoval()) {
            changed.refuseConflict(path);
          }
        });
    return changed;
  }

  private void refuseConflict(String path) {
    boolean conflict = isDirectory(path);
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String parent = path.substring(0, slash);
      Edit edit = edits.get(parent);
      conflict |= edit != null ? !edit.isRemoval() : file(parent).isPresent();
    }
    if (conflict) {
      throw new IllegalArgumentException(path + " would be a file and a directory");
    }
  }
}
