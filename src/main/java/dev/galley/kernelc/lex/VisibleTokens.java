package dev.galley.kernelc.lex;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The tokens of a range that a parser sees, in a dense row.
 *
 * <p>What a macro body pastes together is one entry: {@code a ## b} is the identifier that it
 * makes, {@code #x} a string; {@code , ##args} keeps its comma, which then ends after the {@code
 * ##}.
 */
public final class VisibleTokens {

  private final CTokens tokens;
  private int[] first = new int[64];
  private int[] last = new int[64];
  private Kind[] kinds = new Kind[64];
  private int count;

  private VisibleTokens(CTokens tokens) {
    this.tokens = tokens;
  }

  /** The visible tokens of [first, end) without the inactive ones. */
  public static VisibleTokens of(CTokens tokens, int first, int end, BitSet inactive) {
    VisibleTokens row = new VisibleTokens(tokens);
    boolean all = inactive.isEmpty();
    for (int i = first; i < end; i++) {
      if (!tokens.isHidden(i) && (all || !inactive.get(i))) {
        row.append(i, tokens.kind(i));
      }
    }
    row.dropSplice();
    return row;
  }

  /** A macro body may end with the backslash before an empty line. */
  private void dropSplice() {
    if (count > 0 && kinds[count - 1] == Kind.OTHER && tokens.isText(last[count - 1], "\\")) {
      count--;
    }
  }

  private void append(int token, Kind kind) {
    if (count > 0 && kinds[count - 1] == Kind.HASHHASH) {
      paste(token, kind);
    } else if (count > 0 && kinds[count - 1] == Kind.HASH && isWord(kind)) {
      last[count - 1] = token;
      kinds[count - 1] = Kind.STRING;
    } else {
      add(token, kind);
    }
  }

  /** The last entry is a {@code ##}. */
  private void paste(int token, Kind kind) {
    if (count < 2) {
      add(token, kind);
      return;
    }
    Kind left = kinds[count - 2];
    last[count - 2] = last[count - 1];
    count--;
    if ((isWord(left) || left == Kind.NUMBER) && (isWord(kind) || kind == Kind.NUMBER)) {
      last[count - 1] = token;
      kinds[count - 1] = left == Kind.NUMBER ? Kind.NUMBER : Kind.ID;
    } else {
      add(token, kind);
    }
  }

  private static boolean isWord(Kind kind) {
    return kind == Kind.ID || kind.isKeyword();
  }

  private void add(int token, Kind kind) {
    if (count == first.length) {
      int more = count + (count >> 1);
      first = Arrays.copyOf(first, more);
      last = Arrays.copyOf(last, more);
      kinds = Arrays.copyOf(kinds, more);
    }
    first[count] = token;
    last[count] = token;
    kinds[count++] = kind;
  }

  public CTokens tokens() {
    return tokens;
  }

  public int count() {
    return count;
  }

  /** The first token of an entry; roles are given to it. */
  public int first(int entry) {
    return first[entry];
  }

  /** The last token of an entry, itself included. */
  public int last(int entry) {
    return last[entry];
  }

  /** What an entry is before roles are given. */
  public Kind kind(int entry) {
    return kinds[entry];
  }
}
