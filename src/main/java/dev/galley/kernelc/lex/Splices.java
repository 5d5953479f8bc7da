package dev.galley.kernelc.lex;

/**
 * Octets of a text with at least {@link #PADDING} NULs after them, and what stands between them
 * that C does not see: line splices.
 *
 * <p>A splice is a backslash before a line end (LF or CR LF). Like gcc it may have blanks between
 * the two.
 */
final class Splices {

  /** How many octets may be read past the end of a text. */
  static final int PADDING = 4;

  private Splices() {}

  /** One past the splices that stand at an offset; the offset where there is none. */
  static int skip(byte[] text, int from) {
    int at = from;
    while (text[at] == '\\') {
      int end = end(text, at);
      if (end == at) {
        return at;
      }
      at = end;
    }
    return at;
  }

  /** One past the splice whose backslash stands at an offset; the offset if it is none. */
  private static int end(byte[] text, int backslash) {
    int at = backslash + 1;
    while (text[at] == ' ' || text[at] == '\t') {
      at++;
    }
    if (text[at] == '\r' && text[at + 1] == '\n') {
      at++;
    }
    return text[at] == '\n' ? at + 1 : backslash;
  }
}
