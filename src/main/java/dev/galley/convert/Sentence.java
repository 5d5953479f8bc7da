package dev.galley.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a message.
 *
 * <p>Left out on purpose: quoted lines, trailers, everything below a changelog's heading, the
 * shortlog and diffstat of a cover letter, lines of code, logs and tables.
 *
 * @param text on one line
 * @param line line of the message on which it begins, counted from 1
 */
record Sentence(String text, int line) {

  private static final int LONGEST_LINE = 400;
  private static final int LONGEST = 1_500;
  private static final int MOST_LINES = 2_000;

  private static final Pattern TRAILER =
      Pattern.compile("[A-Z][A-Za-z-]{1,40}(?:-by|-By|-Id|-id)?: ?\\S.*");
  private static final Pattern KEY =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z-]{0,40}-[Bb]y|Cc|CC|Fixes|Link|Closes|Reported|Bugzilla|BugLink|"
              + "Change-Id|Message-I[dD]|References|base-commit|change-id) ?: ?\\S.*");

  /** A heading under which older versions are told of. */
  private static final Pattern HISTORY =
      Pattern.compile(
          "(?i)\\W{0,4}(?:(?:changes|changed|changelog|history|revision|differences|diff|updates?)\\b.{0,40}"
              + "|v\\d{1,2}(?:\\.\\d)?(?: ?(?:->|=>|to|vs\\.?) ?v?\\d{1,2})?[ :-]{0,6}(?:changes.{0,20})?|rfc(?: v\\d)?[ :-]{0,4})"
              + "|(?i)\\W{0,4}v\\d{1,2} {0,3}(?:[:-]|--) .*"
              + "|(?i)(?:changes|changed|differences).{0,40}\\bv\\d.{0,20}");

  private static final Pattern SHORTLOG = Pattern.compile("[^:]{2,60} \\(\\d{1,4}\\):");
  private static final Pattern DIFFSTAT =
      Pattern.compile(" \\S.{0,120} +\\| +(?:\\d+|Bin).*| \\d+ files? changed.*");
  private static final Pattern BULLET =
      Pattern.compile("\\s{0,8}(?:[-*o+\u2022]|\\(?\\d{1,3}[.)]|[a-z]\\)) +\\S.*");
  private static final Pattern END = Pattern.compile("[.!?][\"')\\]]?(?= +[\"'(\\[]?[A-Z0-9`])");
  private static final Pattern SHORTENED =
      Pattern.compile(".{0,2000}\\b(?:e\\.g|i\\.e|cf|vs|etc|resp|approx|Dr|Mr|sec|Fig|No)\\.$");

  /** The sentences of a message, in order. */
  static List<Sentence> of(String message) {
    List<Sentence> found = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    List<int[]> starts = new ArrayList<>();
    String[] lines = message.split("\n", MOST_LINES);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].stripTrailing();
      String text = line.strip();
      if (SHORTLOG.matcher(line).matches() || text.equals("---") || isHistory(text)) {
        break;
      }
      boolean skipped = isSkipped(line, text);
      if (skipped || BULLET.matcher(line).matches() || paragraph.length() > LONGEST) {
        cut(paragraph, starts, found);
      }
      if (!skipped) {
        if (paragraph.length() > 0) {
          paragraph.append(' ');
        }
        starts.add(new int[] {paragraph.length(), i + 1});
        paragraph.append(text);
      }
    }
    cut(paragraph, starts, found);
    return found;
  }

  private static boolean isHistory(String text) {
    return text.length() < 120
        && HISTORY.matcher(text).matches()
        && !(text.endsWith(".") && text.indexOf(':') < 0);
  }

  private static boolean isSkipped(String line, String text) {
    return text.isEmpty()
        || line.length() > LONGEST_LINE
        || text.startsWith(">")
        || text.startsWith("|")
        || line.startsWith("\t")
        || line.startsWith("diff --git ")
        || DIFFSTAT.matcher(line).matches()
        || KEY.matcher(text).matches()
        || (TRAILER.matcher(text).matches() && text.indexOf('@') > 0)
        || (line.startsWith("    ") && !BULLET.matcher(line).matches() && isCode(text));
  }

  private static boolean isCode(String text) {
    return text.endsWith(";") || text.endsWith("{") || text.endsWith("}") || text.startsWith("#");
  }

  private static void cut(StringBuilder paragraph, List<int[]> starts, List<Sentence> found) {
    String text = paragraph.toString();
    Matcher end = END.matcher(text);
    int from = 0;
    while (end.find()) {
      if (!SHORTENED.matcher(text.substring(from, end.start() + 1)).matches()) {
        add(text, from, end.end(), starts, found);
        from = end.end();
      }
    }
    add(text, from, text.length(), starts, found);
    paragraph.setLength(0);
    starts.clear();
  }

  private static void add(String text, int from, int to, List<int[]> starts, List<Sentence> found) {
    int begin = from;
    while (begin < to && text.charAt(begin) == ' ') {
      begin++;
    }
    if (begin >= to) {
      return;
    }
    int line = 0;
    for (int[] start : starts) {
      if (start[0] <= begin) {
        line = start[1];
      }
    }
    found.add(new Sentence(text.substring(begin, to), line));
  }
}
