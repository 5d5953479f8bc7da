package dev.galley.series;

import java.util.Set;

/**
 * Reads the front of a patch mail's subject.
 *
 * <p>A hand-written scanner, not a grammar: the brackets are the only fixed form, and what a word
 * in them means is decided by its shape and its neighbours ({@code v5.10} is a kernel, {@code v5.1}
 * a series), which a grammar would have to leave to code. Time is linear in the subject.
 */
public final class SubjectTags {

  private static final Set<String> REPLY_MARKS =
      Set.of(
          "re", "aw", "fw", "fwd", "sv", "vs", "antw", "antwort", "ref", "rif", "odp", "wg", "tr",
          "回复", "答复", "转发");

  /** A longer word cannot be a reply mark. */
  private static final int LONGEST_MARK = 8;

  private final String text;
  private final TagWords words = new TagWords();
  private boolean reply;
  private boolean inFront = true;
  private int at;

  private SubjectTags(String text) {
    this.text = text;
  }

  /**
   * Reads a decoded, unfolded subject; never fails.
   *
   * <p>All brackets in front count, as for {@code git mailinfo}, with reply marks between them, and
   * a version or counter right behind them. Numbers that do not fit are {@link Integer#MAX_VALUE}.
   */
  public static SubjectTag read(String taggedSubject) {
    SubjectTags reader = new SubjectTags(taggedSubject);
    while (reader.inFront) {
      reader.skipBlanks();
      reader.inFront = reader.replyMark() || reader.brackets() || reader.bareWord();
    }
    return reader.tag();
  }

  private SubjectTag tag() {
    String title = text.substring(at).strip();
    if (!words.hasVersion() && !words.hasCounter() && words.isTagged()) {
      words.versionAtEnd(title);
    }
    return words.tag(reply, title);
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** {@code Re:}, {@code RE :}, {@code Re[2]:}. */
  private boolean replyMark() {
    int end = at;
    while (end < text.length()
        && end - at <= LONGEST_MARK
        && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (!REPLY_MARKS.contains(TagWords.lower(text.substring(at, end)))) {
      return false;
    }
    int colon = end;
    if (charAt(colon) == '[' || charAt(colon) == '(') {
      colon++;
      while (Character.isDigit(charAt(colon))) {
        colon++;
      }
      colon++;
    }
    if (charAt(colon) == ' ') {
      colon++;
    }
    if (charAt(colon) != ':' && charAt(colon) != '：') {
      return false;
    }
    reply = true;
    at = colon + 1;
    return true;
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  /** Square brackets always; round and curly ones when they hold the tag of a patch. */
  private boolean brackets() {
    char close =
        switch (charAt(at)) {
          case '[' -> ']';
          case '(' -> ')';
          case '{' -> '}';
          default -> '\0';
        };
    int end = close == '\0' ? -1 : text.indexOf(close, at);
    if (end < 0) {
      return false;
    }
    String inside = text.substring(at + 1, end);
    if (close != ']' && !TagWords.startsLikeTag(inside) && !words.isCounterOrVersion(inside)) {
      return false;
    }
    words.bracket(inside);
    at = end + 1;
    return true;
  }

  /** A version or counter behind the brackets, or a tag that lost its brackets. */
  private boolean bareWord() {
    int end = at;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    if (word.isEmpty() || !words.bare(word, end < text.length())) {
      return false;
    }
    at = end;
    return true;
  }
}
