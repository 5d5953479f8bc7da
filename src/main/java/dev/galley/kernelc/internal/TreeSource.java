package dev.galley.kernelc.internal;

import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Roles;
import dev.galley.kernelc.lex.Roles.Certainty;
import dev.galley.kernelc.lex.Roles.Role;
import dev.galley.kernelc.syntax.Guess;
import dev.galley.kernelc.syntax.Name;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Octets, texts and guesses of what ANTLR parsed. A token's start and stop index are octets of the
 * file.
 */
final class TreeSource {

  private static final Pattern SPLICE = Pattern.compile("\\\\[ \\t]*\\r?\\n");

  private final CTokens tokens;
  private final Bytes bytes;
  private final Roles roles;

  TreeSource(CTokens tokens, Roles roles) {
    this.tokens = tokens;
    this.bytes = tokens.source();
    this.roles = roles;
  }

  static Span span(ParserRuleContext context) {
    return new Span(start(context), end(context));
  }

  static int start(ParserRuleContext context) {
    return context.start.getStartIndex();
  }

  static int end(ParserRuleContext context) {
    return context.stop.getStopIndex() + 1;
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** The octets of a leaf or of a rule's tokens. */
  static Span span(ParseTree tree) {
    return tree instanceof ParserRuleContext context ? span(context) : span(token(tree));
  }

  static Token token(ParseTree leaf) {
    return ((TerminalNode) leaf).getSymbol();
  }

  /** The type of a leaf's token, or 0 of a rule. */
  static int type(ParseTree tree) {
    return tree instanceof TerminalNode leaf ? leaf.getSymbol().getType() : 0;
  }

  /** The rule of an inner node, or -1 of a leaf. */
  static int rule(ParseTree tree) {
    return tree instanceof ParserRuleContext context ? context.getRuleIndex() : -1;
  }

  /** The text as written. */
  String text(Span span) {
    return bytes.slice(span.start(), span.end()).text(StandardCharsets.ISO_8859_1);
  }

  String text(Token token) {
    return text(span(token));
  }

  /** The text as C reads it, without line splices. */
  String spelling(Token token) {
    String text = text(token);
    return text.indexOf('\\') < 0 ? text : SPLICE.matcher(text).replaceAll("");
  }

  Name name(Token token) {
    return new Name(spelling(token), span(token));
  }

  /** Why a token has its role. */
  Guess guess(Token token) {
    Role role = roles.roles().get(tokens.at(token.getStartIndex()));
    return role == null ? Guess.NONE : new Guess(role.rule(), role.certainty() != Certainty.GUESS);
  }
}
