package dev.galley.kernelc.lex;

import dev.galley.text.Bytes;

/** One run of the lexer. */
final class LexerRun {

  LexerRun(Bytes source) {}

  CTokens run() {
    throw new UnsupportedOperationException("not written yet");
  }
}
