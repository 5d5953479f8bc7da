package dev.galley.kernelc.lex;

/** Tells whether a statement, a member or a list element ends where a state was kept. */
final class StatementEnds {

  private static final int FAR = 40;

  private final CTokens tokens;
  private final Neighbours near;

  StatementEnds(CTokens tokens, Neighbours near) {
    this.tokens = tokens;
    this.near = near;
  }

  /** Whether the head of an {@code if} or a loop has just ended, so that its statement follows. */
  boolean isHead(CutState state) {
    if (state.last < 0) {
      return false;
    }
    return switch (tokens.kind(state.last)) {
      case ELSE, DO -> true;
      case RPAREN -> {
        int word = tokens.visibleUpTo(state.closed - 1);
        yield word >= 0
            && switch (tokens.kind(word)) {
              case IF, WHILE, FOR, SWITCH -> true;
              case ID -> Names.takesStatement(tokens.spelling(word));
              default -> false;
            };
      }
      default -> false;
    };
  }

  /**
   * Whether a statement or member ends with the last token of a state.
   *
   * @param next the token after it
   */
  boolean ends(CutState state, int next) {
    int last = state.last;
    if (last < 0) {
      return true;
    }
    return switch (tokens.kind(last)) {
      case SEMI, RBRACE, LBRACE -> true;
      case COLON -> isLabel(last);
      case RPAREN -> !isHead(state) && isMacro(state) && near.newLine(last, next);
      case ID -> begins(last) && near.newLine(last, next);
      default -> false;
    };
  }

  /** Whether {@code ID ( … )} ends here and is all there is of a statement. */
  private boolean isMacro(CutState state) {
    int name = tokens.visibleUpTo(state.closed - 1);
    return name >= 0 && tokens.is(name, Kind.ID) && begins(name);
  }

  /** Whether a list element that is one macro call ends here. */
  boolean isMacroElement(CutState state) {
    if (state.last < 0 || !tokens.is(state.last, Kind.RPAREN)) {
      return false;
    }
    int name = tokens.visibleUpTo(state.closed - 1);
    if (name < 0 || !tokens.is(name, Kind.ID)) {
      return false;
    }
    int before = tokens.visibleUpTo(name - 1);
    return before >= 0
        && (tokens.is(before, Kind.COMMA)
            || tokens.is(before, Kind.LBRACE)
            || (tokens.is(before, Kind.RPAREN) && near.newLine(before, name)));
  }

  private boolean begins(int token) {
    int before = tokens.visibleUpTo(token - 1);
    return before < 0
        || switch (tokens.kind(before)) {
          case SEMI, LBRACE, RBRACE -> true;
          case COLON -> isLabel(before);
          case RPAREN -> near.newLine(before, token);
          default -> false;
        };
  }

  /** Whether a colon ends a label, and is no part of {@code ?:} or a bit-field. */
  private boolean isLabel(int colon) {
    int at = colon;
    for (int words = 0; words < FAR; words++) {
      at = tokens.visibleUpTo(at - 1);
      if (at < 0) {
        return false;
      }
      switch (tokens.kind(at)) {
        case CASE, DEFAULT -> {
          return true;
        }
        case QUESTION -> {
          return false;
        }
        case SEMI, LBRACE, RBRACE, COLON -> {
          return words == 1;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Whether an operand must follow, or must have come before. */
  boolean isOperator(int token) {
    if (token < 0 || token >= tokens.count()) {
      return false;
    }
    Kind kind = tokens.kind(token);
    return kind == Kind.ASSIGN
        || kind == Kind.OP_ASSIGN
        || kind == Kind.QUESTION
        || kind == Kind.RETURN
        || kind == Kind.STRING
        || (kind.compareTo(Kind.PLUS) >= 0 && kind.compareTo(Kind.NOT) <= 0);
  }
}
