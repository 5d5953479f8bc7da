package dev.galley.kernelc.lex;

import dev.galley.text.Bytes;
import dev.galley.text.Span;

/** A place in one preprocessor line. */
final class DirectiveCursor {

  /** Past the line: no octet has this value. */
  private static final int NONE = -1000;

  private final Bytes source;
  private final int end;
  private int at;
  private boolean unclosed;

  DirectiveCursor(Bytes source, int from, int end) {
    this.source = source;
    this.at = from;
    this.end = end;
  }

  /** The place as an octet of the source. */
  int offset() {
    return at;
  }

  private int octet(int offset) {
    return offset < end ? source.at(offset) : NONE;
  }

  /** Goes past white space, splices and comments. */
  void blanks() {
    int before;
    do {
      before = at;
      while (isBlank(octet(at))) {
        at++;
      }
      at = splice(at);
      at = comment(at);
    } while (at != before);
  }

  private static boolean isBlank(int octet) {
    return octet == ' ' || (octet >= '\t' && octet <= '\r');
  }

  private int splice(int from) {
    if (octet(from) != '\\') {
      return from;
    }
    int next = from + 1;
    while (octet(next) == ' ' || octet(next) == '\t' || octet(next) == '\r') {
      next++;
    }
    return octet(next) == '\n' ? next + 1 : from;
  }

  private int comment(int from) {
    if (octet(from) != '/') {
      return from;
    }
    if (octet(from + 1) == '/') {
      return end;
    }
    if (octet(from + 1) != '*') {
      return from;
    }
    int close = source.indexOf("*/", from + 2);
    return close < 0 || close + 2 > end ? end : close + 2;
  }

  /** Takes an identifier, splices left out; empty where none stands here. */
  String word() {
    int start = at;
    int next = at;
    while (isLetter(octet(next), next > start)) {
      next++;
    }
    at = next;
    String word = source.slice(start, next).latin1();
    int spliced = splice(next);
    if (spliced > next && next > start && isLetter(octet(spliced), true)) {
      at = spliced;
      StringBuilder all = new StringBuilder(word);
      while (isLetter(octet(at), true)) {
        all.append((char) (octet(at++) & 0xff));
        at = isLetter(octet(splice(at)), true) ? splice(at) : at;
      }
      return all.toString();
    }
    return word;
  }

  private static boolean isLetter(int octet, boolean digits) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || octet == '_'
        || octet == '$'
        || (octet < 0 && octet != NONE)
        || (digits && octet >= '0' && octet <= '9');
  }

  /** Takes an octet if it stands here. */
  boolean take(char octet) {
    if (octet(at) != octet) {
      return false;
    }
    at++;
    return true;
  }

  /** Takes {@code ...} if it stands here. */
  boolean takeDots() {
    boolean dots = octet(at) == '.' && octet(at + 1) == '.' && octet(at + 2) == '.';
    at += dots ? 3 : 0;
    return dots;
  }

  /** The text from here on: each run of blanks, splices and comments is one space. */
  String rest() {
    StringBuilder text = new StringBuilder();
    while (true) {
      int before = at;
      blanks();
      if (at >= end) {
        return text.toString();
      }
      if (at > before && !text.isEmpty()) {
        text.append(' ');
      }
      int from = at;
      at = octet(at) == '"' || octet(at) == '\'' ? closing(at) : at + 1;
      text.append(source.slice(from, at).latin1());
    }
  }

  /** One past a quoted text; past the quote alone where nothing closes it or one before it. */
  private int closing(int quote) {
    int next = unclosed ? end : quote + 1;
    while (next < end && octet(next) != octet(quote)) {
      next += octet(next) == '\\' ? 2 : 1;
    }
    unclosed |= next >= end;
    return next < end ? next + 1 : quote + 1;
  }

  /** The octets from here on without the blanks around them. */
  Span body() {
    int start = at;
    int before;
    do {
      before = start;
      while (isBlank(octet(start))) {
        start++;
      }
      start = splice(start);
    } while (start != before);
    int last = end;
    while (last > start && isBlank(octet(last - 1))) {
      last--;
    }
    return new Span(start, last);
  }
}
