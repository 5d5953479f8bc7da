package dev.galley.patch;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * One {@code @@ -oldStart,oldCount +newStart,newCount @@ section} of a unified diff.
 *
 * <p>The counts are those of the heading. Where the body disagrees, the reader reports it and the
 * {@linkplain #lines() lines} are what the body has.
 *
 * @param oldStart first line before, counted from 1; 0 with oldCount 0
 * @param oldCount lines before that the heading announces
 * @param newStart first line after, counted from 1; 0 with newCount 0
 * @param newCount lines after that the heading announces
 * @param section what follows the second {@code @@}: the enclosing function's heading; may be empty
 * @param lines the body
 * @param complete whether the body has as many lines as the heading announces
 * @param span heading and body in the octets of the diff
 */
public record Hunk(
    int oldStart,
    int oldCount,
    int newStart,
    int newCount,
    Bytes section,
    List<HunkLine> lines,
    boolean complete,
    Span span) {

  public Hunk {
    Objects.requireNonNull(section);
    Objects.requireNonNull(span);
    lines = List.copyOf(lines);
  }

  public int added() {
    return count(LineKind.ADDED);
  }

  public int removed() {
    return count(LineKind.REMOVED);
  }

  private int count(LineKind kind) {
    int count = 0;
    for (HunkLine line : lines) {
      if (line.kind() == kind) {
        count++;
      }
    }
    return count;
  }
}
