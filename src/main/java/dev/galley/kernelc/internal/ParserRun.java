package dev.galley.kernelc.internal;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.CheckedRoles;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.NameOracle;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.kernelc.lex.PositionPass.Unit;
import dev.galley.kernelc.lex.Roles;
import dev.galley.kernelc.lex.VisibleTokens;
import dev.galley.text.Printable;
import dev.galley.text.Span;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Parses one unit: its tokens with their roles, in SLL mode, without recovery. Nothing is thrown
 * for any input.
 */
public final class ParserRun {

  /** Brackets that a thread of usual size stands. */
  private static final int USUAL_NESTING = 60;

  private static final long LARGE_STACK = 64L << 20;
  private static final int LONGEST_WORD = 40;

  private ParserRun() {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Roles that the tokens were parsed with. */
    Roles roles();
  }

  /**
   * A parse tree; its tokens' start and stop index are octets of the file.
   *
   * @param tree the context of the unit's entry rule
   */
  public record Parsed(ParserRuleContext tree, Roles roles) implements Outcome {}

  /**
   * No tree.
   *
   * @param reason for people, without the place, no full stop
   * @param at the token that does not fit, or where the unit ends
   */
  public record Refused(String reason, Span at, Roles roles) implements Outcome {}

  /** Gives roles, then parses; see {@link PositionPass#roles}. */
  public static Outcome parse(CTokens tokens, int first, int end, BitSet inactive, Unit unit) {
    VisibleTokens visible = VisibleTokens.of(tokens, first, end, inactive);
    return parse(visible, PositionPass.roles(visible, unit), unit);
  }

  /**
   * The same, with what names are defined as. Roles that these changed are given up where they do
   * not parse and the shape's do.
   */
  public static Outcome parse(
      CTokens tokens, int first, int end, BitSet inactive, Unit unit, NameOracle oracle) {
    VisibleTokens visible = VisibleTokens.of(tokens, first, end, inactive);
    if (oracle == NameOracle.NONE) {
      return parse(visible, PositionPass.roles(visible, unit), unit);
    }
    CheckedRoles checked = PositionPass.checked(visible, unit, oracle);
    Outcome outcome = parse(visible, checked.roles(), unit);
    return outcome instanceof Refused && checked.isChanged()
        ? parse(visible, checked.byShape(), unit)
        : outcome;
  }

  /** Parses a row of tokens with roles that somebody gave. */
  public static Outcome parse(VisibleTokens visible, Roles roles, Unit unit) {
    if (nesting(visible) <= USUAL_NESTING) {
      Optional<Outcome> outcome = attempt(visible, roles, unit);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return onLargeStack(visible, roles, unit);
  }

  private static int nesting(VisibleTokens visible) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < visible.count(); i++) {
      switch (visible.kind(i)) {
        case LPAREN, LBRACE, LBRACKET -> deepest = Math.max(deepest, ++depth);
        case RPAREN, RBRACE, RBRACKET -> depth--;
        default -> {
          // No bracket.
        }
      }
    }
    return deepest;
  }

  private static Outcome onLargeStack(VisibleTokens visible, Roles roles, Unit unit) {
    List<Outcome> result = new CopyOnWriteArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> attempt(visible, roles, unit).ifPresent(result::add),
            "galley-parse",
            LARGE_STACK);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return result.isEmpty()
        ? new Refused("nested too deeply", whole(visible), roles)
        : result.get(0);
  }

  /** Empty where the stack is too small. */
  private static Optional<Outcome> attempt(VisibleTokens visible, Roles roles, Unit unit) {
    ParserTokens tokens = new ParserTokens(visible, roles, unit == Unit.STATEMENTS);
    KernelC parser = new KernelC(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return Optional.of(new Parsed(entry(parser, unit), roles));
    } catch (ParseCancellationException e) {
      return Optional.of(refused(tokens, visible, roles));
    } catch (StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static ParserRuleContext entry(KernelC parser, Unit unit) {
    return switch (unit) {
      case FUNCTION -> parser.functionUnit();
      case DECLARATION, MACRO_CALL -> parser.externalUnit();
      case STATEMENTS -> parser.statementsUnit();
      case EXPRESSION -> parser.expressionUnit();
      case TYPE -> parser.typeUnit();
      case INITIALIZERS -> parser.initializersUnit();
    };
  }

  private static Refused refused(ParserTokens tokens, VisibleTokens visible, Roles roles) {
    Token token = tokens.furthest();
    int index = token.getTokenIndex();
    if (index >= visible.count()) {
      return new Refused("unexpected end", Span.at(token.getStartIndex()), roles);
    }
    String text = Printable.line(token.getText());
    String shown = text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) + "…" : text;
    Kind kind = Kind.valueOf(KernelC.VOCABULARY.getSymbolicName(token.getType()));
    String read = kind.isRole() ? " (read as " + kind + ")" : "";
    return new Refused(
        "unexpected `" + shown + "`" + read,
        new Span(token.getStartIndex(), token.getStopIndex() + 1),
        roles);
  }

  private static Span whole(VisibleTokens visible) {
    CTokens tokens = visible.tokens();
    return visible.count() == 0
        ? Span.at(0)
        : tokens.span(visible.first(0), visible.last(visible.count() - 1));
  }
}
