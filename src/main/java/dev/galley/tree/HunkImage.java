package dev.galley.tree;

import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A hunk as git's apply.c looks at it.
 *
 * @param before lines of the pre-image with their line feeds
 * @param after lines of the post-image
 * @param leading context lines before the first change
 * @param trailing context lines after the last change
 */
record HunkImage(List<Bytes> before, List<Bytes> after, int leading, int trailing) {

  static HunkImage of(Hunk hunk) {
    List<Bytes> before = new ArrayList<>();
    List<Bytes> after = new ArrayList<>();
    int leading = 0;
    int trailing = 0;
    boolean changed = false;
    for (HunkLine line : hunk.lines()) {
      Bytes content = line.content();
      if (line.kind().isInOld()) {
        before.add(content);
      }
      if (line.kind().isInNew()) {
        after.add(content);
      }
      if (line.isAdded() || line.isRemoved()) {
        changed = true;
        trailing = 0;
      } else {
        trailing++;
        if (!changed) {
          leading++;
        }
      }
    }
    return new HunkImage(before, after, leading, trailing);
  }

  /** A hunk that begins at the first line must match there. */
  static boolean mustBegin(Hunk hunk) {
    return hunk.oldStart() <= 1;
  }

  /** A hunk without trailing context must match at the end. */
  boolean mustEnd() {
    return trailing == 0;
  }

  /** The same with less context at both ends. */
  HunkImage without(int first, int last) {
    return new HunkImage(
        before.subList(first, before.size() - last),
        after.subList(first, after.size() - last),
        leading - first,
        trailing - last);
  }
}
