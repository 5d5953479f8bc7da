package dev.galley.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints diffstats as git does (diff.c, show_stats): the rows and the totals line.
 *
 * <p>Widths are counted in characters; git counts columns, which differ for wide scripts only.
 */
public final class DiffstatWriter {

  /** The width that {@code git format-patch} uses. */
  public static final int MAIL_WIDTH = 72;

  /** The width that {@code git diff --stat} uses without a terminal. */
  public static final int PLAIN_WIDTH = 80;

  /**
   * One row to be.
   *
   * @param name as to be printed
   * @param added lines, or the octets after for a binary file
   * @param removed lines, or the octets before for a binary file
   * @param binary whether the file is binary
   */
  public record Entry(String name, long added, long removed, boolean binary) {

    /** The row of a change; the sizes of a binary one are told when both are in the diff. */
    public static Entry of(FileChange change) {
      boolean moved =
          change.kind() == FileChange.Kind.RENAMED || change.kind() == FileChange.Kind.COPIED;
      String name =
          moved
              ? Moved.shown(change.oldPath(), change.newPath())
              : PathQuoting.quote(change.path());
      if (!change.isBinary()) {
        return new Entry(name, change.added(), change.removed(), false);
      }
      List<BinaryHunk> hunks = change.binary();
      boolean sized =
          hunks.size() == 2
              && hunks.stream().allMatch(hunk -> hunk.method() == BinaryHunk.Method.LITERAL);
      return new Entry(
          name, sized ? hunks.get(0).size() : 0, sized ? hunks.get(1).size() : 0, true);
    }

    /** The row of a net change. */
    public static Entry of(NetDiffstat.File file) {
      String name =
          file.isRenamed()
              ? Moved.shown(file.oldPath(), file.newPath())
              : PathQuoting.quote(file.path());
      return new Entry(name, file.added(), file.removed(), file.binary());
    }

    long changes() {
      return binary ? 0 : added + removed;
    }
  }

  private final List<Entry> entries;
  private final long mostChanges;
  private final int numberWidth;
  private final int nameWidth;
  private final int graphWidth;

  private DiffstatWriter(List<Entry> entries, int wantedWidth) {
    this.entries = entries;
    int longest = 0;
    int binaryWidth = 0;
    int number = 0;
    long most = 0;
    for (Entry entry : entries) {
      longest = Math.max(longest, width(entry.name()));
      most = Math.max(most, entry.changes());
      if (entry.binary()) {
        int sizes = digits(entry.added()) + digits(entry.removed());
        binaryWidth = Math.max(binaryWidth, 14 + sizes);
        number = 3;
      }
    }
    mostChanges = most;
    numberWidth = Math.max(number, digits(most));
    int fixed = numberWidth + 6;
    int whole = Math.max(wantedWidth, 16 + fixed);
    long graph = most + 4 > binaryWidth ? most : binaryWidth - 4L;
    long name = longest;
    if (name + fixed + graph > whole) {
      graph = Math.min(graph, Math.max(whole * 3L / 8 - fixed, 6));
      if (name > whole - fixed - graph) {
        name = whole - fixed - graph;
      } else {
        graph = whole - fixed - name;
      }
    }
    nameWidth = (int) name;
    graphWidth = (int) graph;
  }

  /** Rows and totals, each without its line feed; nothing for no entries. */
  public static List<String> lines(List<Entry> entries, int width) {
    List<String> lines = new ArrayList<>();
    if (entries.isEmpty()) {
      return lines;
    }
    DiffstatWriter writer = new DiffstatWriter(entries, width);
    for (Entry entry : entries) {
      lines.add(writer.row(entry));
    }
    lines.add(writer.totals());
    return lines;
  }

  private String row(Entry entry) {
    String name = shortened(entry.name());
    String front = " " + name + " ".repeat(Math.max(0, nameWidth - width(name))) + " | ";
    if (entry.binary()) {
      String sizes =
          entry.added() == 0 && entry.removed() == 0
              ? ""
              : " " + entry.removed() + " -> " + entry.added() + " bytes";
      return front + padded("Bin") + sizes;
    }
    String count = padded(Long.toString(entry.changes()));
    return entry.changes() == 0 ? front + count : front + count + " " + graph(entry);
  }

  private String padded(String text) {
    return " ".repeat(Math.max(0, numberWidth - text.length())) + text;
  }

  private String graph(Entry entry) {
    long plus = entry.added();
    long minus = entry.removed();
    if (graphWidth <= mostChanges) {
      long total = scaled(plus + minus);
      if (total < 2 && plus > 0 && minus > 0) {
        total = 2;
      }
      if (plus < minus) {
        plus = scaled(plus);
        minus = total - plus;
      } else {
        minus = scaled(minus);
        plus = total - minus;
      }
    }
    return "+".repeat((int) plus) + "-".repeat((int) minus);
  }

  private long scaled(long count) {
    return count == 0 ? 0 : 1 + count * (graphWidth - 1) / mostChanges;
  }

  /** A name too long keeps its end, from a slash on where there is one. */
  private String shortened(String name) {
    int width = width(name);
    if (width <= nameWidth) {
      return name;
    }
    int from = name.offsetByCodePoints(0, width - (nameWidth - 3));
    int slash = name.indexOf('/', from);
    return "..." + name.substring(slash < 0 ? from : slash);
  }

  private String totals() {
    long added = 0;
    long removed = 0;
    for (Entry entry : entries) {
      added += entry.binary() ? 0 : entry.added();
      removed += entry.binary() ? 0 : entry.removed();
    }
    StringBuilder line = new StringBuilder(" ").append(entries.size());
    line.append(entries.size() == 1 ? " file changed" : " files changed");
    if (added > 0 || removed == 0) {
      line.append(", ").append(added).append(added == 1 ? " insertion(+)" : " insertions(+)");
    }
    if (removed > 0 || added == 0) {
      line.append(", ").append(removed).append(removed == 1 ? " deletion(-)" : " deletions(-)");
    }
    return line.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static int digits(long number) {
    return Long.toString(number).length();
  }
}
