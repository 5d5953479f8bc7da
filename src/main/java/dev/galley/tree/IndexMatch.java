package dev.galley.tree;

import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many of a series' index lines name the blob that a tree has.
 *
 * <p>Counted is the first touch of every path: what a later patch names is made by the series.
 *
 * @param matching index lines whose blob before is the tree's
 * @param total index lines that name a blob before
 * @param differing paths whose blob is another one or missing, sorted
 */
public record IndexMatch(int matching, int total, List<String> differing) {

  public IndexMatch {
    differing = List.copyOf(differing);
  }

  public boolean isComplete() {
    return matching == total;
  }

  /** For people: {@code 17 of 17 index lines match}. */
  public String describe() {
    return matching + " of " + total + " index lines match";
  }

  /** Counts for a tree. */
  public static IndexMatch of(Tree tree, List<Diff> series) {
    Map<String, String> wanted = wanted(series);
    List<String> differing = new ArrayList<>();
    wanted.forEach(
        (path, id) -> {
          if (tree.entry(path).filter(entry -> entry.id().startsWith(id)).isEmpty()) {
            differing.add(path);
          }
        });
    return new IndexMatch(wanted.size() - differing.size(), wanted.size(), differing);
  }

  /** The abbreviated blob ids that a series expects, by path. */
  static Map<String, String> wanted(List<Diff> series) {
    Map<String, String> wanted = new TreeMap<>();
    Set<String> touched = new HashSet<>();
    for (Diff diff : series) {
      for (FileChange change : diff.files()) {
        String path = change.oldPath();
        boolean first = !path.isEmpty() && touched.add(path);
        boolean named =
            !change.oldId().isEmpty() && change.oldId().chars().anyMatch(digit -> digit != '0');
        if (first && named && PathSafety.problem(path, 0).isEmpty()) {
          wanted.put(path, change.oldId());
        }
        touched.add(change.newPath());
      }
    }
    return wanted;
  }
}
