package dev.galley.patch;

import java.util.ArrayList;
import java.util.List;

/** Lines added and removed per file, as {@code git apply --numstat} counts them. */
public final class Numstat {

  private Numstat() {}

  /**
   * One file.
   *
   * @param added lines; 0 for a binary file
   * @param removed lines; 0 for a binary file
   * @param binary whether lines are not counted
   * @param path unquoted
   */
  public record Row(int added, int removed, boolean binary, String path) {

    /** The row as git prints it, without its line feed. */
    public String text() {
      String counts = binary ? "-\t-\t" : added + "\t" + removed + "\t";
      return counts + PathQuoting.quote(path);
    }
  }

  /** A row per change, in order. Combined diffs have none: git apply does not see them. */
  public static List<Row> of(Diff diff) {
    List<Row> rows = new ArrayList<>();
    for (FileChange file : diff.files()) {
      if (file.style() != FileChange.Style.COMBINED) {
        rows.add(new Row(file.added(), file.removed(), file.isBinary(), file.path()));
      }
    }
    return rows;
  }
}
