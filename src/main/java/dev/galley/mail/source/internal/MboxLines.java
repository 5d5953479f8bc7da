package dev.galley.mail.source.internal;

import dev.galley.grammar.Mbox;
import dev.galley.mail.source.internal.LineToken.Handling;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;

/**
 * Cuts a stream into the tokens of {@code Mbox.g4}. It searches for "From " in octets and looks at
 * no other line; it holds the mail at hand, and no more of a mail than the limit allows.
 */
final class MboxLines implements TokenSource {

  private static final int LONGEST_BLANK = 1 << 20;
  private static final int FROM_WORD = 5;

  private final Window window;
  private final Limits limits;
  private final ContentLength contentLength;

  /** Index of the first octet that no token covers yet. */
  private int at;

  /** Whether {@code at} stands inside of a line; only where octets were dropped. */
  private boolean midLine;

  /** Index where the search goes on. */
  private int search;

  /** The special line at or behind {@code at}: its type (0 for none) and where it stands. */
  private int pendingType;

  private int pendingStart;
  private int pendingEnd;

  private long frameStart;
  private boolean literal;
  private boolean started;

  MboxLines(Window window, Limits limits) {
    this.window = window;
    this.limits = limits;
    this.contentLength = new ContentLength(window, limits);
  }

  @Override
  public Token nextToken() {
    try {
      if (!started) {
        started = true;
        skipBlank();
        if (at > 0) {
          return new LineToken(Mbox.BLANK, 0, at, Handling.KEPT, 0);
        }
      }
      return pendingType != 0 ? special() : ordinary();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void skipBlank() throws IOException {
    int end = 0;
    while (end < LONGEST_BLANK) {
      if (end == window.limit()) {
        if (window.more() < 0) {
          break;
        }
      } else if (end == 0 && isByteOrderMark()) {
        end = 3;
      } else if (isBlank(window.octets()[end])) {
        end++;
      } else {
        break;
      }
    }
    at = end;
    search = end;
  }

  /** UTF-8's, which some editors put in front. */
  private boolean isByteOrderMark() {
    byte[] octets = window.octets();
    return window.limit() >= 3
        && octets[0] == (byte) 0xef
        && octets[1] == (byte) 0xbb
        && octets[2] == (byte) 0xbf;
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  private Token special() throws IOException {
    int type = pendingType;
    long position = window.position(at);
    int length = pendingEnd - at;
    pendingType = 0;
    at = pendingEnd;
    search = pendingEnd;
    midLine = false;
    Handling handling = literal ? Handling.LITERAL : Handling.KEPT;
    if (type == Mbox.FROM_LINE) {
      literal = false;
      handling = Handling.KEPT;
      frameStart = position;
      moved(contentLength.lookAhead(at - length, at));
    }
    return new LineToken(type, position, length, handling, 0);
  }

  /** Everything up to the next special line. */
  private Token ordinary() throws IOException {
    while (true) {
      int found = window.nextFrom(search);
      if (found < 0) {
        search = Math.max(search, window.limit() - 4);
        if (window.position(window.limit()) - frameStart > limits.mailBytes()
            && window.limit() - at > FROM_WORD) {
          return drop();
        }
        int moved = window.more();
        if (moved < 0) {
          return last();
        }
        moved(moved);
      } else if (isSpecial(found)) {
        return pendingStart > at ? before() : special();
      }
    }
  }

  /** Decides on a "From "; leaves {@code search} behind it if its line is an ordinary one. */
  private boolean isSpecial(int found) throws IOException {
    byte[] octets = window.octets();
    int start = found;
    while (start > at && octets[start - 1] == '>') {
      start--;
    }
    search = found + FROM_WORD;
    if (start == at ? midLine : octets[start - 1] != '\n') {
      return false;
    }
    int beforeEnd = found - start;
    pendingStart = start;
    int end = lineEnd(found);
    int line = pendingStart + beforeEnd;
    if (beforeEnd > 0) {
      pendingType = Mbox.QUOTED_FROM_LINE;
    } else if (!FromLine.is(window.octets(), line, end)) {
      search = line + FROM_WORD;
      return false;
    } else if (window.position(line) < contentLength.end()) {
      literal = true;
      search = line + FROM_WORD;
      return false;
    } else {
      pendingType = Mbox.FROM_LINE;
    }
    pendingEnd = end;
    return true;
  }

  /** One past the line feed; reads on until there is one. Moves {@code pendingStart} along. */
  private int lineEnd(int from) throws IOException {
    int look = from;
    while (true) {
      int lineFeed = window.nextLineFeed(look);
      if (lineFeed >= 0) {
        return lineFeed + 1;
      }
      look = window.limit();
      if (window.position(look) - frameStart > 2L * limits.mailBytes()) {
        return look;
      }
      int moved = window.more();
      if (moved < 0) {
        return look;
      }
      look -= moved;
      pendingStart -= moved;
      moved(moved);
    }
  }

  private Token before() {
    long position = window.position(at);
    int length = pendingStart - at;
    at = pendingStart;
    return new LineToken(
        Mbox.LINES, position, length, literal ? Handling.LITERAL : Handling.KEPT, 0);
  }

  private Token last() {
    int length = window.limit() - at;
    if (length == 0) {
      return new LineToken(Token.EOF, window.position(at), 0, Handling.KEPT, 0);
    }
    long position = window.position(at);
    at = window.limit();
    search = at;
    return new LineToken(
        Mbox.LINES, position, length, literal ? Handling.LITERAL : Handling.KEPT, 0);
  }

  /** Gives up the octets of a mail that is over the limit; its end is still looked for. */
  private Token drop() {
    int end = window.limit() - FROM_WORD;
    int lineStart = end;
    int floor = Math.max(at, end - limits.lineBytes() - 1);
    while (lineStart > floor && window.octets()[lineStart - 1] != '\n') {
      lineStart--;
    }
    Handling handling =
        end - lineStart > limits.lineBytes() ? Handling.DROPPED_LONG_LINE : Handling.DROPPED;
    LineToken token =
        new LineToken(
            Mbox.LINES, window.position(at), end - at, handling, window.lineFeeds(at, end));
    midLine = window.octets()[end - 1] != '\n';
    at = end;
    search = end;
    window.release(end);
    return token;
  }

  private void moved(int by) {
    at -= by;
    search -= by;
    pendingEnd -= by;
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return -1;
  }

  @Override
  public CharStream getInputStream() {
    return CharStreams.fromString("");
  }

  @Override
  public String getSourceName() {
    return "mbox";
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    throw new IllegalArgumentException("tokens are places in a stream; no factory can make them");
  }

  @Override
  public TokenFactory<?> getTokenFactory() {
    return CommonTokenFactory.DEFAULT;
  }
}
