package dev.galley.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what the words of a subject's brackets say. */
final class TagWords {

  /** Words that make a tag; with usual misspellings. */
  private static final Set<String> TAG_WORDS =
      Set.of(
          "patch",
          "patches",
          "rfc",
          "rft",
          "resend",
          "repost",
          "wip",
          "pull",
          "patchset",
          "pacth",
          "ptach",
          "path",
          "patc",
          "patchv",
          "pach");

  private static final Pattern GLUED =
      Pattern.compile("(?i)(patch|patches|rfc|rft|resend|repost)[-_:]?((?:v\\d|\\d+/\\d).{0,20})");

  /** Version: v2, V2, v.2, -v2, v2.1, ver2, rev2. */
  private static final Pattern VERSION =
      Pattern.compile("(?i)-?(?:v|ver|version|rev)\\.?(\\d{1,12})(?:\\.(\\d{1,12}))?");

  /** Version glued to a counter: v2-1/3, 1/3v2, v2-RESEND. */
  private static final Pattern VERSION_AND =
      Pattern.compile("(?i)(v\\d{1,9}(?:\\.\\d)?)[-_:](\\d{1,9}/\\d{1,9}|resend|rfc)");

  private static final Pattern AND_VERSION =
      Pattern.compile("(?i)(\\d{1,9}/\\d{1,9})[-_:]?(v\\d{1,9}(?:\\.\\d)?)");

  private static final Pattern COUNTER = Pattern.compile("#?(\\d{1,20})/(\\d{1,20}|[nNxX?]{1,2})");

  private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");

  private static final Pattern VERSION_AT_END =
      Pattern.compile("(?i)[(\\[]v(\\d{1,4})(?:\\.(\\d))?[)\\]]$");

  /** A second part from this on is a kernel's: nobody sends a tenth correction of one version. */
  private static final int FIRST_KERNEL_MINOR = 10;

  private final List<String> prefixes = new ArrayList<>();
  private int version = -1;
  private int minor;
  private boolean doubtfulVersion;
  private String doubtfulWord = "";
  private int number = -1;
  private int total = -1;
  private boolean tagged;

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Whether the first word is one that only patches have. */
  static boolean startsLikeTag(String inside) {
    String first = inside.strip().split("[\\s,/:v]", 2)[0];
    return TAG_WORDS.contains(lower(first)) || GLUED.matcher(inside.strip()).matches();
  }

  boolean isCounterOrVersion(String word) {
    return tagged && (COUNTER.matcher(word).matches() || VERSION.matcher(word).matches());
  }

  boolean isTagged() {
    return tagged;
  }

  boolean hasVersion() {
    return version >= 0;
  }

  boolean hasCounter() {
    return number >= 0;
  }

  /** Takes in what stands between two brackets. */
  void bracket(String inside) {
    tagged = true;
    for (String word : joined(split(inside))) {
      word(word);
    }
  }

  /**
   * Takes in a word behind the brackets, or one of a tag that lost its brackets.
   *
   * @return whether it is part of the tag
   */
  boolean bare(String raw, boolean hasMore) {
    String word = trimmed(raw);
    boolean tagWord =
        tagged ? raw.equals("RFC:") : word.equals("PATCH") || GLUED.matcher(word).matches();
    if (!hasMore || (!tagged && !tagWord)) {
      return false;
    }
    Matcher counter = COUNTER.matcher(word);
    boolean isCounter = !hasCounter() && counter.matches() && isPlausible(counter);
    boolean isVersion = !hasVersion() && VERSION.matcher(word).matches();
    if (!tagWord && !isCounter && !isVersion) {
      return false;
    }
    tagged = true;
    word(word);
    return true;
  }

  private static boolean isPlausible(Matcher counter) {
    int of = number(counter.group(2));
    return of > 0 && of < 1000 && number(counter.group(1)) <= of;
  }

  /** {@code (v2)} or {@code [v2]} at the end of the title of a single patch. */
  void versionAtEnd(String title) {
    Matcher end = VERSION_AT_END.matcher(title.substring(Math.max(title.length() - 12, 0)));
    if (end.find()) {
      version = number(end.group(1));
      minor = end.group(2) == null ? 0 : number(end.group(2));
    }
  }

