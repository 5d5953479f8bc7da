package dev.galley.patch;

import dev.galley.patch.internal.Composition;
import java.util.List;

/**
 * What patches change together: the diffstat from before the first to after the last.
 *
 * <p>It is composed from the hunks alone, without a tree. Lines are followed through the patches: a
 * line that one adds and a later one changes or removes counts once or not at all, and a base line
 * that is removed and comes back at the same place does not count. What a diff of two real trees
 * could still see otherwise: lines that match across untouched ones, a rename too unlike to be
 * shown as one, and patches that only apply with an offset. {@link File#exact} is false where the
 * hunks themselves contradict each other.
 *
 * @param files by path; files that end as they began are left out
 */
public record NetDiffstat(List<File> files) {

  /**
   * One file.
   *
   * @param oldPath its path before the first patch; empty when the series creates it
   * @param newPath its path after the last; empty when the series deletes it
   * @param added lines
   * @param removed lines
   * @param binary whether a patch changes it as binary, so that lines say nothing
   * @param exact whether all hunks agreed on the lines that they have in common
   */
  public record File(
      String oldPath, String newPath, int added, int removed, boolean binary, boolean exact) {

    /** The new path, or the old one of a deleted file. */
    public String path() {
      return newPath.isEmpty() ? oldPath : newPath;
    }

    public boolean isRenamed() {
      return !oldPath.isEmpty() && !newPath.isEmpty() && !oldPath.equals(newPath);
    }
  }

  public NetDiffstat {
    files = List.copyOf(files);
  }

  /** Composes patches in the order in which they apply. Combined diffs are passed over. */
  public static NetDiffstat of(List<Diff> patches) {
    return new NetDiffstat(Composition.of(patches));
  }

  public int added() {
    return files.stream().mapToInt(File::added).sum();
  }

  public int removed() {
    return files.stream().mapToInt(File::removed).sum();
  }

  /** Whether no file's hunks contradict each other. */
  public boolean exact() {
    return files.stream().allMatch(File::exact);
  }
}
