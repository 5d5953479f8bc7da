package dev.galley.convert.internal;

import dev.galley.grammar.ConversionRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a file, as far as their lines go; the C in them is only text here. */
public final class RuleParser {

  private static final Map<Integer, String> WORDS =
      Map.of(
          Token.EOF, "the end of the file",
          ConversionRule.HEAD, "@ NAME @",
          ConversionRule.DECLARATION, "TYPE NAME;",
          ConversionRule.SCOPE, "scope:",
          ConversionRule.EXEMPT, "exempt:",
          ConversionRule.END, "@@",
          ConversionRule.MINUS, "a line with -",
          ConversionRule.PLUS, "a line with +");

  private RuleParser() {}

  /** A piece of a rule with its place, line and column counted from 1. */
  public record Piece(String text, int line, int column) {}

  /** One rule as written. */
  public record Written(
      Piece name,
      List<Piece> declarations,
      List<Piece> scope,
      List<Piece> exemptions,
      List<Piece> minus,
      List<Piece> plus) {}

  /** What is wrong at a place, line and column counted from 1. */
  public record Wrong(int line, int column, String message) {}

  /**
   * The rules that could be read, and everything that is wrong.
   *
   * @param wrong in the order of their places
   */
  public record Parsed(List<Written> rules, List<Wrong> wrong) {}

  /** Reads a file's text. */
  public static Parsed parse(String text) {
    List<Wrong> wrong = new ArrayList<>();
    List<Token> tokens =
        RuleTokens.of(text, (place, message) -> wrong.add(new Wrong(place[0], place[1], message)));
    ConversionRule parser = new ConversionRule(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.addErrorListener(new Listener(wrong));
    List<Written> rules = new ArrayList<>();
    for (ConversionRule.ConversionContext rule : parser.file().conversion()) {
      if (isComplete(rule)) {
        rules.add(written(rule));
      }
    }
    wrong.sort(Comparator.comparingInt(Wrong::line).thenComparingInt(Wrong::column));
    return new Parsed(rules, wrong);
  }

  /** Whether nothing of a rule is missing; ANTLR puts tokens in where they are. */
  private static boolean isComplete(ConversionRule.ConversionContext rule) {
    if (rule.exception != null || rule.body() == null || rule.body().exception != null) {
      return false;
    }
    List<TerminalNode> needed = new ArrayList<>(rule.body().MINUS());
    needed.addAll(rule.body().PLUS());
    needed.add(rule.HEAD());
    needed.add(rule.END());
    return needed.stream().allMatch(node -> node != null && node.getSymbol().getTokenIndex() >= 0);
  }

  private static Written written(ConversionRule.ConversionContext rule) {
    List<Piece> declarations = new ArrayList<>();
    List<Piece> scope = new ArrayList<>();
    List<Piece> exemptions = new ArrayList<>();
    for (ConversionRule.HeadContext head : rule.head()) {
      add(head.DECLARATION(), declarations);
      add(head.SCOPE(), scope);
      add(head.EXEMPT(), exemptions);
    }
    return new Written(
        piece(rule.HEAD().getSymbol()),
        declarations,
        scope,
        exemptions,
        rule.body().MINUS().stream().map(node -> piece(node.getSymbol())).toList(),
        rule.body().PLUS().stream().map(node -> piece(node.getSymbol())).toList());
  }

  private static void add(@Nullable TerminalNode node, List<Piece> to) {
    if (node != null) {
      to.add(piece(node.getSymbol()));
    }
  }

  private static Piece piece(Token token) {
    return new Piece(token.getText(), token.getLine(), token.getCharPositionInLine() + 1);
  }

  /** Says what was expected. */
  private static final class Listener extends BaseErrorListener {
    private final List<Wrong> wrong;

    Listener(List<Wrong> wrong) {
      this.wrong = wrong;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException cause) {
      TreeSet<String> expected = new TreeSet<>();
      if (recognizer instanceof ConversionRule parser) {
        parser
            .getExpectedTokens()
            .toList()
            .forEach(type -> expected.add(WORDS.getOrDefault(type, "")));
      }
      String found = symbol instanceof Token token ? shown(token) : "";
      wrong.add(
          new Wrong(
              line, column + 1, "expected " + String.join(" or ", expected) + ", found " + found));
    }

    private static String shown(Token token) {
      String kind = WORDS.getOrDefault(token.getType(), "");
      String text = token.getText();
      return text.isEmpty() || token.getType() == ConversionRule.END
          ? kind
          : kind + ": " + (text.length() <= 40 ? text : text.substring(0, 40) + "…");
    }
  }
}
