package dev.galley.kernelc.lex;

/**
 * Finds the end of the long tokens: comments, quoted texts, preprocessor lines.
 *
 * <p>Works on a padded array; see {@link Splices}. Offsets are those of the array.
 */
final class Skipper {

  private final byte[] text;
  private final int length;
  private int openUntil;
  private byte open;

  Skipper(byte[] text, int length) {
    this.text = text;
    this.length = length;
  }

  /** One past a block comment, whose contents begin at an offset; the length if nothing ends it. */
  int blockComment(int from) {
    int at = from;
    while (at < length) {
      if (text[at++] == '*') {
        int next = Splices.skip(text, at);
        if (text[next] == '/' && next < length) {
          return next + 1;
        }
      }
    }
    return length;
  }

  /** The end of the line at an offset, splices skipped: where its LF or CR LF stands. */
  int lineComment(int from) {
    int at = from;
    while (at < length) {
      byte octet = text[at];
      if (octet == '\n') {
        return beforeLineEnd(at, from);
      }
      int next = octet == '\\' ? Splices.skip(text, at) : at;
      at = next == at ? at + 1 : next;
    }
    return length;
  }

  /**
   * One past a quoted text that opens at an offset; -1 if its line ends first.
   *
   * <p>Where one quote is not closed, each further one of its kind on that line stands after a
   * backslash and is not closed either: they are not tried, or a long line would take forever.
   */
  int quoted(int quote) {
    if (text[quote] == open && quote < openUntil) {
      return -1;
    }
    return closing(quote);
  }

  private int closing(int quote) {
    byte close = text[quote];
    int at = quote + 1;
    while (at < length) {
      byte octet = text[at];
      if (octet == close) {
        return at + 1;
      }
      if (octet == '\n') {
        break;
      }
      if (octet != '\\') {
        at++;
        continue;
      }
      int next = Splices.skip(text, at);
      at = next != at ? next : escaped(at);
    }
    open = close;
    openUntil = at;
    return -1;
  }

  /** One past the octet that a backslash escapes; a line end is not escaped. */
  private int escaped(int backslash) {
    int at = Splices.skip(text, backslash + 1);
    return text[at] == '\n' ? at : at + 1;
  }

  /** The end of the preprocessor line at an offset: where its LF or CR LF stands. */
  int directive(int from) {
    int at = from;
    while (at < length) {
      switch (text[at]) {
        case '\n' -> {
          return beforeLineEnd(at, from);
        }
        case '\\' -> at = Math.max(Splices.skip(text, at), at + 1);
        case '/' -> {
          int second = Splices.skip(text, at + 1);
          if (text[second] == '/') {
            return lineComment(second + 1);
          }
          at = text[second] == '*' ? blockComment(second + 1) : at + 1;
        }
        case '"', '\'' -> at = Math.max(quoted(at), at + 1);
        default -> at++;
      }
    }
    return length;
  }

  private int beforeLineEnd(int lineFeed, int from) {
    return lineFeed > from && text[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
  }
}
