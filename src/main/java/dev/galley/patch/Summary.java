package dev.galley.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens to files besides their lines, as {@code git apply --summary} prints it: created and
 * deleted files, renames, copies, rewrites, changed modes.
 */
public final class Summary {

  private Summary() {}

  /** The lines in the order of the changes, each with its leading space and no line feed. */
  public static List<String> of(Diff diff) {
    List<String> lines = new ArrayList<>();
    for (FileChange file : diff.files()) {
      if (file.style() != FileChange.Style.COMBINED) {
        add(file, lines);
      }
    }
    return lines;
  }

  private static void add(FileChange file, List<String> lines) {
    if (file.kind() == FileChange.Kind.ADDED || mayBeNew(file)) {
      lines.add(withMode("create", file.newMode(), file.newPath()));
    } else if (file.kind() == FileChange.Kind.DELETED || mayBeGone(file)) {
      lines.add(withMode("delete", file.oldMode(), file.oldPath()));
    } else if (file.kind() == FileChange.Kind.RENAMED || file.kind() == FileChange.Kind.COPIED) {
      String verb = file.kind() == FileChange.Kind.RENAMED ? "rename" : "copy";
      lines.add(" " + verb + " " + move(file) + " (" + Math.max(file.similarity(), 0) + "%)");
      modeChange(file, "", lines);
    } else if (file.similarity() > 0) {
      lines.add(" rewrite " + file.newPath() + " (" + file.similarity() + "%)");
      modeChange(file, "", lines);
    } else {
      modeChange(file, " " + file.newPath(), lines);
    }
  }

  /**
   * git apply takes a plain diff for a creation unless a hunk with old lines, or a second hunk,
   * shows that the file was there; and for a deletion likewise.
   */
  private static boolean mayBeNew(FileChange file) {
    return isOpenToGuess(file) && file.hunks().stream().allMatch(hunk -> hunk.oldCount() == 0);
  }

  private static boolean mayBeGone(FileChange file) {
    return isOpenToGuess(file) && file.hunks().stream().allMatch(hunk -> hunk.newCount() == 0);
  }

  private static boolean isOpenToGuess(FileChange file) {
    return file.kind() == FileChange.Kind.MODIFIED
        && file.style() != FileChange.Style.GIT
        && file.hunks().size() <= 1;
  }

  private static String withMode(String verb, int mode, String path) {
    return mode == 0 ? " " + verb + " " + path : " " + verb + " mode " + octal(mode) + " " + path;
  }

  private static void modeChange(FileChange file, String name, List<String> lines) {
    if (file.changesMode()) {
      lines.add(" mode change " + octal(file.oldMode()) + " => " + octal(file.newMode()) + name);
    }
  }

  private static String octal(int mode) {
    String digits = Integer.toOctalString(mode);
    return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }

  /** The two paths, the directories that both begin with written once. */
  private static String move(FileChange file) {
    String from = file.oldPath();
    String to = file.newPath();
    int common = 0;
    while (true) {
      int slash = from.indexOf('/', common);
      if (slash < 0
          || to.indexOf('/', common) != slash
          || !from.regionMatches(common, to, common, slash - common)) {
        break;
      }
      common = slash + 1;
    }
    return common == 0
        ? from + " => " + to
        : from.substring(0, common)
            + "{"
            + from.substring(common)
            + " => "
            + to.substring(common)
            + "}";
  }
}
