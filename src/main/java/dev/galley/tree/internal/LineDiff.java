package dev.galley.tree.internal;

import dev.galley.text.Bytes;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Counts the lines between two contents with Myers' algorithm, git's default. */
public final class LineDiff {

  private LineDiff() {}

  /** Lines added and removed. */
  public record Count(int added, int removed) {}

  public static Count count(Bytes before, Bytes after) {
    int added = 0;
    int removed = 0;
    for (Edit edit :
        MyersDiff.INSTANCE.diff(
            RawTextComparator.DEFAULT,
            new RawText(before.toArray()),
            new RawText(after.toArray()))) {
      added += edit.getLengthB();
      removed += edit.getLengthA();
    }
    return new Count(added, removed);
  }

  /** Whether git would show the content as binary: a NUL near its beginning. */
  public static boolean isBinary(Bytes content) {
    return content.slice(0, Math.min(content.length(), 8000)).indexOf('\0', 0) >= 0;
  }
}
