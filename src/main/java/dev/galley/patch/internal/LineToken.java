package dev.galley.patch.internal;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/** Lines of one kind: octets [start, end) of the diff. */
final class LineToken implements Token {

  private final LineSource source;
  private final int type;
  private final int start;
  private final int end;
  private final int lines;
  private int index;

  LineToken(LineSource source, int type, int start, int end, int lines) {
    this.source = source;
    this.type = type;
    this.start = start;
    this.end = end;
    this.lines = lines;
  }

  int start() {
    return start;
  }

  /** One past the last octet, the last line feed included. */
  int end() {
    return end;
  }

  int lines() {
    return lines;
  }

  void at(int tokenIndex) {
    index = tokenIndex;
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public String getText() {
    return source.bytes().slice(start, end).latin1();
  }

  /** The octet that it starts at: a line number would have to be counted, and nobody asks. */
  @Override
  public int getLine() {
    return start;
  }

  @Override
  public int getCharPositionInLine() {
    return 0;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public TokenSource getTokenSource() {
    return source;
  }

  @Override
  @SuppressWarnings("NullAway") // ANTLR's contract: null where tokens do not come from characters
  public CharStream getInputStream() {
    return null;
  }
}
