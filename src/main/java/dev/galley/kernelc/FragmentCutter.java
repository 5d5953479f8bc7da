package dev.galley.kernelc;

import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Cuts lines without their file where their brackets do not match. */
final class FragmentCutter {

  /**
   * A piece whose brackets match once {@code closing} follows it.
   *
   * @param unknown why it cannot be read
   * @param isIndented whether its first word does not stand at the start of a line
   */
  record Cut(Span span, String closing, Optional<String> unknown, boolean isIndented) {}

  private final CTokens tokens;
  private final int begin;
  private final int[] visible;
  private final List<Cut> cuts = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int first;

  private FragmentCutter(CTokens tokens, int begin, int[] visible) {
    this.tokens = tokens;
    this.begin = begin;
    this.visible = visible;
  }

  static List<Cut> cut(Bytes text) {
    int start = afterComment(text);
    CTokens tokens = Lexer.lex(start == 0 ? text : blanked(text, start));
    int count = 0;
    int[] visible = new int[tokens.count()];
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.isHidden(i)) {
        visible[count++] = i;
      }
    }
    FragmentCutter cutter = new FragmentCutter(tokens, start, Arrays.copyOf(visible, count));
    if (start > 0) {
      cutter.unknown(new Span(0, start), "the end of a comment that begins before the hunk");
    }
    cutter.run();
    return cutter.cuts;
  }

  /** Where the comment ends that the first line is in; 0 where it is in none. */
  private static int afterComment(Bytes text) {
    int close = text.indexOf("*/", 0);
    int opening = text.indexOf("/*", 0);
    return close >= 0 && (opening < 0 || close < opening) ? close + 2 : 0;
  }

  /** The text with blanks up to an octet, so that places stay. */
  private static Bytes blanked(Bytes text, int end) {
    byte[] octets = text.toArray();
    for (int i = 0; i < end; i++) {
      if (octets[i] != '\n') {
        octets[i] = ' ';
      }
    }
    return Bytes.wrap(octets);
  }

  private void run() {
    int at = 0;
    while (at < visible.length) {
      Kind kind = kind(at);
      if (opens(kind)) {
        open.push(at);
      } else if (closes(kind)) {
        if (!open.isEmpty() && matches(kind(open.peek()), kind)) {
          open.pop();
        } else {
          at = unmatched(at, kind);
          continue;
        }
      }
      at++;
    }
    finish();
  }

  private Kind kind(int at) {
    return tokens.kind(visible[at]);
  }

  private static boolean opens(Kind kind) {
    return kind == Kind.LPAREN || kind == Kind.LBRACE || kind == Kind.LBRACKET;
  }

  private static boolean closes(Kind kind) {
    return kind == Kind.RPAREN || kind == Kind.RBRACE || kind == Kind.RBRACKET;
  }

  private static boolean matches(Kind opening, Kind closing) {
    return (opening == Kind.LPAREN && closing == Kind.RPAREN)
        || (opening == Kind.LBRACE && closing == Kind.RBRACE)
        || (opening == Kind.LBRACKET && closing == Kind.RBRACKET);
  }

  /** A bracket closes that was opened before the hunk; where to go on. */
  private int unmatched(int at, Kind kind) {
    if (kind == Kind.RBRACE) {
      endPiece(at);
      open.clear();
      first = afterBlock(at + 1);
      return first;
    }
    int end = at + 1;
    while (end < visible.length && !endsStatement(kind(end))) {
      end++;
    }
    end = Math.min(end + 1, visible.length);
    // The pieces before the statement that this bracket is part of are whole.
    int start = statementStart(at);
    endPiece(start);
    unknown(
        tokens.span(visible[start], visible[end - 1]),
        "part of a statement that begins before the hunk");
    open.clear();
    first = end;
    return end;
  }

  private static boolean endsStatement(Kind kind) {
    return kind == Kind.SEMI || kind == Kind.LBRACE || kind == Kind.RBRACE;
  }

  /** What belongs to a block that began before the hunk: {@code else}, {@code while (…);}. */
  private int afterBlock(int at) {
    int next = at;
    if (next < visible.length && kind(next) == Kind.ELSE) {
      return next + 1;
    }
    if (next < visible.length && (kind(next) == Kind.WHILE || kind(next) == Kind.ID)) {
      int end = next + 1;
      int depth = 0;
      while (end < visible.length && (depth > 0 || kind(end) == Kind.LPAREN)) {
        depth += kind(end) == Kind.LPAREN ? 1 : kind(end) == Kind.RPAREN ? -1 : 0;
        end++;
      }
      boolean isDo = kind(next) == Kind.WHILE;
      boolean isDeclarator = end == next + 1;
      if (end < visible.length && kind(end) == Kind.SEMI && (isDo || isDeclarator)) {
        return end + 1;
      }
    }
    return next < visible.length && kind(next) == Kind.SEMI ? next + 1 : next;
  }

  /** The first token of the statement that a token is in, not before the piece. */
  private int statementStart(int at) {
    int start = at;
    while (start > first && !endsStatement(kind(start - 1))) {
      start--;
    }
    return start;
  }

  private void finish() {
    int end = visible.length;
    boolean isWhole = end == first || endsStatement(kind(end - 1)) || endsItem(end);
    if (!isWhole || hasOpenParenthesis()) {
      int from = hasOpenParenthesis() ? outermostParenthesis() : end - 1;
      int start = itemStart(from);
      if (start < end) {
        Span rest = tokens.span(visible[start], visible[end - 1]);
        open.removeIf(bracket -> bracket >= start);
        endPiece(start);
        unknown(rest, "a statement that ends after the hunk");
        return;
      }
    }
    endPiece(end);
  }

  private boolean hasOpenParenthesis() {
    return open.stream().anyMatch(bracket -> kind(bracket) != Kind.LBRACE);
  }

  private int outermostParenthesis() {
    return open.stream()
        .filter(bracket -> kind(bracket) != Kind.LBRACE)
        .reduce((inner, outer) -> outer)
        .orElseThrow();
  }

  /** Whether the last token ends an element of a list or a label. */
  private boolean endsItem(int end) {
    return (kind(end - 1) == Kind.COMMA && (isInList() || isListOnly()))
        || kind(end - 1) == Kind.COLON;
  }

  /** Whether the innermost open brace is an initialiser's or an enum's. */
  private boolean isInList() {
    return !open.isEmpty() && isList(open.peek());
  }

  /** Whether the whole piece has commas, but no semicolon: the inside of a list. */
  private boolean isListOnly() {
    if (!open.isEmpty()) {
      return false;
    }
    for (int i = first; i < visible.length; i++) {
      if (kind(i) == Kind.SEMI) {
        return false;
      }
    }
    return true;
  }

  private boolean isList(int brace) {
    if (brace == 0) {
      return false;
    }
    Kind before = kind(brace - 1);
    return before == Kind.ASSIGN
        || before == Kind.COMMA
        || before == Kind.LPAREN
        || before == Kind.ENUM
        || (brace > 1 && before == Kind.ID && kind(brace - 2) == Kind.ENUM)
        || (before == Kind.LBRACE && isList(brace - 1));
  }

  private boolean isAggregate(int brace) {
    return brace > 0
        && (isRecordWord(kind(brace - 1))
            || (brace > 1 && kind(brace - 1) == Kind.ID && isRecordWord(kind(brace - 2))));
  }

  private static boolean isRecordWord(Kind kind) {
    return kind == Kind.STRUCT || kind == Kind.UNION;
  }

  private int itemStart(int at) {
    int start = at;
    boolean list = isInList() || isListOnly();
    while (start > first
        && !endsStatement(kind(start - 1))
        && !(list && kind(start - 1) == Kind.COMMA)) {
      start--;
    }
    return start;
  }

  /** Ends the piece before a token; empty pieces are left out. */
  private void endPiece(int end) {
    if (first >= end) {
      return;
    }
    StringBuilder closing = new StringBuilder();
    for (int bracket : open) {
      if (bracket < end) {
        boolean isData =
            isAggregate(bracket) || (isList(bracket) && kind(bracket - 1) != Kind.LBRACE);
        closing.append(isData && !isNested(bracket) ? "\n};" : "\n}");
      }
    }
    // Preprocessor lines and comments before and after it are part of it.
    int from = first == 0 ? begin : tokens.end(visible[first - 1]);
    int to = end < visible.length ? tokens.start(visible[end]) : tokens.source().length();
    boolean isIndented = isIndented(tokens.start(visible[first]));
    cuts.add(new Cut(new Span(from, to), closing.toString(), Optional.empty(), isIndented));
    first = end;
  }

  /** Whether a brace of a list is an element of another one. */
  private boolean isNested(int brace) {
    return isList(brace) && (kind(brace - 1) == Kind.COMMA || isInOpenList(brace));
  }

  private boolean isInOpenList(int brace) {
    return open.stream().anyMatch(outer -> outer < brace && isList(outer));
  }

  private boolean isIndented(int offset) {
    Bytes source = tokens.source();
    return offset > 0 && source.at(offset - 1) != '\n';
  }

  private void unknown(Span span, String reason) {
    cuts.add(new Cut(span, "", Optional.of(reason), true));
  }
}
