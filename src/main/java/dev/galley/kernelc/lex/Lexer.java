package dev.galley.kernelc.lex;

import dev.galley.text.Bytes;

/** Cuts a text into tokens; every text has exactly one cutting, and none is refused. */
public final class Lexer {

  private Lexer() {}

  /** All tokens of a text. Line splices (backslash, line end) may stand inside any token. */
  public static CTokens lex(Bytes source) {
    return new LexerRun(source).run();
  }
}
