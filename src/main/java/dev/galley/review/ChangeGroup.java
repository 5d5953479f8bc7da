package dev.galley.review;

import dev.galley.patch.HunkLine;
import dev.galley.patch.LineKind;
import java.util.List;

/**
 * A run of removed and added lines between context: what is taken away and what comes instead.
 *
 * @param lines the run, never empty
 */
record ChangeGroup(List<HunkLine> lines) {

  ChangeGroup {
    lines = List.copyOf(lines);
  }

  /** The run around a removed or added line of a hunk. */
  static ChangeGroup around(List<HunkLine> hunk, int index) {
    int first = index;
    while (first > 0 && hunk.get(first - 1).kind() != LineKind.CONTEXT) {
      first--;
    }
    int end = index + 1;
    while (end < hunk.size() && hunk.get(end).kind() != LineKind.CONTEXT) {
      end++;
    }
    return new ChangeGroup(hunk.subList(first, end));
  }

  List<HunkLine> removed() {
    return lines.stream().filter(HunkLine::isRemoved).toList();
  }

  List<HunkLine> added() {
    return lines.stream().filter(HunkLine::isAdded).toList();
  }

  int firstNewLine() {
    return lines.get(0).newLine();
  }

  /** One less than {@link #firstNewLine()} when nothing is added. */
  int lastNewLine() {
    return firstNewLine() + added().size() - 1;
  }
}
