package dev.galley.patch.internal;

import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** A stream of one token: an LL(1) grammar looks no further ahead and never back. */
final class LineTokens implements TokenStream {

  private final LineSource source;
  private LineToken current;
  private @Nullable LineToken previous;

  LineTokens(LineSource source) {
    this.source = source;
    this.current = source.nextToken();
  }

  LineToken current() {
    return current;
  }

  @Override
  public void consume() {
    previous = current;
    current = source.nextToken();
  }

  @Override
  public int LA(int ahead) {
    return LT(ahead).getType();
  }

  @Override
  public Token LT(int ahead) {
    if (ahead == 1) {
      return current;
    }
    if (ahead == -1 && previous != null) {
      return previous;
    }
    throw new UnsupportedOperationException("the grammar is LL(1)");
  }

  @Override
  public int index() {
    return current.getTokenIndex();
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // Nothing was kept.
  }

  @Override
  public void seek(int index) {
    if (index != index()) {
      throw new UnsupportedOperationException("the grammar is LL(1)");
    }
  }

  @Override
  public int size() {
    throw new UnsupportedOperationException("not known before the end");
  }

  @Override
  public Token get(int index) {
    throw new UnsupportedOperationException("tokens are not kept");
  }

  @Override
  public TokenSource getTokenSource() {
    return source;
  }

  @Override
  public String getSourceName() {
    return source.getSourceName();
  }

  @Override
  public String getText(Interval interval) {
    throw new UnsupportedOperationException("tokens are not kept");
  }

  @Override
  public String getText() {
    throw new UnsupportedOperationException("tokens are not kept");
  }

  @Override
  public String getText(RuleContext context) {
    throw new UnsupportedOperationException("tokens are not kept");
  }

  @Override
  public String getText(Token start, Token stop) {
    throw new UnsupportedOperationException("tokens are not kept");
  }
}
