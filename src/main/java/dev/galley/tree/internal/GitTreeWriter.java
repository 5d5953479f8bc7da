package dev.galley.tree.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Makes a new tree out of one and some changes: only the directories of the changes are made.
 *
 * <p>Inside, a name is a string of its octets, one char each: names that are not UTF-8 stay what
 * they are, and strings sort as git sorts octets.
 */
final class GitTreeWriter {

  private static final int REMOVED = 0;

  private final GitObjects objects;
  private final Directory changes = new Directory();

  GitTreeWriter(GitObjects objects) {
    this.objects = objects;
  }

  void remove(String path) {
    set(path, new Leaf(REMOVED, ObjectId.zeroId()));
  }

  void put(String path, int mode, ObjectId id) {
    set(path, new Leaf(mode, id));
  }

  /** The id of the changed tree. */
  ObjectId write(ObjectId root) {
    Map<String, Leaf> made = build(changes, root, "");
    return objects.putTree(format(made));
  }

  private void set(String path, Leaf leaf) {
    Directory at = changes;
    String[] names =
        new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
            .split("/", -1);
    for (int i = 0; i + 1 < names.length; i++) {
      at = at.directories.computeIfAbsent(names[i], name -> new Directory());
    }
    at.leaves.put(names[names.length - 1], leaf);
  }

  private Map<String, Leaf> build(Directory directory, ObjectId old, String path) {
    Map<String, Leaf> entries = new TreeMap<>();
    if (!old.equals(ObjectId.zeroId())) {
      CanonicalTreeParser parser = new CanonicalTreeParser();
      parser.reset(objects.tree(old));
      for (; !parser.eof(); parser.next()) {
        byte[] name = new byte[parser.getNameLength()];
        parser.getName(name, 0);
        entries.put(
            new String(name, StandardCharsets.ISO_8859_1),
            new Leaf(parser.getEntryRawMode(), parser.getEntryObjectId()));
      }
    }
    directory.leaves.forEach(
        (name, leaf) -> {
          if (leaf.mode == REMOVED) {
            Leaf there = entries.get(name);
            if (there != null && there.mode != FileMode.TYPE_TREE) {
              entries.remove(name);
            }
          }
        });
    directory.directories.forEach(
        (name, below) -> {
          Leaf there = entries.get(name);
          boolean isTree = there != null && there.mode == FileMode.TYPE_TREE;
          Map<String, Leaf> inside =
              build(
                  below, isTree && there != null ? there.id : ObjectId.zeroId(), path + name + "/");
          if (!inside.isEmpty()) {
            if (there != null && !isTree) {
              throw conflict(path + name);
            }
            entries.put(name, new Leaf(FileMode.TYPE_TREE, objects.putTree(format(inside))));
          } else if (isTree) {
            entries.remove(name);
          }
        });
    directory.leaves.forEach(
        (name, leaf) -> {
          if (leaf.mode != REMOVED) {
            Leaf there = entries.get(name);
            if (there != null && there.mode == FileMode.TYPE_TREE) {
              throw conflict(path + name);
            }
            entries.put(name, leaf);
          }
        });
    return entries;
  }

  private static IllegalArgumentException conflict(String path) {
    return new IllegalArgumentException(path + " would be a file and a directory");
  }

  private static TreeFormatter format(Map<String, Leaf> entries) {
    List<Map.Entry<String, Leaf>> sorted = new ArrayList<>(entries.entrySet());
    // In a tree object a directory sorts as if its name ended with a slash.
    sorted.sort(Comparator.comparing(GitTreeWriter::sortName));
    TreeFormatter formatter = new TreeFormatter();
    for (Map.Entry<String, Leaf> entry : sorted) {
      byte[] name = entry.getKey().getBytes(StandardCharsets.ISO_8859_1);
      FileMode mode = FileMode.fromBits(entry.getValue().mode);
      formatter.append(name, 0, name.length, mode, entry.getValue().id);
    }
    return formatter;
  }

  private static String sortName(Map.Entry<String, Leaf> entry) {
    return entry.getValue().mode == FileMode.TYPE_TREE ? entry.getKey() + "/" : entry.getKey();
  }

  private record Leaf(int mode, ObjectId id) {}

  private static final class Directory {
    final Map<String, Directory> directories = new HashMap<>();
    final Map<String, Leaf> leaves = new HashMap<>();
  }
}
