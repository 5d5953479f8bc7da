package dev.galley.planted.mail;

import org.antlr.v4.runtime.CharStream;

/** A parser's type outside of internal. */
record UsesParser(CharStream input) {}
