package dev.galley.check.series;

import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a message that names patches of its own series by number.
 *
 * <p>What is left out on purpose: quoted lines, everything below a heading of a changelog (those
 * numbers are an older version's), numbers followed by the name of another series, counters with
 * their own total ({@code patch 3/7}), and sentences about what was dropped or another version.
 *
 * @param words the claim as written, on one line
 * @param highest the highest patch number it names
 * @param line line of the message, counted from 1
 * @param sentenceLine the line it stands on
 */
record NumberClaim(String words, int highest, int line, String sentenceLine) {

  private static final int LONGEST_LINE = 400;
  private static final int HIGHEST_SENSIBLE = 999;

  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\b[Pp](?:atch|ATCH)(?:es|\\(es\\)|ES|s)?[ \\n]#?(\\d{1,6})"
              + "((?:[ \\n]?(?:-|\u2013|,|&|to|through|and|,[ \\n]and)[ \\n]?#?\\d{1,6}){0,20})"
              + "(?![\\w/.%]\\w|/)");

  private static final Pattern ORDINAL =
      Pattern.compile(
          "\\b(?:first|last)[ \\n](\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
              + "[ \\n]patches\\b");

  private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  /** A heading of a changelog. */
  private static final Pattern HISTORY =
      Pattern.compile(
          "(?i)^\\W{0,6}(?:changes?|changed|changelog|change log|history|revision|version|updates?|"
              + "diff|differences|new|since|from|in|rfc)?\\b.{0,30}"
              + "(?:\\bv\\d{1,2}\\b|\\bversion \\d|\\brfc *->|change ?log|history|previous (?:version|post)|"
              + "changes since|last (?:version|post)).{0,60}$");

  /** Words that make a number another version's or another series'. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)\\bv\\d{1,2}\\b|\\bdropp?(?:ed|s)?\\b|\\bprevious|\\bremoved? patch|\\bolder\\b|\\bformer|\\bhttps?:"
              + "|\\bmerged\\b|\\bdepend|\\bprerequisite|\\bseries (?:at|from|of|by)\\b|\\b(?:other|another|his|her|that) series"
              + "|\\bpatchwork");

  /** What may follow the numbers when they are another series'. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile(
          "(?i)^[ \\n]?(?:of|in|from|at)[ \\n](?!this\\b|the[ \\n](?:series|set|patch))|^[ \\n]?\\[");

  static List<NumberClaim> in(String message) {
    String body = withoutOthers(message);
    List<NumberClaim> claims = new ArrayList<>();
    Matcher numbered = NUMBERED.matcher(body);
    while (numbered.find()) {
      int highest = highest(numbered.group());
      if (highest <= HIGHEST_SENSIBLE) {
        add(body, numbered.start(), numbered.end(), highest, claims);
      }
    }
    Matcher ordinal = ORDINAL.matcher(body);
    while (ordinal.find()) {
      String number = ordinal.group(1).toLowerCase(Locale.ROOT);
      int count = WORDS.containsKey(number) ? WORDS.get(number) : Integer.parseInt(number);
      add(body, ordinal.start(), ordinal.end(), count, claims);
    }
    return claims;
  }

  private static void add(String body, int start, int end, int highest, List<NumberClaim> claims) {
    int from = body.lastIndexOf('\n', start) + 1;
    int to = body.indexOf('\n', end);
    String lines = body.substring(from, to < 0 ? body.length() : to);
    if (ELSEWHERE.matcher(lines).find() || OF_ANOTHER.matcher(body.substring(end)).find()) {
      return;
    }
    int line = 1 + (int) body.substring(0, start).chars().filter(c -> c == '\n').count();
    claims.add(
        new NumberClaim(
            Printable.line(body.substring(start, end).replace('\n', ' ')),
            highest,
            line,
            Printable.line(lines.lines().findFirst().orElse(""))));
  }

  /**
   * The text with quoted, over-long and historical lines emptied, so that lines keep their numbers.
   */
  private static String withoutOthers(String message) {
    StringBuilder kept = new StringBuilder(message.length());
    boolean history = false;
    for (String line : message.split("\n", -1)) {
      history |= line.length() < 120 && HISTORY.matcher(line).matches() && !claimsNow(line);
      if (!history && line.length() <= LONGEST_LINE && !line.startsWith(">")) {
        kept.append(line);
      }
      kept.append('\n');
    }
    return kept.toString();
  }

  /** A sentence that only mentions a version in passing is no heading. */
  private static boolean claimsNow(String line) {
    return line.endsWith(".") && line.strip().indexOf(' ') > 0 && !line.contains(":");
  }

  private static int highest(String text) {
    Matcher digits = DIGITS.matcher(text);
    int highest = 0;
    while (digits.find()) {
      highest = Math.max(highest, Integer.parseInt(digits.group()));
    }
    return highest;
  }
}
