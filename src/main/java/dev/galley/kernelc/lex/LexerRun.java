package dev.galley.kernelc.lex;

import dev.galley.text.Bytes;
import java.util.Arrays;

/**
 * One run of the lexer: a single pass over a copy of the octets, without an object per token.
 *
 * <p>In a run over a macro body no line is a preprocessor line.
 */
final class LexerRun {

  /** What an octet may begin; 0 is an octet that begins nothing. */
  private static final byte[] CLASSES = new byte[256];

  private static final int BLANK = 1;
  private static final int LETTER = 2;
  private static final int DIGIT = 3;
  private static final int QUOTE = 4;
  private static final int SLASH = 5;
  private static final int HASH = 6;
  private static final int DOT = 7;
  private static final int BACKSLASH = 8;
  private static final int PUNCTUATOR = 9;

  static {
    mark(" \t\n\r\f\u000b", BLANK);
    mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$", LETTER);
    Arrays.fill(CLASSES, 0x80, 0x100, (byte) LETTER);
    mark("0123456789", DIGIT);
    mark("\"'", QUOTE);
    mark("/", SLASH);
    mark("#", HASH);
    mark(".", DOT);
    mark("\\", BACKSLASH);
    mark("(){}[];,:?=*+-%<>&^|!~", PUNCTUATOR);
  }

  private static void mark(String octets, int what) {
    octets.chars().forEach(octet -> CLASSES[octet] = (byte) what);
  }

  private final Bytes source;
  private final int offset;
  private final int length;
  private final byte[] text;
  private final boolean directives;
  private final Skipper skipper;

  private byte[] kinds;
  private int[] starts;
  private int count;
  private int at;
  private boolean lineStart;

  /** A run over a whole file. */
  LexerRun(Bytes source) {
    this(source, 0, source.length(), true);
  }

  /** A run over a part; the tokens have the offsets of the source. */
  LexerRun(Bytes source, int from, int to, boolean directives) {
    this.source = source;
    this.offset = from;
    this.length = to - from;
    this.text = new byte[length + Splices.PADDING];
    source.copyTo(from, to, text, 0);
    this.directives = directives;
    this.skipper = new Skipper(text, length);
    int guess = length / 5 + 16;
    this.kinds = new byte[guess];
    this.starts = new int[guess];
  }

  CTokens run() {
    lineStart = directives;
    if (directives && source.startsWith("\u00ef\u00bb\u00bf")) {
      at = 3;
      blanks(0);
    }
    while (at < length) {
      token(at);
    }
    return new CTokens(source, kinds, starts, count, offset + length);
  }

  private void token(int start) {
    byte octet = text[start];
    switch (CLASSES[octet & 0xff]) {
      case BLANK -> blanks(start);
      case LETTER -> {
        if ((octet != 'L' && octet != 'u' && octet != 'U') || !prefixed(start)) {
          word(start);
        }
      }
      case DIGIT -> number(start);
      case QUOTE -> quoted(start, start);
      case SLASH -> slash(start);
      case HASH -> hash(start);
      case DOT -> {
        if (isDigit(text[Splices.skip(text, start + 1)])) {
          number(start);
        } else {
          punctuator(start);
        }
      }
      case BACKSLASH -> {
        if (Splices.skip(text, start) > start) {
          blanks(start);
        } else {
          add(Kind.OTHER, start, start + 1);
        }
      }
      case PUNCTUATOR -> punctuator(start);
      default -> add(Kind.OTHER, start, start + 1);
    }
  }

  private void add(Kind kind, int start, int end) {
    add(kind.code(), start, end);
    lineStart = false;
  }

  private void add(byte kind, int start, int end) {
    if (count == kinds.length) {
      int size = count + (count >> 1);
      kinds = Arrays.copyOf(kinds, size);
      starts = Arrays.copyOf(starts, size);
    }
    kinds[count] = kind;
    starts[count++] = offset + start;
    at = Math.min(end, length);
  }

  private void blanks(int start) {
    int end = at;
    while (true) {
      byte octet = text[end];
      if (octet == '\n') {
        lineStart = directives;
        end++;
      } else if (CLASSES[octet & 0xff] == BLANK) {
        end++;
      } else if (octet == '\\' && Splices.skip(text, end) > end) {
        end = Splices.skip(text, end);
      } else {
        add(Kind.SPACE.code(), start, end);
        return;
      }
    }
  }

  private void word(int start) {
    int end = start + 1;
    int next = end;
    boolean spliced = false;
    while (true) {
      int what = CLASSES[text[next] & 0xff];
      if (what == LETTER || what == DIGIT) {
        spliced |= next > end;
        end = ++next;
      } else if (what == BACKSLASH && Splices.skip(text, next) > next) {
        next = Splices.skip(text, next);
      } else {
        break;
      }
    }
    byte kind = spliced ? splicedWord(start, end) : Words.kind(text, start, end);
    add(kind, start, end);
    lineStart = false;
  }

  private byte splicedWord(int start, int end) {
    byte[] plain = new byte[end - start];
    int size = 0;
    for (int i = Splices.skip(text, start); i < end; i = Splices.skip(text, i + 1)) {
      plain[size++] = text[i];
    }
    return Words.kind(plain, 0, size);
  }

  /** A quoted text with {@code L}, {@code u}, {@code U} or {@code u8} before it. */
  private boolean prefixed(int start) {
    int quote = start + 1;
    if (text[start] == 'u' && text[quote] == '8') {
      quote++;
    }
    return (text[quote] == '"' || text[quote] == '\'')
        && skipper.quoted(quote) > 0
        && quoted(start, quote);
  }

  private boolean quoted(int start, int quote) {
    int end = skipper.quoted(quote);
    if (end < 0) {
      add(Kind.OTHER, start, start + 1);
    } else {
      add(text[quote] == '"' ? Kind.STRING : Kind.CHARACTER, start, end);
    }
    return true;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  /** A pp-number: everything that looks like one, {@code 0x1p-3} and {@code 1.2.3} too. */
  private void number(int start) {
    int end = start + 1;
    int next = end;
    byte last = text[start];
    while (true) {
      byte octet = text[next];
      int what = CLASSES[octet & 0xff];
      if (what == BACKSLASH) {
        int after = Splices.skip(text, next);
        if (after == next) {
          break;
        }
        next = after;
        continue;
      }
      boolean sign = (octet == '+' || octet == '-') && "eEpP".indexOf(last) >= 0;
      if (what != LETTER && what != DIGIT && what != DOT && !sign) {
        break;
      }
      last = octet;
      end = ++next;
    }
    add(Kind.NUMBER, start, end);
  }

  private void slash(int start) {
    int next = Splices.skip(text, start + 1);
    if (text[next] == '*') {
      add(Kind.COMMENT.code(), start, skipper.blockComment(next + 1));
    } else if (text[next] == '/') {
      add(Kind.COMMENT.code(), start, skipper.lineComment(next + 1));
    } else {
      punctuator(start);
    }
  }

  private void hash(int start) {
    if (lineStart) {
      add(Kind.DIRECTIVE, start, skipper.directive(start + 1));
      return;
    }
    int next = Splices.skip(text, start + 1);
    boolean two = text[next] == '#';
    add(two ? Kind.HASHHASH : Kind.HASH, start, two ? next + 1 : start + 1);
  }

  private void punctuator(int start) {
    long found = Punctuators.at(text, start);
    add((byte) (found >>> 32), start, (int) found);
    lineStart = false;
  }
}
