package dev.galley.kernelc.lex;

import dev.galley.text.Bytes;
import dev.galley.text.Span;

/** Cuts a text into tokens; every text has exactly one cutting, and none is refused. */
public final class Lexer {

  private Lexer() {}

  /** All tokens of a text. Line splices (backslash, line end) may stand inside any token. */
  public static CTokens lex(Bytes source) {
    return new LexerRun(source).run();
  }

  /**
   * The tokens of a macro's body, with the offsets of the file: {@code #} is {@link Kind#HASH}, a
   * line splice is space, and nothing is a preprocessor line.
   *
   * @param body octets of the source, as {@link Directives#define} has them
   */
  public static CTokens lexMacroBody(Bytes source, Span body) {
    return new LexerRun(source, body.start(), body.end(), false).run();
  }
}
