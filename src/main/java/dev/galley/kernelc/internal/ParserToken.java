package dev.galley.kernelc.internal;

import dev.galley.text.Bytes;
import java.nio.charset.StandardCharsets;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * A token as ANTLR wants it: a type and a place. The text stays in the source.
 *
 * <p>{@link #getStartIndex} and {@link #getStopIndex} (inclusive) are octets of the file; {@link
 * #getTokenIndex} counts what the parser sees. A semicolon that was only added to end a macro body
 * is empty: its stop lies before its start.
 */
final class ParserToken implements Token {

  private final ParserTokens tokens;
  private final int type;
  private final int index;
  private final int start;
  private final int end;

  ParserToken(ParserTokens tokens, int type, int index, int start, int end) {
    this.tokens = tokens;
    this.type = type;
    this.index = index;
    this.start = start;
    this.end = end;
  }

  @Override
  public String getText() {
    Bytes source = tokens.source();
    return source.slice(start, end).text(StandardCharsets.ISO_8859_1);
  }

  @Override
  public int getType() {
    return type;
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
  public int getChannel() {
    return Token.DEFAULT_CHANNEL;
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
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public @Nullable CharStream getInputStream() {
    return null;
  }

  @Override
  public String toString() {
    return start + ":" + getText();
  }
}
