package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.Objects;

/**
 * A line that a hunk expects, beside what the tree has.
 *
 * @param kind whether both sides have a line
 * @param hunkLine index in the hunk's lines of the expected line; for an extra line of the tree, of
 *     the hunk line that it stands before
 * @param line number in the file of the actual line, counted from 1; for a missing line that of the
 *     line it should stand before
 * @param expected the hunk's line without line feed; empty for an extra line
 * @param actual the tree's line without line feed; empty for a missing line
 */
public record LineDifference(Kind kind, int hunkLine, int line, Bytes expected, Bytes actual) {

  /** How the sides differ. */
  public enum Kind {
    /** The lines differ. */
    CHANGED,
    /** They differ in white space only. */
    WHITESPACE,
    /** The tree lacks the line. */
    MISSING,
    /** The tree has a line more. */
    EXTRA
  }

  public LineDifference {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(expected);
    Objects.requireNonNull(actual);
  }
}
