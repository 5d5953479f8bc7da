package dev.galley.patch;

import dev.galley.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * A diffstat as a mail carries it.
 *
 * @param rows one a file, as printed
 * @param files the totals line's number of files
 * @param insertions the totals line's; 0 when it leaves them out
 * @param deletions the totals line's; 0 when it leaves them out
 * @param notes the lines behind the totals: files created, deleted, renamed, copied, modes
 * @param span first row to last note, in the octets that were read
 */
public record Diffstat(
    List<Row> rows, int files, int insertions, int deletions, List<Note> notes, Span span) {

  /** No diffstat. */
  public static final Diffstat EMPTY = new Diffstat(List.of(), 0, 0, 0, List.of(), Span.at(0));

  public Diffstat {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    Objects.requireNonNull(span);
  }

  public boolean isEmpty() {
    return span.isEmpty();
  }

  /**
   * A line {@code path | 12 +++---}.
   *
   * @param path as printed: it may be abbreviated in front ({@code .../pci/iov.c}), or a rename
   *     ({@code drivers/{pci => vfio}/x.c})
   * @param form what stands behind the bar
   * @param changes lines added and removed together; 0 unless the form is LINES
   * @param plus plus signs of the graph, which is scaled down where lines are many
   * @param minus minus signs of the graph
   * @param span the line without its line feed
   */
  public record Row(String path, Form form, int changes, int plus, int minus, Span span) {

    /** What is told of a file. */
    public enum Form {
      LINES,
      BINARY,
      UNMERGED
    }

    public Row {
      Objects.requireNonNull(path);
      Objects.requireNonNull(form);
      Objects.requireNonNull(span);
    }

    public boolean isAbbreviated() {
      return path.startsWith("...");
    }

    /** The path after: the right side of a rename, else the path. */
    public String newPath() {
      return Moved.side(path, false);
    }

    /** The path before: the left side of a rename, else the path. */
    public String oldPath() {
      return Moved.side(path, true);
    }

    /** Whether the row may stand for a path: it is that path, or the abbreviation of it. */
    public boolean mayMean(String wanted) {
      String own = newPath();
      return isAbbreviated()
          ? wanted.endsWith(own.startsWith("...") ? own.substring(3) : own)
          : wanted.equals(own);
    }
  }

  /**
   * A line such as {@code create mode 100644 path}.
   *
   * @param kind what it tells
   * @param path as printed, modes and percentage left out
   * @param oldMode 0 when not told
   * @param newMode 0 when not told
   * @param percent similarity; -1 when not told
   * @param span the line without its line feed
   */
  public record Note(Kind kind, String path, int oldMode, int newMode, int percent, Span span) {

    /** What a note tells. */
    public enum Kind {
      CREATE,
      DELETE,
      RENAME,
      COPY,
      REWRITE,
      MODE_CHANGE
    }

    public Note {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(path);
      Objects.requireNonNull(span);
    }

    /** The path after: the right side of a rename, else the path. */
    public String newPath() {
      return Moved.side(path, false);
    }

    /** The path before: the left side of a rename, else the path. */
    public String oldPath() {
      return Moved.side(path, true);
    }
  }
}
