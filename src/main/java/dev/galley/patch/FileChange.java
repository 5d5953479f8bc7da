package dev.galley.patch;

import dev.galley.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * What a diff does to one file.
 *
 * @param kind what happens to the file
 * @param style who wrote the header
 * @param oldPath path before, unquoted, without the {@code a/} prefix; empty when the file is new
 * @param newPath path after, unquoted, without the {@code b/} prefix; empty when it is deleted
 * @param oldMode mode before, for example 0100644; 0 when the header does not say
 * @param newMode mode after; 0 when the header does not say
 * @param oldId blob id before as the index line abbreviates it; empty without one
 * @param newId blob id after as the index line abbreviates it; empty without one
 * @param similarity percentage of the similarity index, -1 without one
 * @param hunks text hunks in order
 * @param binary forward and, where given, reverse binary hunk
 * @param binaryOmitted whether the diff only says "Binary files differ"
 * @param headerSpan header lines, from the first line of the change to its first hunk
 * @param span the whole change in the octets of the diff
 */
public record FileChange(
    Kind kind,
    Style style,
    String oldPath,
    String newPath,
    int oldMode,
    int newMode,
    String oldId,
    String newId,
    int similarity,
    List<Hunk> hunks,
    List<BinaryHunk> binary,
    boolean binaryOmitted,
    Span headerSpan,
    Span span) {

  /** What happens to a file. */
  public enum Kind {
    MODIFIED,
    ADDED,
    DELETED,
    RENAMED,
    COPIED
  }

  /** Who wrote the header of the change. */
  public enum Style {
    /** {@code diff --git a/x b/x}. */
    GIT,
    /** {@code --- x} and {@code +++ x} alone, after {@code diff -u}, {@code diff -r} or nothing. */
    PLAIN,
    /** {@code Index: x}, as CVS, Subversion and quilt write. */
    INDEX,
    /** {@code diff --cc} or {@code diff --combined}: a merge, which cannot be applied. */
    COMBINED
  }

  public FileChange {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(style);
    Objects.requireNonNull(oldPath);
    Objects.requireNonNull(newPath);
    Objects.requireNonNull(oldId);
    Objects.requireNonNull(newId);
    hunks = List.copyOf(hunks);
    binary = List.copyOf(binary);
  }

  /** The path that a reader would call it by: the new one, or the old one of a deleted file. */
  public String path() {
    return newPath.isEmpty() ? oldPath : newPath;
  }

  public boolean isBinary() {
    return binaryOmitted || !binary.isEmpty();
  }

  /** Whether old and new mode are both given and differ. */
  public boolean changesMode() {
    return oldMode != 0 && newMode != 0 && oldMode != newMode;
  }

  /**
   * Whether it is a header alone, which {@code git apply} calls garbage: a change of a file that
   * says nothing of what changes, as a diff that was cut leaves it.
   */
  public boolean isHeaderAlone() {
    return kind == Kind.MODIFIED
        && style == Style.GIT
        && hunks.isEmpty()
        && !isBinary()
        && !changesMode();
  }

  public int added() {
    return hunks.stream().mapToInt(Hunk::added).sum();
  }

  public int removed() {
    return hunks.stream().mapToInt(Hunk::removed).sum();
  }
}
