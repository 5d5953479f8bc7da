package dev.galley.tree;

import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.text.Bytes;
import dev.galley.tree.internal.LineDiff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a whole series does to a tree, as {@code git diff --numstat --summary -M} between the trees
 * before its first and after its last patch tells it.
 *
 * @param files changed files in the order of their new paths
 */
public record NetChange(List<File> files) {

  /**
   * A changed file.
   *
   * @param kind what happened on the whole; {@code COPIED} does not occur
   * @param oldPath empty for a created file
   * @param newPath empty for a deleted file
   * @param oldMode 0 for a created file
   * @param newMode 0 for a deleted file
   * @param added lines; 0 for a binary file
   * @param removed lines; 0 for a binary file
   * @param similarity percentage for a renamed file, else -1
   * @param binary whether its lines are not counted
   */
  public record File(
      FileChange.Kind kind,
      String oldPath,
      String newPath,
      int oldMode,
      int newMode,
      int added,
      int removed,
      int similarity,
      boolean binary) {

    /** The path that a reader would call it by. */
    public String path() {
      return newPath.isEmpty() ? oldPath : newPath;
    }
  }

  public NetChange {
    files = List.copyOf(files);
  }

  /** The change between two trees at the paths that some diffs name. */
  public static NetChange between(Tree before, Tree after, Collection<Diff> diffs) {
    TreeSet<String> paths = new TreeSet<>();
    for (Diff diff : diffs) {
      for (FileChange change : diff.files()) {
        paths.add(change.oldPath());
        paths.add(change.newPath());
      }
    }
    paths.remove("");
    paths.removeIf(path -> PathSafety.problem(path, 0).isPresent());
    List<String> created = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    List<File> files = new ArrayList<>();
    for (String path : paths) {
      Optional<TreeEntry> old = before.entry(path);
      Optional<TreeEntry> now = after.entry(path);
      if (old.isPresent() && now.isPresent()) {
        if (!old.get().equals(now.get())) {
          files.add(file(FileChange.Kind.MODIFIED, before, path, after, path, -1));
        }
      } else if (old.isPresent()) {
        deleted.add(path);
      } else if (now.isPresent()) {
        created.add(path);
      }
    }
    files.addAll(renames(before, deleted, after, created));
    created.forEach(path -> files.add(file(FileChange.Kind.ADDED, before, "", after, path, -1)));
    deleted.forEach(path -> files.add(file(FileChange.Kind.DELETED, before, path, after, "", -1)));
    files.sort(Comparator.comparing(File::path));
    return new NetChange(files);
  }

  private record Pair(String from, String to, int similarity, boolean sameName) {}

  /** Pairs what is most alike; takes the paths of the pairs out of the lists. */
  private static List<File> renames(
      Tree before, List<String> deleted, Tree after, List<String> created) {
    List<Pair> pairs = new ArrayList<>();
    for (String to : created) {
      Bytes now = after.content(to).orElse(Bytes.EMPTY);
      for (String from : deleted) {
        boolean sameType =
            before
                .entry(from)
                .map(e -> TreeEntry.type(e.mode()))
                .equals(after.entry(to).map(e -> TreeEntry.type(e.mode())));
        int percent =
            sameType && !now.isEmpty()
                ? Similarity.percent(before.content(from).orElse(Bytes.EMPTY), now)
                : 0;
        if (percent >= Similarity.RENAME) {
          pairs.add(new Pair(from, to, percent, name(from).equals(name(to))));
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt((Pair pair) -> -pair.similarity)
            .thenComparing(pair -> !pair.sameName)
            .thenComparing(Pair::to)
            .thenComparing(Pair::from));
    List<File> renamed = new ArrayList<>();
    for (Pair pair : pairs) {
      if (created.contains(pair.to) && deleted.contains(pair.from)) {
        created.remove(pair.to);
        deleted.remove(pair.from);
        renamed.add(
            file(FileChange.Kind.RENAMED, before, pair.from, after, pair.to, pair.similarity));
      }
    }
    return renamed;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static File file(
      FileChange.Kind kind, Tree before, String from, Tree after, String to, int similarity) {
    Bytes old = from.isEmpty() ? Bytes.EMPTY : before.content(from).orElse(Bytes.EMPTY);
    Bytes now = to.isEmpty() ? Bytes.EMPTY : after.content(to).orElse(Bytes.EMPTY);
    boolean binary = LineDiff.isBinary(old) || LineDiff.isBinary(now);
    LineDiff.Count count = binary ? new LineDiff.Count(0, 0) : LineDiff.count(old, now);
    return new File(
        kind,
        from,
        to,
        before.entry(from).map(TreeEntry::mode).orElse(0),
        after.entry(to).map(TreeEntry::mode).orElse(0),
        count.added(),
        count.removed(),
        similarity,
        binary);
  }

  public int added() {
    return files.stream().mapToInt(File::added).sum();
  }

  public int removed() {
    return files.stream().mapToInt(File::removed).sum();
  }

  /** The lines of {@code git diff --summary}, each with its leading space and no line feed. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (File file : files) {
      boolean mode = file.oldMode != file.newMode;
      switch (file.kind) {
        case ADDED -> lines.add(" create mode " + octal(file.newMode) + " " + file.newPath);
        case DELETED -> lines.add(" delete mode " + octal(file.oldMode) + " " + file.oldPath);
        case RENAMED, COPIED -> {
          lines.add(" rename " + arrow(file) + " (" + file.similarity + "%)");
          if (mode) {
            lines.add(" mode change " + octal(file.oldMode) + " => " + octal(file.newMode));
          }
        }
        case MODIFIED -> {
          if (mode) {
            lines.add(
                " mode change "
                    + octal(file.oldMode)
                    + " => "
                    + octal(file.newMode)
                    + " "
                    + file.newPath);
          }
        }
      }
    }
    return lines;
  }

  private static String octal(int mode) {
    return String.format(Locale.ROOT, "%06o", mode);
  }

  /** Both paths, what they have in common written once, as git does in a diffstat. */
  private static String arrow(File file) {
    String from = file.oldPath;
    String to = file.newPath;
    int head = 0;
    for (int i = 0;
        i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i);
        i++) {
      if (from.charAt(i) == '/') {
        head = i + 1;
      }
    }
    int tail = 0;
    // The slash that ends the head may begin the tail as well.
    int most = Math.min(from.length(), to.length()) - Math.max(head - 1, 0);
    for (int i = 1;
        i <= most && from.charAt(from.length() - i) == to.charAt(to.length() - i);
        i++) {
      if (from.charAt(from.length() - i) == '/') {
        tail = i;
      }
    }
    if (head == 0 && tail == 0) {
      return from + " => " + to;
    }
    return from.substring(0, head)
        + "{"
        + middle(from, head, tail)
        + " => "
        + middle(to, head, tail)
        + "}"
        + to.substring(to.length() - tail);
  }

  private static String middle(String path, int head, int tail) {
    return path.substring(head, Math.max(head, path.length() - tail));
  }
}
