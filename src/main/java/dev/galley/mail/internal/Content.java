package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * How the lines of a body are to be read at the moment: set by header fields of the mail and of its
 * parts, with the rules of git's mailinfo.c.
 *
 * <p>git does no full MIME: it looks for {@code boundary=} and {@code charset=} anywhere in a
 * Content-Type, and keeps what one part said about flowed text for the next parts.
 */
final class Content {

  /** Nested boundaries that git keeps; one more makes it refuse (mailinfo.h, MAX_BOUNDARIES). */
  static final int DEEPEST = 4;

  Transfer transfer = Transfer.NONE;
  Charsets.Conversion charset = Charsets.Conversion.NONE;
  boolean flowed;
  boolean deletesSpace;
  private final int deepest;
  private final List<Bytes> boundaries = new ArrayList<>();

  Content(Limits limits) {
    deepest = Math.min(DEEPEST, limits.mimeDepth());
  }

  /** Takes over a Content-Type field, decoded. */
  void type(Bytes value, Trouble trouble) {
    flowed = equalsIgnoringCase(attribute(value, "format="), "flowed");
    deletesSpace = equalsIgnoringCase(attribute(value, "delsp="), "yes");
    if (Ascii.indexOfIgnoringCase(value, "boundary=") >= 0) {
      if (boundaries.size() >= deepest) {
        trouble.refuse("multiparts nested deeper than the " + deepest + " allowed");
        return;
      }
      boundaries.add(Bytes.concat(List.of(Bytes.utf8("--"), attribute(value, "boundary="))));
    }
    charset = Charsets.conversion(attribute(value, "charset=").latin1());
  }

  /** Forgets what does not hold for the next part of a multipart. */
  void nextPart() {
    transfer = Transfer.NONE;
    charset = Charsets.Conversion.NONE;
  }

  boolean hasBoundary() {
    return !boundaries.isEmpty();
  }

  /** Whether a line begins with the innermost boundary. */
  boolean isBoundary(Bytes line) {
    if (boundaries.isEmpty()) {
      return false;
    }
    Bytes boundary = boundary();
    int length = boundary.length();
    if (line.length() < length || line.at(0) != '-' || line.at(1) != '-') {
      return false;
    }
    return line.slice(0, length).equals(boundary);
  }

  /** Whether a line that begins with the innermost boundary closes it; if so, it is forgotten. */
  boolean closes(Bytes line) {
    boolean closes = line.startsWith("--", boundary().length());
    if (closes) {
      boundaries.remove(boundaries.size() - 1);
    }
    return closes;
  }

  /** The innermost boundary, with its two dashes. */
  Bytes boundary() {
    return boundaries.get(boundaries.size() - 1);
  }

  /** The value after the first {@code name=} of a field, quotes taken off; empty without one. */
  static Bytes attribute(Bytes value, String nameAndEquals) {
    int found = Ascii.indexOfIgnoringCase(value, nameAndEquals);
    if (found < 0) {
      return Bytes.EMPTY;
    }
    int start = found + nameAndEquals.length();
    boolean quoted = start < value.length() && value.at(start) == '"';
    if (quoted) {
      start++;
    }
    int end = start;
    while (end < value.length() && !(quoted ? value.at(end) == '"' : endsToken(value.at(end)))) {
      end++;
    }
    return value.slice(start, end);
  }

  private static boolean endsToken(byte octet) {
    return octet == ';' || octet == ' ' || octet == '\t';
  }

  private static boolean equalsIgnoringCase(Bytes value, String ascii) {
    return value.length() == ascii.length() && Ascii.startsWithIgnoringCase(value, 0, ascii);
  }
}
