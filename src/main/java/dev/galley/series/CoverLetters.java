package dev.galley.series;

import dev.galley.mail.PatchMail;
import dev.galley.series.CoverLetter.ShortlogEntry;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the letter at the front of a series: prose by a person, with the parts that {@code git
 * format-patch --cover-letter} or {@code b4} wrote, as far as the person left them.
 */
public final class CoverLetters {

  /** {@code Ann Author (3):}. */
  private static final Pattern HEADING = Pattern.compile("(\\S.{0,200}?) \\((\\d{1,6})\\):\\s*");

  private static final Pattern STAT = Pattern.compile(" ?\\S.{0,1000}\\s\\|\\s+(?:\\d+|Bin)\\b.*");

  private static final Pattern TOTALS = Pattern.compile(" ?\\d{1,9} files? changed\\b.*");

  private static final Pattern SUMMARY =
      Pattern.compile(" (?:create|delete) mode .*| (?:rename|copy|rewrite|mode change) .*");

  private static final Pattern NOTE =
      Pattern.compile("(base-commit|change-id):[ \\t]+(\\S{1,200})[ \\t]*");

  /** A longer line is prose or worse. */
  private static final int LONGEST = 2_000;

  private final List<Line> lines = new ArrayList<>();

  private record Line(String text, int start, int end) {
    int indent() {
      int at = 0;
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
      return at;
    }

    boolean isBlank() {
      return text.isBlank();
    }

    boolean is(Pattern pattern) {
      return pattern.matcher(text).matches();
    }
  }

  private CoverLetters(Bytes text) {
    for (int at = 0; at < text.length(); ) {
      int next = text.nextLine(at);
      String line = next - at > LONGEST ? "" : text.slice(at, next).utf8().stripTrailing();
      lines.add(new Line(line, at, next));
      at = next;
    }
  }

  /** Reads a letter; what is not there is empty. */
  public static CoverLetter read(PatchMail mail) {
    return read(mail, SubjectTags.read(mail.taggedSubject()));
  }

  static CoverLetter read(PatchMail mail, SubjectTag tag) {
    Bytes text =
        mail.patch().isEmpty() ? mail.log() : Bytes.concat(List.of(mail.log(), mail.patch()));
    CoverLetters reader = new CoverLetters(text);
    return new CoverLetter(
        tag,
        mail,
        text,
        reader.shortlog(),
        reader.diffstat(),
        reader.note("base-commit"),
        reader.note("change-id"));
  }

  /** Every heading with indented lines under it, wherever in the letter. */
  private List<ShortlogEntry> shortlog() {
    List<ShortlogEntry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher heading = HEADING.matcher(lines.get(i).text());
      if (heading.matches()) {
        i = entriesUnder(heading.group(1), i + 1, entries) - 1;
      }
    }
    return entries;
  }

  /** The first line's indentation is that of a subject; deeper ones continue the one above. */
  private int entriesUnder(String author, int from, List<ShortlogEntry> entries) {
    int at = from;
    int indent = at < lines.size() ? lines.get(at).indent() : 0;
    while (indent > 0 && at < lines.size() && !lines.get(at).isBlank()) {
      Line line = lines.get(at);
      if (line.indent() < indent) {
        break;
      }
      StringBuilder subject = new StringBuilder(line.text().strip());
      int first = at++;
      while (at < lines.size() && !lines.get(at).isBlank() && lines.get(at).indent() > indent) {
        subject.append(' ').append(lines.get(at++).text().strip());
      }
      entries.add(new ShortlogEntry(author, subject.toString(), first + 1));
    }
    return at;
  }

  /** The last run of stat lines with totals below; the last run without, when none has totals. */
  private Span diffstat() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).is(TOTALS)) {
        int first = i;
        while (first > 0 && lines.get(first - 1).is(STAT)) {
          first--;
        }
        if (first < i) {
          return span(first, summariesFrom(i + 1));
        }
      }
    }
    int end = lines.size();
    while (end > 0 && !lines.get(end - 1).is(STAT)) {
      end--;
    }
    int first = end;
    while (first > 0 && lines.get(first - 1).is(STAT)) {
      first--;
    }
    return first < end ? span(first, summariesFrom(end)) : Span.at(0);
  }

  private int summariesFrom(int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).is(SUMMARY)) {
      at++;
    }
    return at;
  }

  private Span span(int firstLine, int endLine) {
    return new Span(lines.get(firstLine).start(), lines.get(endLine - 1).end());
  }

  private String note(String key) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher note = NOTE.matcher(lines.get(i).text());
      if (note.matches() && note.group(1).equals(key)) {
        return note.group(2);
      }
    }
    return "";
  }
}
