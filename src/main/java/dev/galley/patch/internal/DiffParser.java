package dev.galley.patch.internal;

import dev.galley.grammar.UnifiedDiff;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Token;

/**
 * Drives a {@link DiffBuilder} by the grammar. No tree: a token is given on when it is consumed, a
 * rule when it is left.
 */
final class DiffParser extends UnifiedDiff {

  private final DiffBuilder builder;

  private DiffParser(LineSource source, DiffBuilder builder) {
    super(new LineTokens(source));
    this.builder = builder;
    setBuildParseTree(false);
    setErrorHandler(new BailErrorStrategy());
    removeErrorListeners();
  }

  /** Parses to the end. The source's tokens fit the grammar; anything else is our own mistake. */
  static void run(LineSource source, DiffBuilder builder) {
    new DiffParser(source, builder).diff();
  }

  @Override
  public Token consume() {
    LineTokens tokens = (LineTokens) getInputStream();
    LineToken token = tokens.current();
    tokens.consume();
    builder.token(token);
    return token;
  }

  @Override
  public void exitRule() {
    builder.leave(getContext().getRuleIndex());
    super.exitRule();
  }
}
