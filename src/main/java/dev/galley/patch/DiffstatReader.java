package dev.galley.patch;

import dev.galley.patch.Diffstat.Note;
import dev.galley.patch.Diffstat.Row;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds diffstats in text, as git and diffstat(1) print them and people mail them.
 *
 * <p>A diffstat is a totals line ({@code 2 files changed, …}), the rows right above it and the
 * notes right below. A table without totals is not one.
 */
public final class DiffstatReader {

  private static final int LONGEST_LINE = 4096;

  private static final Pattern TOTALS =
      Pattern.compile(
          "\\s*(\\d{1,9}) files? changed"
              + "(?:, (\\d{1,9}) insertions?\\(\\+\\))?(?:, (\\d{1,9}) deletions?\\(-\\))?\\s*");

  private static final Pattern BEHIND_BAR =
      Pattern.compile(
          "\\s*(?:(Bin)(?: \\d+ -> \\d+ bytes)?|(Unmerged)|(\\d{1,9})(?:\\s+(\\+*)(-*))?)\\s*");

  private static final Pattern NOTE =
      Pattern.compile(
          "\\s*(?:(create|delete) mode ([0-7]{6}) (.+)"
              + "|(rename|copy|rewrite) (.+?) \\((\\d{1,3})%\\)"
              + "|mode change ([0-7]{6}) => ([0-7]{6})(?: (.+))?)\\s*");

  private final Bytes text;
  private final List<Span> lines = new ArrayList<>();

  private DiffstatReader(Bytes text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      int next = text.nextLine(at);
      int end = text.at(next - 1) == '\n' ? next - 1 : next;
      lines.add(new Span(at, end));
      at = next;
    }
  }

  /** The last diffstat of a text, which is the whole series' one in a cover letter. */
  public static Diffstat read(Bytes text) {
    List<Diffstat> all = readAll(text);
    return all.isEmpty() ? Diffstat.EMPTY : all.get(all.size() - 1);
  }

  /** All diffstats of a text in order. */
  public static List<Diffstat> readAll(Bytes text) {
    DiffstatReader reader = new DiffstatReader(text);
    List<Diffstat> all = new ArrayList<>();
    for (int i = 0; i < reader.lines.size(); i++) {
      Matcher totals = TOTALS.matcher(reader.line(i));
      if (totals.matches()) {
        all.add(reader.around(i, totals));
      }
    }
    return all;
  }

  private String line(int index) {
    Span span = lines.get(index);
    return span.length() > LONGEST_LINE ? "" : text.slice(span).utf8();
  }

  private Diffstat around(int index, Matcher totals) {
    List<Row> rows = new ArrayList<>();
    for (int i = index - 1; i >= 0; i--) {
      Optional<Row> row = row(i);
      if (row.isEmpty()) {
        break;
      }
      rows.add(row.get());
    }
    Collections.reverse(rows);
    List<Note> notes = new ArrayList<>();
    int last = index;
    for (int i = index + 1; i < lines.size(); i++) {
      Optional<Note> note = note(i);
      if (note.isEmpty()) {
        break;
      }
      notes.add(note.get());
      last = i;
    }
    int start = lines.get(index - rows.size()).start();
    return new Diffstat(
        rows,
        number(totals.group(1)),
        number(totals.group(2)),
        number(totals.group(3)),
        notes,
        new Span(start, lines.get(last).end()));
  }

  private Optional<Row> row(int index) {
    String line = line(index);
    int bar = line.lastIndexOf('|');
    if (bar < 1 || line.substring(0, bar).isBlank()) {
      return Optional.empty();
    }
    Matcher behind = BEHIND_BAR.matcher(line.substring(bar + 1));
    if (!behind.matches()) {
      return Optional.empty();
    }
    Row.Form form = behind.group(1) != null ? Row.Form.BINARY : Row.Form.LINES;
    form = behind.group(2) != null ? Row.Form.UNMERGED : form;
    return Optional.of(
        new Row(
            line.substring(0, bar).strip(),
            form,
            number(behind.group(3)),
            length(behind.group(4)),
            length(behind.group(5)),
            lines.get(index)));
  }

  private Optional<Note> note(int index) {
    Matcher match = NOTE.matcher(line(index));
    Span span = lines.get(index);
    if (!match.matches()) {
      return Optional.empty();
    }
    if (match.group(1) != null) {
      boolean create = match.group(1).equals("create");
      int mode = Integer.parseInt(match.group(2), 8);
      return Optional.of(
          new Note(
              create ? Note.Kind.CREATE : Note.Kind.DELETE,
              match.group(3),
              create ? 0 : mode,
              create ? mode : 0,
              -1,
              span));
    }
    if (match.group(4) != null) {
      Note.Kind kind =
          switch (match.group(4)) {
            case "rename" -> Note.Kind.RENAME;
            case "copy" -> Note.Kind.COPY;
            default -> Note.Kind.REWRITE;
          };
      return Optional.of(new Note(kind, match.group(5), 0, 0, number(match.group(6)), span));
    }
    String path = match.group(9);
    return Optional.of(
        new Note(
            Note.Kind.MODE_CHANGE,
            path == null ? "" : path,
            Integer.parseInt(match.group(7), 8),
            Integer.parseInt(match.group(8), 8),
            -1,
            span));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int length(@Nullable String signs) {
    return signs == null ? 0 : signs.length();
  }
}
