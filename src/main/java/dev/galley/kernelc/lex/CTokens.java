package dev.galley.kernelc.lex;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The tokens of one text, in order and without a gap: the texts of all tokens, joined, are the
 * source; those of a macro body, the part of the source that is the body.
 *
 * <p>Two arrays instead of objects: a kernel tree has 138 million tokens. Tokens are counted from
 * 0; offsets are octets of {@link #source}.
 */
// Ordinals in a byte array: an array of references would take four to eight times the memory.
@SuppressWarnings("EnumOrdinal")
public final class CTokens {

  private static final byte DIRECTIVE = Kind.DIRECTIVE.code();
  private static final Pattern SPLICE = Pattern.compile("\\\\[ \\t]*\\r?\\n");

  private final Bytes source;
  private final byte[] kinds;
  private final int[] starts;
  private final int count;
  private final int end;

  /**
   * Takes the arrays without copying them.
   *
   * @param kinds codes of {@link Kind}, the first {@code count} count
   * @param starts first octets, ascending, the first {@code count} count; a token ends where the
   *     next begins
   * @param end where the last token ends: the source's length, or the end of a macro body in it
   */
  CTokens(Bytes source, byte[] kinds, int[] starts, int count, int end) {
    this.source = source;
    this.kinds = kinds;
    this.starts = starts;
    this.count = count;
    this.end = end;
  }

  public Bytes source() {
    return source;
  }

  /** The number of tokens, hidden ones included. */
  public int count() {
    return count;
  }

  public Kind kind(int token) {
    return Kind.of(kinds[token]);
  }

  public boolean is(int token, Kind kind) {
    return kinds[token] == kind.code();
  }

  public boolean isHidden(int token) {
    return kinds[token] <= DIRECTIVE;
  }

  /** The first octet. */
  public int start(int token) {
    return starts[token];
  }

  /** One past the last octet. */
  public int end(int token) {
    return token + 1 < count ? starts[token + 1] : end;
  }

  public Span span(int token) {
    return new Span(start(token), end(token));
  }

  /** From the first octet of one token to the end of another. */
  public Span span(int first, int last) {
    return new Span(start(first), end(last));
  }

  /** The text, octet by octet (ISO-8859-1). */
  public String text(int token) {
    return source.slice(start(token), end(token)).text(StandardCharsets.ISO_8859_1);
  }

  /** The text as C reads it, line splices left out: the one to compare names by. */
  public String spelling(int token) {
    String text = text(token);
    return text.indexOf('\\') < 0 ? text : SPLICE.matcher(text).replaceAll("");
  }

  /** Whether the text of a token is an ASCII word. */
  public boolean isText(int token, String ascii) {
    return end(token) - start(token) == ascii.length() && source.startsWith(ascii, start(token));
  }

  /** The token that holds an octet. */
  public int at(int offset) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The first token from {@code token} on that is not hidden, or {@link #count}. */
  public int visibleFrom(int token) {
    int at = token;
    while (at < count && isHidden(at)) {
      at++;
    }
    return at;
  }

  /** The last token up to {@code token} that is not hidden, or -1. */
  public int visibleUpTo(int token) {
    int at = token;
    while (at >= 0 && isHidden(at)) {
      at--;
    }
    return at;
  }
}
