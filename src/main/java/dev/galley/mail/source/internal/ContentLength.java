package dev.galley.mail.source.internal;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;

/**
 * Where a mail of an mboxcl or mboxcl2 file says that it ends.
 *
 * <p>A Content-Length is believed only if the first mail of the file has one that leads exactly to
 * the end of the file or to a separator, and then for each mail only if its own does. Files whose
 * first separator is public-inbox's {@code From mboxrd@z} quote every line, so nothing is asked of
 * them. In the octets up to the promised end no line separates; {@code git mailsplit} does not know
 * this field.
 */
final class ContentLength {

  private static final String FIELD = "content-length:";
  private static final int LONGEST_NUMBER = 10;
  private static final int LONGEST_SEPARATOR = 1000;
  private static final int LONGEST_HEADER = 1 << 20;

  private final Window window;
  private final Limits limits;
  private boolean first = true;
  private boolean used;
  private long end;

  ContentLength(Window window, Limits limits) {
    this.window = window;
    this.limits = limits;
  }

  /** No separator is to be looked for before this position of the stream. */
  long end() {
    return end;
  }

  /**
   * Reads the header of the mail whose separator line is [from, to).
   *
   * @return how far the window moved its indexes down meanwhile
   */
  int lookAhead(int from, int to) throws IOException {
    end = 0;
    boolean asked =
        first ? !Bytes.wrap(window.octets(), from, to).startsWith("From mboxrd@z ") : used;
    if (!asked) {
      first = false;
      return 0;
    }
    long separator = window.position(from);
    int moved = 0;
    int headerEnd = headerEnd(to);
    while (headerEnd < 0 && window.limit() - to < LONGEST_HEADER) {
      int by = window.more();
      if (by < 0) {
        break;
      }
      moved += by;
      to -= by;
      headerEnd = headerEnd(to);
    }
    long length = headerEnd < 0 ? -1 : value(to, headerEnd);
    if (length >= 0) {
      long promised = window.position(headerEnd) + length;
      if (promised - separator <= limits.mailBytes()) {
        moved += readTo(promised + LONGEST_SEPARATOR);
        if (isEnd(promised)) {
          end = promised;
        }
      }
    }
    if (first) {
      first = false;
      used = end > 0;
    }
    return moved;
  }

  private int readTo(long position) throws IOException {
    int moved = 0;
    while (window.position(window.limit()) < position) {
      int by = window.more();
      if (by < 0) {
        break;
      }
      moved += by;
    }
    return moved;
  }

  /** One past the empty line that ends the header, or -1. */
  private int headerEnd(int from) {
    byte[] octets = window.octets();
    int line = from;
    while (true) {
      int lineFeed = window.nextLineFeed(line);
      if (lineFeed < 0) {
        return -1;
      }
      if (lineFeed == line || (lineFeed == line + 1 && octets[line] == '\r')) {
        return lineFeed + 1;
      }
      line = lineFeed + 1;
    }
  }

  /** The number in the Content-Length field of a header, or -1. */
  private long value(int from, int to) {
    Bytes header = Bytes.wrap(window.octets(), from, to);
    int line = 0;
    while (line < header.length()) {
      int next = header.nextLine(line);
      if (isField(header, line, next)) {
        String number = header.slice(line + FIELD.length(), next).latin1().strip();
        boolean decimal =
            !number.isEmpty()
                && number.length() < LONGEST_NUMBER
                && number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return decimal ? Long.parseLong(number) : -1;
      }
      line = next;
    }
    return -1;
  }

  private static boolean isField(Bytes header, int from, int to) {
    if (to - from < FIELD.length()) {
      return false;
    }
    for (int i = 0; i < FIELD.length(); i++) {
      int octet = header.at(from + i);
      int lower = octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
      if (lower != FIELD.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the stream ends there or a separator stands there, empty lines aside. */
  private boolean isEnd(long promised) {
    if (promised > window.position(window.limit())) {
      return false;
    }
    int at = (int) (promised - window.position(0));
    byte[] octets = window.octets();
    while (at < window.limit() && (octets[at] == '\n' || octets[at] == '\r')) {
      at++;
    }
    if (at == window.limit()) {
      return window.isDrained();
    }
    int lineFeed = window.nextLineFeed(at);
    return FromLine.is(octets, at, lineFeed < 0 ? window.limit() : lineFeed + 1);
  }
}
