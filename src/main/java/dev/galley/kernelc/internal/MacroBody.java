package dev.galley.kernelc.internal;

import static dev.galley.kernelc.lex.PositionPass.Unit.DECLARATION;
import static dev.galley.kernelc.lex.PositionPass.Unit.EXPRESSION;
import static dev.galley.kernelc.lex.PositionPass.Unit.INITIALIZERS;
import static dev.galley.kernelc.lex.PositionPass.Unit.STATEMENTS;
import static dev.galley.kernelc.lex.PositionPass.Unit.TYPE;

import dev.galley.kernelc.CLimits;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/** Reads the bodies of macros, which may be anything: what to try first, their tokens say. */
public final class MacroBody {

  private MacroBody() {}

  /** The reading of a macro's body; positions are the file's. */
  public static Reading read(Bytes source, Span body, CLimits limits) {
    CTokens tokens = Lexer.lexMacroBody(source, body);
    if (tokens.visibleFrom(0) == tokens.count()) {
      return new Reading.Tree(new Unit.Statements(body, List.of()), List.of());
    }
    Optional<String> excess = Bounds.excess(tokens, 0, tokens.count(), limits);
    if (excess.isPresent()) {
      return new Reading.Unknown(excess.get(), body, List.of());
    }
    UnitParser.Range range = UnitParser.Range.all(tokens, body);
    Optional<Reading.Unknown> refused = Optional.empty();
    for (PositionPass.Unit unit : order(tokens)) {
      Reading reading = UnitParser.parse(range, unit, List.of());
      if (!(reading instanceof Reading.Unknown unknown)) {
        return reading;
      }
      if (refused.isEmpty() || unknown.at().start() > refused.get().at().start()) {
        refused = Optional.of(unknown);
      }
    }
    return refused.orElseThrow();
  }

  /** What to try, the likeliest first. */
  private static List<PositionPass.Unit> order(CTokens tokens) {
    Kind first = tokens.kind(tokens.visibleFrom(0));
    if (isData(tokens, first)) {
      return List.of(INITIALIZERS, STATEMENTS);
    }
    if (isStatementWord(first)) {
      return List.of(STATEMENTS, DECLARATION, INITIALIZERS);
    }
    if (isTypeWord(first)) {
      return endsDefinition(tokens)
          ? List.of(DECLARATION, STATEMENTS)
          : List.of(TYPE, STATEMENTS, DECLARATION);
    }
    return hasStatementEnd(tokens)
        ? List.of(STATEMENTS, DECLARATION, EXPRESSION)
        : List.of(EXPRESSION, STATEMENTS, TYPE, DECLARATION, INITIALIZERS);
  }

  /** Whether it begins like items of an initialiser, or is one with its braces. */
  private static boolean isData(CTokens tokens, Kind first) {
    if (first == Kind.DOT || first == Kind.LBRACKET || first == Kind.COMMA) {
      return true;
    }
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, Kind.SEMI)) {
        return false;
      }
    }
    return first == Kind.LBRACE;
  }

  private static boolean isStatementWord(Kind kind) {
    return kind == Kind.LBRACE
        || (kind.compareTo(Kind.IF) >= 0 && kind.compareTo(Kind.GOTO) <= 0)
        || kind == Kind.ASM;
  }

  private static boolean isTypeWord(Kind kind) {
    return kind.compareTo(Kind.STRUCT) >= 0 && kind.compareTo(Kind.TYPEOF) <= 0;
  }

  /** Whether a brace outside parentheses ends it: a function or a type. */
  private static boolean endsDefinition(CTokens tokens) {
    Kind last = tokens.kind(tokens.visibleUpTo(tokens.count() - 1));
    return last == Kind.RBRACE || last == Kind.SEMI;
  }

  /** Whether a semicolon or brace stands outside all parentheses. */
  private static boolean hasStatementEnd(CTokens tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.count(); i++) {
      switch (tokens.kind(i)) {
        case LPAREN, LBRACKET -> depth++;
        case RPAREN, RBRACKET -> depth--;
        case SEMI, LBRACE -> {
          if (depth == 0) {
            return true;
          }
        }
        default -> {
          // Neither ends a statement.
        }
      }
    }
    return false;
  }
}
