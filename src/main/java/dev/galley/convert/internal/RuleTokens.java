package dev.galley.convert.internal;

import dev.galley.grammar.ConversionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** Cuts a rule file into the tokens of {@link ConversionRule}; what is none is told. */
final class RuleTokens {

  private static final Pair<TokenSource, CharStream> ORIGIN =
      new Pair<>(new ListTokenSource(List.of()), CharStreams.fromString(""));

  private final List<Token> tokens = new ArrayList<>();
  private final BiConsumer<int[], String> problems;
  private boolean inHead;
  private int line;

  private RuleTokens(BiConsumer<int[], String> problems) {
    this.problems = problems;
  }

  /**
   * The tokens, the end of the file last. Their text is the C, path or name alone; line and column
   * are where that begins, both as ANTLR counts them.
   *
   * @param problems gets line and column, counted from 1, and what was expected there
   */
  static List<Token> of(String text, BiConsumer<int[], String> problems) {
    RuleTokens cutter = new RuleTokens(problems);
    for (String each : text.split("\n", -1)) {
      cutter.line++;
      cutter.line(each.endsWith("\r") ? each.substring(0, each.length() - 1) : each);
    }
    cutter.add(Token.EOF, "", 0);
    return cutter.tokens;
  }

  private void add(int type, String text, int column) {
    CommonToken token = new CommonToken(ORIGIN, type, Token.DEFAULT_CHANNEL, 0, -1);
    token.setText(text);
    token.setLine(line);
    token.setCharPositionInLine(column);
    tokens.add(token);
  }

  private void wrong(int column, String expected) {
    problems.accept(new int[] {line, column + 1}, expected);
  }

  private void line(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.startsWith("//")) {
      return;
    }
    if (inHead) {
      head(text, 0);
    } else if (text.startsWith("@")) {
      name(text);
    } else if (text.startsWith("-") || text.startsWith("+")) {
      int from = text.length() > 1 && text.charAt(1) == ' ' ? 2 : 1;
      add(
          text.startsWith("-") ? ConversionRule.MINUS : ConversionRule.PLUS,
          text.substring(from).stripTrailing(),
          from);
    } else if (stripped.equals("...")) {
      wrong(
          text.indexOf('.'),
          "\"...\" between statements is not known here: it stands for arguments only");
    } else {
      wrong(
          text.length() - text.stripLeading().length(),
          "expected a line that begins with -, + or @, found: " + shown(stripped));
    }
  }

  private void name(String text) {
    int end = text.indexOf('@', 1);
    if (end < 0) {
      wrong(text.length(), "expected a second @ behind the name of the rule");
      return;
    }
    String name = text.substring(1, end).strip();
    if (name.isEmpty()) {
      wrong(1, "expected the name of the rule between @ and @");
    }
    add(ConversionRule.HEAD, name, 1 + text.substring(1).indexOf(name));
    inHead = true;
    head(text, end + 1);
  }

  private void head(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (text.startsWith("//", at)) {
        return;
      } else if (text.startsWith("@@", at)) {
        add(ConversionRule.END, "@@", at);
        inHead = false;
        if (!text.substring(at + 2).isBlank()) {
          wrong(at + 2, "expected the end of the line behind @@");
        }
        return;
      } else if (text.startsWith("scope:", at)) {
        at = path(ConversionRule.SCOPE, text, at + "scope:".length(), "a path behind scope:");
      } else if (text.startsWith("exempt:", at)) {
        String wanted = "a path and a reason behind exempt:";
        at = path(ConversionRule.EXEMPT, text, at + "exempt:".length(), wanted);
      } else {
        int close = text.indexOf("@@", at);
        int limit = close < 0 ? text.length() : close;
        int end = text.indexOf(';', at);
        if (end < 0 || end > limit) {
          wrong(
              at,
              "expected TYPE NAME; or scope: or exempt: or @@, found: "
                  + shown(text.substring(at, limit).strip()));
          at = limit;
          continue;
        }
        add(ConversionRule.DECLARATION, text.substring(at, end).strip(), at);
        at = end + 1;
      }
    }
  }

  private int path(int type, String text, int from, String expected) {
    String value = text.substring(from).strip();
    if (value.isEmpty()) {
      wrong(from, "expected " + expected);
    } else {
      add(type, value, from + text.substring(from).indexOf(value));
    }
    return text.length();
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
