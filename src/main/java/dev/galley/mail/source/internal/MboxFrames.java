package dev.galley.mail.source.internal;

import dev.galley.grammar.Mbox;
import dev.galley.grammar.MboxBaseListener;
import dev.galley.mail.source.internal.Frame.Defect;
import dev.galley.mail.source.internal.LineToken.Handling;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.UnbufferedTokenStream;

/** Reads the mails of an mbox with the grammar {@code Mbox.g4}, one rule call a mail. */
public final class MboxFrames implements Closeable {

  private final InputStream in;
  private final Limits limits;
  private final Window window;
  private final Collector collector = new Collector();
  private Optional<Mbox> parser = Optional.empty();
  private long line = 1;

  public MboxFrames(InputStream in, Limits limits) {
    this.in = in;
    this.limits = limits;
    this.window = new Window(in);
  }

  /** The next mail, or empty at the end. The stream has to begin with a separator line. */
  public Optional<Frame> next() throws IOException {
    try {
      Mbox mbox = parser.isPresent() ? parser.get() : start();
      if (mbox.getTokenStream().LA(1) == Token.EOF) {
        return Optional.empty();
      }
      collector.reset();
      mbox.mail();
      return Optional.of(frame());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Mbox start() {
    Mbox mbox = new Mbox(new UnbufferedTokenStream<>(new MboxLines(window, limits)));
    mbox.setBuildParseTree(false);
    mbox.setErrorHandler(new BailErrorStrategy());
    mbox.addParseListener(collector);
    parser = Optional.of(mbox);
    return mbox;
  }

  private Frame frame() {
    int from = index(collector.start);
    int to = index(collector.end);
    Defect defect = collector.defect == Defect.NONE ? defect(from, to) : collector.defect;
    Bytes framed = defect == Defect.NONE ? Bytes.wrap(window.copy(from, to)) : Bytes.EMPTY;
    Bytes mail =
        defect == Defect.NONE
            ? collector.unquote(framed.from((int) (collector.mailStart - collector.start)))
            : Bytes.EMPTY;
    Frame frame =
        new Frame(
            defect,
            collector.start,
            collector.mailStart,
            collector.end,
            line + collector.headLineFeeds,
            framed,
            mail);
    line += collector.lineFeeds;
    window.release(to);
    return frame;
  }

  private int index(long position) {
    return (int) (position - window.position(0));
  }

  private Defect defect(int from, int to) {
    if (to - from > limits.lineBytes() && hasLongLine(from, to)) {
      return Defect.LINE_TOO_LONG;
    }
    return to - from > limits.mailBytes() ? Defect.MAIL_TOO_LONG : Defect.NONE;
  }

  private boolean hasLongLine(int from, int to) {
    int start = from;
    while (to - start > limits.lineBytes()) {
      int lineFeed = window.nextLineFeed(start);
      int end = lineFeed < 0 ? to : Math.min(lineFeed + 1, to);
      if (end - start > limits.lineBytes()) {
        return true;
      }
      start = end;
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** What the grammar says about the mail that is being read. */
  private final class Collector extends MboxBaseListener {

    private static final int FIRST_QUOTES = 8;

    private long start;
    private long mailStart;
    private long end;
    private long lineFeeds;
    private long headLineFeeds;
    private boolean literal;
    private Defect defect = Defect.NONE;
    private int[] quotes = new int[FIRST_QUOTES];
    private int quoteCount;

    void reset() {
      start = -1;
      lineFeeds = 0;
      quoteCount = 0;
      literal = false;
      defect = Defect.NONE;
    }

    @Override
    public void exitBlank(Mbox.BlankContext context) {
      take(context.getStart());
    }

    @Override
    public void exitSeparator(Mbox.SeparatorContext context) {
      LineToken token = take(context.getStart());
      mailStart = token.end();
      headLineFeeds = lineFeeds;
    }

    @Override
    public void exitQuoted(Mbox.QuotedContext context) {
      LineToken token = take(context.getStart());
      if (token.position() - mailStart <= limits.mailBytes()) {
        if (quoteCount == quotes.length) {
          quotes = Arrays.copyOf(quotes, 2 * quoteCount);
        }
        quotes[quoteCount++] = (int) (token.position() - mailStart);
      }
    }

    @Override
    public void exitLines(Mbox.LinesContext context) {
      take(context.getStart());
    }

    private LineToken take(Token any) {
      LineToken token = (LineToken) any;
      if (start < 0) {
        start = token.position();
      }
      end = token.end();
      if (token.isDropped()) {
        lineFeeds += token.droppedLineFeeds();
        if (defect != Defect.LINE_TOO_LONG) {
          defect =
              token.handling() == Handling.DROPPED ? Defect.MAIL_TOO_LONG : Defect.LINE_TOO_LONG;
        }
      } else {
        lineFeeds += window.lineFeeds(index(token.position()), index(token.end()));
        literal |= token.handling() == Handling.LITERAL;
      }
      return token;
    }

    /** Takes one ">" off each quoted line; shares the octets if there is nothing to do. */
    Bytes unquote(Bytes quoted) {
      if (quoteCount == 0 || literal) {
        return quoted;
      }
      byte[] plain = new byte[quoted.length() - quoteCount];
      int from = 0;
      int at = 0;
      for (int i = 0; i < quoteCount; i++) {
        quoted.copyTo(from, quotes[i], plain, at);
        at += quotes[i] - from;
        from = quotes[i] + 1;
      }
      quoted.copyTo(from, quoted.length(), plain, at);
      return Bytes.wrap(plain);
    }
  }
}
