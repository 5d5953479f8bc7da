package dev.galley.kernelc.symbols;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the facts of one file after another in a single pass over its octets, for one thread.
 *
 * <p>It knows comments, literals, preprocessor lines and words, and leaves the rest to {@link
 * DeclarationWatch}. Words in comments and literals are mentions too.
 */
final class FactScanner {

  /** Files with more macros are heaps: register headers with up to 200,000 of them. */
  private static final int HEAP = 2000;

  private static final boolean[] WORD = new boolean[256];

  static {
    for (int c = 0; c < WORD.length; c++) {
      WORD[c] =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
  }

  private final NameSet mentions = new NameSet();
  private final NameSet macros = new NameSet();
  private final NameSet names = new NameSet();
  private final List<String> includes = new ArrayList<>();
  private byte[] text = new byte[0];
  private int end;
  private int at;
  private int hash;

  /** The facts of the first {@code length} octets. */
  FileFacts scan(byte[] octets, int length) {
    text = octets;
    end = length;
    at = 0;
    includes.clear();
    DeclarationWatch watch = new DeclarationWatch(names);
    boolean lineStart = true;
    while (at < end) {
      byte octet = text[at];
      if (WORD[octet & 0xff]) {
        int start = at;
        word();
        if (!isDigit(octet)) {
          watch.word(hash, isReserved(start));
        }
        lineStart = false;
      } else if (octet == ' ' || octet == '\t' || octet == '\r' || octet == '\\') {
        at++;
      } else if (octet == '\n') {
        lineStart = true;
        at++;
      } else if (octet == '/' && at + 1 < end && text[at + 1] == '*') {
        blockComment();
      } else if (octet == '/' && at + 1 < end && text[at + 1] == '/') {
        line();
      } else if (octet == '"' || octet == '\'') {
        literal(octet);
        watch.literal();
        lineStart = false;
      } else if (octet == '#' && lineStart) {
        directive(watch);
      } else {
        watch.sign(octet, at == 0 || text[at - 1] == '\n');
        lineStart = false;
        at++;
      }
    }
    int[] found = names(macros.size() > HEAP);
    return new FileFacts(mentions.take(), found, isHeap, includes);
  }

  private boolean isHeap;

  private int[] names(boolean heap) {
    isHeap = heap;
    int[] defined = macros.take();
    if (!heap) {
      for (int name : defined) {
        names.add(name);
      }
    }
    return names.take();
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private boolean isReserved(int start) {
    return at - start > 2 && text[start] == '_' && text[start + 1] == '_';
  }

  /** Takes one word; a mention if it does not begin with a digit. */
  private void word() {
    boolean counts = !isDigit(text[at]);
    int sum = 0;
    while (at < end && WORD[text[at] & 0xff]) {
      sum = Hashes.next(sum, text[at++]);
    }
    hash = sum;
    if (counts) {
      mentions.add(Hashes.mention(sum));
    }
  }

  private void blockComment() {
    at += 2;
    while (at < end) {
      byte octet = text[at];
      if (WORD[octet & 0xff]) {
        word();
      } else if (octet == '*' && at + 1 < end && text[at + 1] == '/') {
        at += 2;
        return;
      } else {
        at++;
      }
    }
  }

  /** The rest of a line with its continuations, and with comments that it opens. */
  private void line() {
    boolean isComment = at < end && text[at] == '/';
    while (at < end) {
      byte octet = text[at];
      if (WORD[octet & 0xff]) {
        word();
      } else if (octet == '\\' && at + 1 < end && text[at + 1] == '\n') {
        at += 2;
      } else if (octet == '\\' && at + 2 < end && text[at + 1] == '\r' && text[at + 2] == '\n') {
        at += 3;
      } else if (octet == '\n') {
        return;
      } else if (!isComment && octet == '/' && at + 1 < end && text[at + 1] == '*') {
        blockComment();
      } else if (!isComment && octet == '/' && at + 1 < end && text[at + 1] == '/') {
        isComment = true;
      } else if (!isComment && octet == '"') {
        literal(octet);
      } else {
        at++;
      }
    }
  }

  /** A string or a character, to its end or the line's. */
  private void literal(byte quote) {
    at++;
    while (at < end) {
      byte octet = text[at];
      if (WORD[octet & 0xff]) {
        word();
      } else if (octet == '\\') {
        at++;
        if (at < end && !WORD[text[at] & 0xff]) {
          at++;
        }
      } else if (octet == '\n') {
        return;
      } else {
        at++;
        if (octet == quote) {
          return;
        }
      }
    }
  }

  private void directive(DeclarationWatch watch) {
    at++;
    blanks();
    int start = at;
    if (at < end && WORD[text[at] & 0xff]) {
      word();
    }
    String name = new String(text, start, at - start, java.nio.charset.StandardCharsets.ISO_8859_1);
    switch (name) {
      case "define" -> {
        blanks();
        if (at < end && WORD[text[at] & 0xff]) {
          word();
          macros.add(Hashes.definition(Hashes.Space.MACRO, hash));
        }
      }
      case "include", "include_next" -> include();
      case "if" -> watch.open(isZero());
      case "ifdef", "ifndef" -> watch.open(false);
      case "else", "elif", "elifdef", "elifndef" -> watch.next();
      case "endif" -> watch.close();
      default -> {
        // Nothing that changes what is seen.
      }
    }
    line();
  }

  private boolean isZero() {
    blanks();
    return at < end
        && text[at] == '0'
        && (at + 1 == end || text[at + 1] == '\n' || text[at + 1] == ' ');
  }

  private void blanks() {
    while (at < end) {
      if (text[at] == ' ' || text[at] == '\t') {
        at++;
      } else if (text[at] == '\\' && at + 1 < end && text[at + 1] == '\n') {
        at += 2;
      } else if (text[at] == '/' && at + 1 < end && text[at + 1] == '*') {
        blockComment();
      } else {
        return;
      }
    }
  }

  private void include() {
    blanks();
    if (at == end || (text[at] != '<' && text[at] != '"')) {
      return;
    }
    byte close = (byte) (text[at] == '<' ? '>' : '"');
    int stop = at + 1;
    while (stop < end && text[stop] != close && text[stop] != '\n') {
      stop++;
    }
    if (stop < end && text[stop] == close) {
      includes.add(new String(text, at, stop - at, java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
