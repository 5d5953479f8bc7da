package dev.galley.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Text measured in columns of a terminal: wide characters take two, combining ones none.
 *
 * <p>Expects text that {@link Printable} made safe. Widths follow Unicode's East Asian Width for
 * the blocks in daily use; a terminal may differ for ambiguous characters, which count as one.
 */
public final class Columns {

  private Columns() {}

  /** The columns that a text takes. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      width += width(point);
      i += Character.charCount(point);
    }
    return width;
  }

  private static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115f)
        || (point >= 0x2e80 && point <= 0x303e)
        || (point >= 0x3041 && point <= 0x33ff)
        || (point >= 0x3400 && point <= 0x4dbf)
        || (point >= 0x4e00 && point <= 0x9fff)
        || (point >= 0xa000 && point <= 0xa4cf)
        || (point >= 0xac00 && point <= 0xd7a3)
        || (point >= 0xf900 && point <= 0xfaff)
        || (point >= 0xfe30 && point <= 0xfe6f)
        || (point >= 0xff00 && point <= 0xff60)
        || (point >= 0xffe0 && point <= 0xffe6)
        || (point >= 0x1f300 && point <= 0x1f64f)
        || (point >= 0x1f680 && point <= 0x1f6ff)
        || (point >= 0x1f900 && point <= 0x1f9ff)
        || (point >= 0x20000 && point <= 0x3fffd);
  }

  /** The text with spaces behind it up to a width; longer text is left as it is. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(width - width(text), 0));
  }

  /** The text, or as much of it as fits with {@code …} at the end. */
  public static String fit(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    return text.substring(0, prefix(text, Math.max(width - 1, 0))) + "…";
  }

  /** How many chars of the text fit. */
  private static int prefix(String text, int width) {
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      used += width(point);
      if (used > width) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  /**
   * Breaks a text at spaces into lines of at most that width; a longer word stands alone, uncut.
   *
   * @return at least one line
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    int at = 0;
    while (at <= text.length()) {
      int space = text.indexOf(' ', at);
      int end = space < 0 ? text.length() : space;
      String word = text.substring(at, end);
      int wide = width(word);
      if (line.length() > 0 && used + 1 + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      } else if (line.length() > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += wide;
      at = end + 1;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Replaces tabs by spaces up to the next multiple of eight columns. */
  public static String expandTabs(String text) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    int column = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (point == '\t') {
        int blanks = 8 - column % 8;
        out.append(" ".repeat(blanks));
        column += blanks;
      } else {
        out.appendCodePoint(point);
        column += width(point);
      }
      i += Character.charCount(point);
    }
    return out.toString();
  }
}
