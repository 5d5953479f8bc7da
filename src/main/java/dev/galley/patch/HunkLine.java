package dev.galley.patch;

import dev.galley.text.Bytes;
import dev.galley.text.Span;

/**
 * One line of a hunk's body.
 *
 * @param kind context, removed or added
 * @param text the line without its marker and without its line feed; a carriage return stays
 * @param endsWithLineFeed false when {@code \ No newline at end of file} follows
 * @param oldLine its line number before, counted from 1; for an added line that of the next old
 *     line
 * @param newLine its line number after, counted from 1; for a removed line that of the next new
 *     line
 * @param span the line with marker and line feed, in the octets of the diff; the "No newline"
 *     remark is not in it
 */
public record HunkLine(
    LineKind kind, Bytes text, boolean endsWithLineFeed, int oldLine, int newLine, Span span) {

  public boolean isAdded() {
    return kind == LineKind.ADDED;
  }

  public boolean isRemoved() {
    return kind == LineKind.REMOVED;
  }

  /** The line as a file has it: with its line feed where it has one. */
  public Bytes content() {
    return endsWithLineFeed ? Bytes.concat(java.util.List.of(text, LINE_FEED)) : text;
  }

  private static final Bytes LINE_FEED = Bytes.utf8("\n");
}
