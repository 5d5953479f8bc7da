package dev.galley.mail.internal;

import dev.galley.grammar.MailHeader;
import dev.galley.text.Bytes;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The lines of a header section as tokens of {@link MailHeader}; a token's start and stop index are
 * octets, the stop index that of its last one.
 *
 * <p>The kinds are those of git's mailinfo.c (is_rfc2822_header), which looks at a line after its
 * white space at the end is taken off.
 */
final class HeaderLines implements TokenSource {

  private static final CharStream NO_CHARS = CharStreams.fromString("");

  private final Bytes octets;
  private final int limit;
  private final Pair<TokenSource, CharStream> origin = new Pair<>(this, NO_CHARS);
  private TokenFactory<?> factory = CommonTokenFactory.DEFAULT;
  private int at;
  private int line;
  private boolean inField;
  private boolean done;

  /**
   * @param octets the mail or part
   * @param from where the section begins
   * @param limit the section is cut before a line that would begin after this many octets of it
   */
  HeaderLines(Bytes octets, int from, int limit) {
    this.octets = octets;
    this.at = from;
    this.limit = limit > octets.length() - from ? octets.length() : from + limit;
  }

  @Override
  public Token nextToken() {
    if (done || at >= octets.length() || at > limit) {
      done = true;
      return token(Token.EOF, at, at);
    }
    int next = octets.nextLine(at);
    int type = kind(next);
    inField =
        type == MailHeader.FIELD || type == MailHeader.ENVELOPE || type == MailHeader.CONTINUATION;
    done = !inField;
    Token token = token(type, at, next);
    at = next;
    line++;
    return token;
  }

  private int kind(int next) {
    byte first = octets.at(at);
    if (inField && (first == ' ' || first == '\t')) {
      return MailHeader.CONTINUATION;
    }
    int end = Ascii.trimmedEnd(octets, at, next);
    if (end == at) {
      return MailHeader.BLANK;
    }
    if ((end - at > 5 && octets.startsWith("From ", at))
        || (end - at > 6 && octets.startsWith(">From ", at))) {
      return MailHeader.ENVELOPE;
    }
    for (int i = at; i < end; i++) {
      byte octet = octets.at(i);
      if (octet == ':') {
        return MailHeader.FIELD;
      }
      if (octet < 33 || octet == 127) {
        return MailHeader.OTHER;
      }
    }
    return MailHeader.OTHER;
  }

  private CommonToken token(int type, int start, int end) {
    CommonToken token = new CommonToken(origin, type, Token.DEFAULT_CHANNEL, start, end - 1);
    token.setLine(line + 1);
    token.setCharPositionInLine(0);
    return token;
  }

  @Override
  public int getLine() {
    return line + 1;
  }

  @Override
  public int getCharPositionInLine() {
    return 0;
  }

  @Override
  public CharStream getInputStream() {
    return NO_CHARS;
  }

  @Override
  public String getSourceName() {
    return "header";
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    this.factory = factory;
  }

  @Override
  public TokenFactory<?> getTokenFactory() {
    return factory;
  }
}
