package dev.galley.tree;

import java.util.ArrayList;
import java.util.List;

/** Looks near a missing path for files of the same name. */
final class SimilarPaths {

  private static final int MAX_FOUND = 3;
  private static final int MAX_DIRECTORIES = 400;

  private SimilarPaths() {}

  /** Files of the same name in the folders around: below, beside and above. */
  static List<String> of(Tree tree, String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    String directory = slash < 0 ? "" : path.substring(0, slash);
    List<String> found = new ArrayList<>();
    int[] budget = {MAX_DIRECTORIES};
    String from = directory;
    for (int up = 0; up < 2 && found.isEmpty(); up++) {
      search(tree, from, name, path, found, budget, 2);
      if (from.isEmpty()) {
        break;
      }
      int above = from.lastIndexOf('/');
      from = above < 0 ? "" : from.substring(0, above);
      if (from.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private static void search(
      Tree tree,
      String directory,
      String name,
      String missing,
      List<String> found,
      int[] budget,
      int depth) {
    if (--budget[0] < 0 || found.size() >= MAX_FOUND) {
      return;
    }
    String prefix = directory.isEmpty() ? "" : directory + "/";
    String candidate = prefix + name;
    if (!candidate.equals(missing)
        && !found.contains(candidate)
        && tree.entry(candidate).isPresent()) {
      found.add(candidate);
    }
    if (depth == 0) {
      return;
    }
    for (String child : tree.list(directory)) {
      if (tree.isDirectory(prefix + child)) {
        search(tree, prefix + child, name, missing, found, budget, depth - 1);
      }
    }
  }
}
