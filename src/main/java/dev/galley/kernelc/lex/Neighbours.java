package dev.galley.kernelc.lex;

/** Looks for the token before or after a place, as the reading with the first branches has it. */
final class Neighbours {

  private static final int FAR = 2000;

  private final CTokens tokens;
  private final int[] jumps;

  /**
   * Over the tokens of a file.
   *
   * @param jumps by token: of a line that ends a branch, the line that ends the whole group; 0
   *     elsewhere
   */
  Neighbours(CTokens tokens, int[] jumps) {
    this.tokens = tokens;
    this.jumps = jumps;
  }

  /**
   * The next token from {@code token} on that is not hidden: into a group's first branch, from a
   * branch's end behind the group. The number of tokens where none is near.
   */
  int next(int token) {
    int at = token;
    int end = Math.min(tokens.count(), token + FAR);
    while (at < end && tokens.isHidden(at)) {
      at = tokens.is(at, Kind.DIRECTIVE) && jumps[at] > at ? jumps[at] + 1 : at + 1;
    }
    return at < Math.min(end, tokens.count()) ? at : tokens.count();
  }

  /** Whether a line feed stands in the space between two tokens. */
  boolean newLine(int from, int to) {
    for (int at = from + 1; at < Math.min(to, from + FAR); at++) {
      if (tokens.is(at, Kind.DIRECTIVE)
          || (tokens.is(at, Kind.SPACE)
              && tokens.source().slice(tokens.span(at)).indexOf('\n', 0) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a token is the first thing on its line. */
  boolean inColumnZero(int token) {
    int start = tokens.start(token);
    return start == 0 || tokens.source().at(start - 1) == '\n';
  }
}
