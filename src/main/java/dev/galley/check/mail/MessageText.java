package dev.galley.check.mail;

import dev.galley.series.Trailer;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a commit message or cover letter, each with what it is. */
final class MessageText {

  /** What a line is for a reader. */
  enum Kind {
    BLANK,
    /** Sentences. */
    PROSE,
    /** {@code Key: value} at the end, its continuation, a maintainer's note in brackets. */
    TRAILER,
    /** Starts with {@code >} or another quote mark. */
    QUOTE,
    /** Indented, or a log, a table, a command, code: not to be wrapped, not English. */
    VERBATIM
  }

  /**
   * One line.
   *
   * @param number counted from 1
   * @param text without its line feed
   * @param kind what it is
   */
  record Line(int number, String text, Kind kind) {

    boolean is(Kind wanted) {
      return kind == wanted;
    }
  }

  private static final Pattern BY = Pattern.compile("[A-Za-z][A-Za-z-]{0,40}-[Bb]y\\s?:.*");
  private static final Pattern KEY =
      Pattern.compile(
          "(?:cc|fixes|link|closes|buglink|bug|references|message-id|change-id|base-commit"
              + "|bugzilla|stable-dep-of|upstream-commit|assisted-by|patchwork|depends-on)\\s?:.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOG =
      Pattern.compile(
          "(?:\\[ *\\d+\\.\\d+\\]|\\d{4}-\\d\\d-\\d\\d[T ]|<\\d>|[\\w.:-]+: \\[|# |\\$ |\\+ |=>|->"
              + "|[0-9a-f]{4}:[0-9a-f]{2}:|[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]).*");
  private static final Pattern PCI_ADDRESS =
      Pattern.compile("\\b[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]: ");
  private static final Pattern PLACE =
      Pattern.compile("(?:\\./)?[\\w./+-]+\\.(?:c|h|S|o|ko|rst|dts|dtsi|yaml|rs|py):\\d+.*");

  private static final Pattern GENERATED =
      Pattern.compile(
          "[^:]{2,60} \\(\\d+\\):|Range-diff.*|base-commit: .*|-- ?| \\d+ files? changed.*"
              + "|The following changes since commit .*");

  private final List<Line> lines;

  private MessageText(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  static MessageText of(Bytes log) {
    return of(texts(log));
  }

  /** A cover letter up to what git format-patch adds: shortlog, diffstat, range-diff, base. */
  static MessageText ofCover(Bytes letter) {
    List<String> texts = texts(letter);
    int end = 0;
    while (end < texts.size() && !GENERATED.matcher(texts.get(end)).matches()) {
      end++;
    }
    return of(texts.subList(0, end));
  }

  private static List<String> texts(Bytes log) {
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < log.length(); at = log.nextLine(at)) {
      texts.add(log.slice(at, log.nextLine(at)).utf8().stripTrailing());
    }
    return texts;
  }

  private static MessageText of(List<String> texts) {
    int end = texts.size();
    while (end > 0 && texts.get(end - 1).isEmpty()) {
      end--;
    }
    int trailersFrom = firstTrailerLine(texts, end);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      lines.add(new Line(i + 1, texts.get(i), kind(texts, i, i >= trailersFrom)));
    }
    return new MessageText(lines);
  }

  List<Line> lines() {
    return lines;
  }

  List<Line> lines(Kind kind) {
    return lines.stream().filter(line -> line.is(kind)).toList();
  }

  /** Whether anybody wrote more than trailers. */
  boolean hasBody() {
    return lines.stream().anyMatch(line -> !line.is(Kind.BLANK) && !line.is(Kind.TRAILER));
  }

  /** The first line that is neither blank nor trailer, where there is one. */
  List<Line> firstOfBody() {
    return lines.stream()
        .filter(line -> !line.is(Kind.BLANK) && !line.is(Kind.TRAILER))
        .limit(1)
        .toList();
  }

  /**
   * Every trailer, wherever it stands, in order: also those that git would not count because a
   * blank line or a sentence follows.
   */
  List<Trailer> trailers() {
    List<Trailer> trailers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!line.is(Kind.TRAILER) || !looksLikeTrailer(line.text())) {
        continue;
      }
      int colon = line.text().indexOf(':');
      StringBuilder value = new StringBuilder(line.text().substring(colon + 1).trim());
      for (int j = i + 1; j < lines.size() && isContinued(lines.get(j)); j++) {
        value.append(' ').append(lines.get(j).text().trim());
      }
      trailers.add(
          new Trailer(line.text().substring(0, colon).trim(), value.toString(), line.number()));
    }
    return trailers;
  }

  /** The trailers of one key, compared without case. */
  List<Trailer> trailers(String key) {
    return trailers().stream().filter(trailer -> trailer.is(key)).toList();
  }

  private static boolean isContinued(Line next) {
    return next.is(Kind.TRAILER) && (next.text().startsWith(" ") || next.text().startsWith("\t"));
  }

  /** Whether a line at the margin has the form of a trailer that the kernel knows. */
  static boolean looksLikeTrailer(String text) {
    return BY.matcher(text).matches() || KEY.matcher(text).matches();
  }

  private static int firstTrailerLine(List<String> texts, int end) {
    int from = end;
    int at = end;
    while (at > 0) {
      int start = at;
      while (start > 0 && !texts.get(start - 1).isEmpty()) {
        start--;
      }
      if (!isTrailerParagraph(texts.subList(start, at))) {
        // A description that runs into its trailers without an empty line.
        int tail = at;
        while (tail > start && looksLikeTrailer(texts.get(tail - 1))) {
          tail--;
        }
        return tail < at && from == end ? tail : from;
      }
      from = start;
      at = start;
      while (at > 0 && texts.get(at - 1).isEmpty()) {
        at--;
      }
    }
    return from;
  }

  private static boolean isTrailerParagraph(List<String> paragraph) {
    boolean seen = false;
    boolean inNote = false;
    for (String text : paragraph) {
      if (looksLikeTrailer(text)) {
        seen = true;
        inNote = false;
      } else if (text.startsWith("[") || inNote) {
        inNote = !text.endsWith("]");
      } else if (!(seen && isContinuation(text)) && !text.startsWith("(cherry picked")) {
        return false;
      }
    }
    return seen;
  }

  private static boolean isContinuation(String text) {
    return text.startsWith(" ") || text.startsWith("\t") || text.endsWith("\")");
  }

  private static Kind kind(List<String> texts, int index, boolean trailers) {
    String text = texts.get(index);
    if (text.isEmpty()) {
      return Kind.BLANK;
    }
    if (trailers || (BY.matcher(text).matches() && text.indexOf('@') > 0)) {
      return Kind.TRAILER;
    }
    if (text.startsWith(">") || text.startsWith("|")) {
      return Kind.QUOTE;
    }
    return isVerbatim(text) ? Kind.VERBATIM : Kind.PROSE;
  }

  private static boolean isVerbatim(String text) {
    if (text.startsWith("\t") || text.startsWith("    ")) {
      return true;
    }
    if (text.startsWith("  ") && !isListItem(text.strip())) {
      return true;
    }
    return isTable(text)
        || PCI_ADDRESS.matcher(text).find()
        || LOG.matcher(text).matches()
        || PLACE.matcher(text).matches();
  }

  private static boolean isListItem(String text) {
    return text.startsWith("- ") || text.startsWith("* ") || text.startsWith("o ");
  }

  private static boolean isTable(String text) {
    return text.indexOf('|') != text.lastIndexOf('|')
        || text.indexOf('\t') > 0
        || text.indexOf("   ") > 0
        || text.startsWith("+-")
        || text.startsWith("---");
  }
}
