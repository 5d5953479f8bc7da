package dev.galley.patch;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @@ -oldStart,oldCount +newStart,newCount @@ section} of a unified diff.
 *
 * <p>The counts are those of the heading. Where the body disagrees, the reader reports it and the
 * {@linkplain #lines() lines} are what the body has.
 *
 * <p>A hunk that was read makes its lines when they are first asked for: counting needs none.
 */
public final class Hunk {

  /**
   * What the heading says.
   *
   * @param oldStart first line before, counted from 1; with oldCount 0 the line before the place
   * @param oldCount lines before
   * @param newStart first line after, counted from 1; with newCount 0 the line before the place
   * @param newCount lines after
   */
  public record Range(int oldStart, int oldCount, int newStart, int newCount) {}

  /** How many lines of each kind a body has. */
  public record Tally(int context, int removed, int added) {}

  private final Range range;
  private final Bytes section;
  private final Tally tally;
  private final boolean complete;
  private final Span span;
  private final Bytes diff;
  private final int bodyStart;
  private @Nullable List<HunkLine> lines;

  /**
   * A hunk with its lines.
   *
   * @param section what follows the second {@code @@}: the enclosing function's heading; may be
   *     empty
   * @param complete whether the body has as many lines as the heading announces
   * @param span heading and body in the octets of the diff
   */
  public Hunk(
      int oldStart,
      int oldCount,
      int newStart,
      int newCount,
      Bytes section,
      List<HunkLine> lines,
      boolean complete,
      Span span) {
    this.range = new Range(oldStart, oldCount, newStart, newCount);
    this.section = Objects.requireNonNull(section);
    this.complete = complete;
    this.span = Objects.requireNonNull(span);
    List<HunkLine> copy = List.copyOf(lines);
    this.lines = copy;
    this.diff = Bytes.EMPTY;
    this.bodyStart = 0;
    this.tally =
        new Tally(
            count(copy, LineKind.CONTEXT),
            count(copy, LineKind.REMOVED),
            count(copy, LineKind.ADDED));
  }

  private Hunk(
      Range range,
      Bytes section,
      Tally tally,
      boolean complete,
      Span span,
      Bytes diff,
      int bodyStart) {
    this.range = range;
    this.section = section;
    this.tally = tally;
    this.complete = complete;
    this.span = span;
    this.diff = diff;
    this.bodyStart = bodyStart;
  }

  /**
   * A hunk that was found in a diff: its lines are the octets [bodyStart, span.end()) of it.
   *
   * @param tally how many lines of each kind are there
   */
  public static Hunk inDiff(
      Bytes diff,
      Range range,
      Bytes section,
      Tally tally,
      boolean complete,
      Span span,
      int bodyStart) {
    return new Hunk(range, section, tally, complete, span, diff, bodyStart);
  }

  private static int count(List<HunkLine> lines, LineKind kind) {
    int count = 0;
    for (HunkLine line : lines) {
      if (line.kind() == kind) {
        count++;
      }
    }
    return count;
  }

  /** First line before, counted from 1; 0 with oldCount 0 in a new file. */
  public int oldStart() {
    return range.oldStart();
  }

  /** Lines before that the heading announces. */
  public int oldCount() {
    return range.oldCount();
  }

  /** First line after, counted from 1; 0 with newCount 0 in a deleted file. */
  public int newStart() {
    return range.newStart();
  }

  /** Lines after that the heading announces. */
  public int newCount() {
    return range.newCount();
  }

  /** What follows the second {@code @@}: the enclosing function's heading; may be empty. */
  public Bytes section() {
    return section;
  }

  /** Whether the body has as many lines as the heading announces. */
  public boolean complete() {
    return complete;
  }

  /** Heading and body in the octets of the diff. */
  public Span span() {
    return span;
  }

  public Tally tally() {
    return tally;
  }

  public int added() {
    return tally.added();
  }

  public int removed() {
    return tally.removed();
  }

  /** The body. */
  public List<HunkLine> lines() {
    List<HunkLine> known = lines;
    if (known == null) {
      known = List.copyOf(read());
      lines = known;
    }
    return known;
  }

  private List<HunkLine> read() {
    List<HunkLine> read = new ArrayList<>(tally.context() + tally.removed() + tally.added());
    int oldLine = oldStart() + (oldCount() == 0 ? 1 : 0);
    int newLine = newStart() + (newCount() == 0 ? 1 : 0);
    int at = bodyStart;
    while (at < span.end()) {
      int end = diff.nextLine(at);
      byte first = diff.at(at);
      if (first != '\\') {
        LineKind kind = first == '+' ? LineKind.ADDED : LineKind.CONTEXT;
        kind = first == '-' ? LineKind.REMOVED : kind;
        boolean unmarked = first == '\n' || first == '\r';
        boolean fed = diff.at(end - 1) == '\n';
        boolean remarked = end < span.end() && diff.at(end) == '\\';
        Bytes text = diff.slice(unmarked ? at : at + 1, fed ? end - 1 : end);
        read.add(new HunkLine(kind, text, fed && !remarked, oldLine, newLine, new Span(at, end)));
        oldLine += kind.isInOld() ? 1 : 0;
        newLine += kind.isInNew() ? 1 : 0;
      }
      at = end;
    }
    return read;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hunk that
        && range.equals(that.range)
        && section.equals(that.section)
        && complete == that.complete
        && span.equals(that.span)
        && lines().equals(that.lines());
  }

  @Override
  public int hashCode() {
    return Objects.hash(range, section, complete, span, tally);
  }

  @Override
  public String toString() {
    return "Hunk[" + range + ", " + tally + ", " + span + "]";
  }
}