  SubjectTag tag(boolean reply, String title) {
    return new SubjectTag(
        reply, prefixes, Math.max(version, 1), minor, version >= 0, number, total, title);
  }

  private static List<String> split(String inside) {
    List<String> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= inside.length(); i++) {
      if (i == inside.length()
          || SubjectTags.isBlank(inside.charAt(i))
          || ",;|".indexOf(inside.charAt(i)) >= 0) {
        if (i > start) {
          String word = trimmed(inside.substring(start, i));
          if (!word.isEmpty()) {
            found.add(word);
          }
        }
        start = i + 1;
      }
    }
    return found;
  }

  /** Without quotes, stars, brackets and colons around it. */
  private static String trimmed(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && isDecoration(word.charAt(start))) {
      start++;
    }
    while (end > start && isDecoration(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end);
  }

  private static boolean isDecoration(char c) {
    return "\"'`*:.!([{<>}])=”“’‘„«»".indexOf(c) >= 0;
  }

  /** {@code 1 / 4}, {@code 1/ 4} and {@code 1 of 4} are one word. */
  private static List<String> joined(List<String> words) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      String third = i + 2 < words.size() ? words.get(i + 2) : "";
      if (DIGITS.matcher(word).matches()
          && (next.equals("/") || next.equalsIgnoreCase("of"))
          && DIGITS.matcher(third).matches()) {
        result.add(word + "/" + third);
        i += 2;
      } else if (COUNTER.matcher(word + next).matches()
          && (word.endsWith("/") || next.startsWith("/"))) {
        result.add(word + next);
        i++;
      } else if (lower(word).equals("version") && DIGITS.matcher(next).matches()) {
        result.add("v" + next);
        i++;
      } else {
        result.add(word);
      }
    }
    return result;
  }

  private void word(String word) {
    Matcher glued = GLUED.matcher(word);
    Matcher versionAnd = VERSION_AND.matcher(word);
    Matcher andVersion = AND_VERSION.matcher(word);
    if (glued.matches()) {
      prefixes.add(glued.group(1));
      word(glued.group(2));
    } else if (versionAnd.matches()) {
      word(versionAnd.group(1));
      word(versionAnd.group(2));
    } else if (andVersion.matches()) {
      word(andVersion.group(1));
      word(andVersion.group(2));
    } else if (!isCounter(word) && !isVersion(word)) {
      prefix(word);
    }
  }

  private boolean isCounter(String word) {
    Matcher counter = COUNTER.matcher(word);
    if (hasCounter() || !counter.matches()) {
      return false;
    }
    number = number(counter.group(1));
    total = Character.isDigit(counter.group(2).charAt(0)) ? number(counter.group(2)) : -1;
    return true;
  }

  /**
   * A dotted version may be a kernel's. {@code v5.10} is; {@code v5.1} gives way to a plain one in
   * the same subject.
   */
  private boolean isVersion(String word) {
    Matcher said = VERSION.matcher(word);
    if (!said.matches()) {
      return false;
    }
    int major = number(said.group(1));
    boolean dotted = said.group(2) != null;
    int small = dotted ? number(said.group(2)) : 0;
    if (small >= FIRST_KERNEL_MINOR || (hasVersion() && (dotted || !doubtfulVersion))) {
      return false;
    }
    if (doubtfulVersion) {
      prefixes.add(doubtfulWord);
    }
    version = major;
    minor = small;
    doubtfulVersion = dotted;
    doubtfulWord = word;
    return true;
  }

  private void prefix(String word) {
    String[] parts = word.split("/", 4);
    boolean several = parts.length > 1 && parts.length < 4;
    for (String part : parts) {
      several &= TAG_WORDS.contains(lower(part));
    }
    if (several) {
      prefixes.addAll(List.of(parts));
    } else {
      prefixes.add(word);
    }
  }

  /** Digits as a number, as big as it gets. */
  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }
}
