package dev.galley.kernelc.lex;

/** Cuts a file into external declarations. */
final class Outliner {

  Outliner(CTokens tokens) {}

  Outline outline() {
    throw new UnsupportedOperationException("not written yet");
  }
}
