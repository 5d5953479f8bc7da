package dev.galley.kernelc.internal;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Roles;
import dev.galley.kernelc.lex.Roles.Role;
import dev.galley.kernelc.lex.VisibleTokens;
import dev.galley.text.Bytes;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** The visible tokens of a unit with their roles, as a stream for the parser. */
final class ParserTokens implements TokenStream {

  /** Token types by the kind of the same name. */
  private static final EnumMap<Kind, Integer> TYPES = types();

  private final VisibleTokens visible;
  private final int[] types;
  private final @Nullable ParserToken[] made;
  private final int count;
  private int index;
  private int furthest;

  /**
   * The stream.
   *
   * @param ended whether an empty semicolon is added where the last token is none
   */
  ParserTokens(VisibleTokens visible, Roles roles, boolean ended) {
    this.visible = visible;
    int seen = visible.count();
    boolean added = ended && seen > 0 && visible.kind(seen - 1) != Kind.SEMI;
    this.count = added ? seen + 1 : seen;
    this.types = new int[count + 1];
    this.made = new @Nullable ParserToken[count + 1];
    Map<Integer, Role> given = roles.roles();
    for (int i = 0; i < seen; i++) {
      Kind kind = visible.kind(i);
      if (kind == Kind.ID || kind == Kind.LPAREN) {
        Role role = given.get(visible.first(i));
        kind = role == null ? kind : role.kind();
      }
      types[i] = type(kind);
    }
    if (added) {
      types[seen] = KernelC.SEMI;
    }
    types[count] = Token.EOF;
  }

  private static EnumMap<Kind, Integer> types() {
    Map<String, Integer> byName = new HashMap<>();
    for (int type = 1; type <= KernelC.VOCABULARY.getMaxTokenType(); type++) {
      byName.put(KernelC.VOCABULARY.getSymbolicName(type), type);
    }
    EnumMap<Kind, Integer> types = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Integer type = byName.get(kind.name());
      if (type == null) {
        throw new IllegalStateException("the grammar has no token " + kind);
      }
      types.put(kind, type);
    }
    return types;
  }

  private static int type(Kind kind) {
    Integer type = TYPES.get(kind);
    return type == null ? Token.INVALID_TYPE : type;
  }

  Bytes source() {
    return visible.tokens().source();
  }

  @Override
  public Token get(int at) {
    ParserToken token = made[at];
    if (token == null) {
      CTokens tokens = visible.tokens();
      int seen = visible.count();
      int start = at < seen ? tokens.start(visible.first(at)) : end();
      token =
          new ParserToken(
              this, types[at], at, start, at < seen ? tokens.end(visible.last(at)) : start);
      made[at] = token;
    }
    return token;
  }

  /** The octet after the last token. */
  private int end() {
    int seen = visible.count();
    return seen == 0 ? 0 : visible.tokens().end(visible.last(seen - 1));
  }

  @Override
  public int LA(int offset) {
    int at = offset > 0 ? index + offset - 1 : index + offset;
    return at < 0 ? Token.INVALID_TYPE : types[Math.min(at, count)];
  }

  @Override
  public @Nullable Token LT(int offset) {
    int at = offset > 0 ? index + offset - 1 : index + offset;
    return at < 0 ? null : get(Math.min(at, count));
  }

  @Override
  public void consume() {
    if (index < count) {
      index++;
      furthest = Math.max(furthest, index);
    }
  }

  /** The last token that the parser looked at: there its last hope ended. */
  Token furthest() {
    return get(furthest);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // All tokens stay.
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int to) {
    index = Math.min(to, count);
  }

  @Override
  public int size() {
    return count + 1;
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getText(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int i = interval.a; i <= interval.b && i < count; i++) {
      text.append(get(i).getText()).append(' ');
    }
    return text.toString().trim();
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, count - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }
}
