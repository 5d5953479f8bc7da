package dev.galley.series;

import dev.galley.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The last paragraph of a commit message, judged by the rules of git's trailer.c.
 *
 * <p>Works on Latin-1 text, one char an octet, because git does; what it finds is decoded.
 */
final class TrailerBlock {

  private static final String COMMENT = "#";
  private static final String CUT_LINE = "# ------------------------ >8 ------------------------\n";
  private static final String SIGNED_OFF = "Signed-off-by: ";
  private static final String CHERRY_PICKED = "(cherry picked from commit ";

  /** A paragraph with a line that git wrote may have this many other lines for each trailer. */
  private static final int OTHERS_PER_TRAILER = 3;

  private final String text;

  TrailerBlock(String latin1) {
    int nul = latin1.indexOf('\0');
    text = nul < 0 ? latin1 : latin1.substring(0, nul);
  }

  List<Trailer> trailers() {
    int end = endOfMessage();
    int start = startOfBlock(end);
    List<Trailer> found = new ArrayList<>();
    int line = 1 + newlines(0, start);
    int at = start;
    while (at < end) {
      int next = Math.min(nextLine(at), end);
      int first = line;
      line++;
      int colon = separator(at, next);
      if (colon > at) {
        while (next < end && isSpace(text.charAt(next))) {
          next = Math.min(nextLine(next), end);
          line++;
        }
        found.add(trailer(at, colon, next, first));
      }
      at = next;
    }
    return found;
  }

  private Trailer trailer(int at, int colon, int end, int line) {
    return new Trailer(
        decoded(text.substring(at, colon)),
        decoded(unfolded(text.substring(colon + 1, end))),
        line);
  }

  private static String decoded(String latin1) {
    return Bytes.wrap(trim(latin1).getBytes(StandardCharsets.ISO_8859_1)).utf8();
  }

  private static String unfolded(String value) {
    StringBuilder flat = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n') {
        while (i + 1 < value.length() && isSpace(value.charAt(i + 1))) {
          i++;
        }
        c = ' ';
      }
      flat.append(c);
    }
    return flat.toString();
  }

  private static String trim(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isSpace(value.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  /**
   * Without a patch below {@code ---}, a scissors part, and comments and blank lines at the end.
   */
  private int endOfMessage() {
    int end = text.length();
    for (int at = 0; at < text.length(); at = nextLine(at)) {
      if (text.startsWith("---", at) && at + 3 < text.length() && isSpace(text.charAt(at + 3))) {
        end = at;
        break;
      }
    }
    return withoutComments(end);
  }

  private int withoutComments(int length) {
    int cut = text.startsWith(CUT_LINE) ? 0 : text.indexOf("\n" + CUT_LINE) + 1;
    int cutoff = cut > 0 && cut < length ? cut : text.startsWith(CUT_LINE) ? 0 : length;
    int ignored = -1;
    boolean conflicts = false;
    for (int at = 0; at < cutoff; at = nextLine(at)) {
      if (text.startsWith(COMMENT, at) || text.charAt(at) == '\n') {
        ignored = ignored < 0 ? at : ignored;
      } else if (text.startsWith("Conflicts:\n", at)) {
        conflicts = true;
        ignored = ignored < 0 ? at : ignored;
      } else if (!conflicts || text.charAt(at) != '\t') {
        ignored = -1;
        conflicts = false;
      }
    }
    return ignored >= 0 ? ignored : cutoff;
  }

  /** Looks backwards for the blank line before the block; {@code end} when there is no block. */
  private int startOfBlock(int end) {
    Tally tally = new Tally();
    int lineEnd = end;
    while (lineEnd > 0) {
      int at = text.lastIndexOf('\n', lineEnd - 2) + 1;
      if (text.startsWith(COMMENT, at)) {
        tally.comment();
      } else if (isBlankLine(at)) {
        if (tally.sawText) {
          return tally.isBlock() ? nextLine(at) : end;
        }
      } else {
        tally.line(at, lineEnd);
      }
      lineEnd = at;
    }
    // The title, which is not in the text, has a blank line behind it.
    return tally.isBlock() ? 0 : end;
  }

  /** What the lines of a paragraph are, counted from its last line up. */
  private final class Tally {
    private boolean sawText;
    private boolean writtenByGit;
    private int trailers;
    private int others;
    private int folded;

    void comment() {
      others += folded;
      folded = 0;
    }

    void line(int at, int end) {
      sawText = true;
      boolean known = text.startsWith(SIGNED_OFF, at) || text.startsWith(CHERRY_PICKED, at);
      if (known || (!isSpace(text.charAt(at)) && separator(at, end) > at)) {
        trailers++;
        folded = 0;
        writtenByGit |= known;
      } else if (isSpace(text.charAt(at))) {
        folded++;
      } else {
        others += 1 + folded;
        folded = 0;
      }
    }

    boolean isBlock() {
      int rest = others + folded;
      return (writtenByGit && (long) trailers * OTHERS_PER_TRAILER >= rest)
          || (trailers > 0 && rest == 0);
    }
  }

  /** The colon after a key, with blanks before it allowed; -1 when the line has no such start. */
  private int separator(int at, int end) {
    boolean blank = false;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i;
      }
      if (!blank && (isAlphanumeric(c) || c == '-')) {
        continue;
      }
      if (i == at || (c != ' ' && c != '\t')) {
        return -1;
      }
      blank = true;
    }
    return -1;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private boolean isBlankLine(int at) {
    int i = at;
    while (i < text.length() && text.charAt(i) != '\n' && isSpace(text.charAt(i))) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '\n';
  }

  private int nextLine(int at) {
    int lineFeed = text.indexOf('\n', at);
    return lineFeed < 0 ? text.length() : lineFeed + 1;
  }

  private int newlines(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += text.charAt(i) == '\n' ? 1 : 0;
    }
    return count;
  }
}
