package dev.galley.mail.source.internal;

import org.antlr.v4.runtime.CommonToken;

/**
 * A run of lines, as a place in the stream. ANTLR's own start and stop stay unset: they are ints,
 * and a file may be longer.
 */
final class LineToken extends CommonToken {

  private static final long serialVersionUID = 1L;

  private final long position;
  private final int length;
  private final Handling handling;
  private final long droppedLineFeeds;

  /** What became of the octets of a token. */
  enum Handling {
    /** They are in the window. */
    KEPT,
    /** They are in the window, and a Content-Length field says that no line of them is quoted. */
    LITERAL,
    /** They are gone: the mail is over the limit. */
    DROPPED,
    /** As DROPPED, and a line of them is over the limit for lines. */
    DROPPED_LONG_LINE
  }

  LineToken(int type, long position, int length, Handling handling, long droppedLineFeeds) {
    super(type);
    this.position = position;
    this.length = length;
    this.handling = handling;
    this.droppedLineFeeds = droppedLineFeeds;
  }

  /** The first octet, counted from the beginning of the stream. */
  long position() {
    return position;
  }

  /** One past the last octet. */
  long end() {
    return position + length;
  }

  Handling handling() {
    return handling;
  }

  /** How many line feeds stood in what was dropped. */
  long droppedLineFeeds() {
    return droppedLineFeeds;
  }

  boolean isDropped() {
    return handling == Handling.DROPPED || handling == Handling.DROPPED_LONG_LINE;
  }

  @Override
  public String getText() {
    return "[" + position + ", " + end() + ")";
  }
}
