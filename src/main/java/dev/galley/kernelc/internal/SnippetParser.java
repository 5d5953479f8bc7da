package dev.galley.kernelc.internal;

import dev.galley.kernelc.CLimits;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/** Parses a text as one kind of unit. */
public final class SnippetParser {

  private SnippetParser() {}

  /** The one reading of a text that has no conditionals. */
  public static Reading parse(Bytes source, PositionPass.Unit unit, CLimits limits) {
    Span span = new Span(0, source.length());
    CTokens tokens = Lexer.lex(source);
    Optional<String> excess = Bounds.excess(tokens, 0, tokens.count(), limits);
    return excess
        .<Reading>map(reason -> new Reading.Unknown(reason, span, List.of()))
        .orElseGet(() -> UnitParser.parse(UnitParser.Range.all(tokens, span), unit, List.of()));
  }
}
