package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.CutState.Body;
import dev.galley.kernelc.lex.External.What;

/**
 * Goes over the tokens that are not hidden and ends external declarations where brackets and shapes
 * say so. Knows nothing of conditional lines: {@link Conditionals} gives it another state there.
 */
final class Cutter {

  private final CTokens tokens;
  private final Neighbours near;
  private final Cuts cuts;
  private final Braces braces;
  private final boolean repair;

  CutState state = new CutState();

  /**
   * A cutter of one file.
   *
   * @param repair whether a closing brace in column 0 ends a function whatever is open
   */
  Cutter(CTokens tokens, Neighbours near, Cuts cuts, boolean repair) {
    this.tokens = tokens;
    this.near = near;
    this.cuts = cuts;
    this.braces = new Braces(tokens, near);
    this.repair = repair;
  }

  /** Takes the next token that is not hidden. */
  void take(int token) {
    switch (tokens.kind(token)) {
      case LPAREN, LBRACKET -> {
        if (state.atFileLevel()) {
          state.add(token);
        }
        state.top = new Open(Open.Role.ARGUMENTS, token, state.top);
      }
      case RPAREN, RBRACKET -> closeArguments(token);
      case LBRACE -> openBrace(token);
      case RBRACE -> closeBrace(token);
      case SEMI -> {
        if (state.atFileLevel()) {
          semicolon(token);
        }
      }
      default -> {
        if (state.atFileLevel()) {
          word(token);
        }
      }
    }
    state.last = token;
  }

  /** A token that opens or closes nothing, outside of all brackets. */
  private void word(int token) {
    Item last = state.items;
    boolean begins =
        tokens.is(token, Kind.STATIC)
            || tokens.is(token, Kind.EXTERN)
            || tokens.is(token, Kind.TYPEDEF);
    if (begins && last != null && near.inColumnZero(token) && endsUnmarked(last)) {
      cuts.end(state, last.token + 1);
    }
    state.add(token);
  }

  /** Whether a declaration that lacks its semicolon ends here, as a storage class comes next. */
  private boolean endsUnmarked(Item last) {
    HeaderShape shape = new HeaderShape(tokens, Item.tokens(last));
    if (tokens.is(last.token, Kind.RBRACE)) {
      return true;
    }
    return tokens.is(last.token, Kind.RPAREN)
        && shape.isMacroFirst()
        && !Names.isAttribute(shape.text(0));
  }

  private void closeArguments(int token) {
    Open top = state.top;
    if (top != null && top.role == Open.Role.ARGUMENTS) {
      state.top = top.outer;
      state.closed = top.token;
    }
    if (state.atFileLevel()) {
      state.add(token);
      if (tokens.is(token, Kind.RPAREN)) {
        endMacroLine(token);
      }
    }
  }

  /** Ends {@code MODULE_LICENSE("GPL")} where the line's end is all the end it has. */
  private void endMacroLine(int close) {
    Item items = state.items;
    if (items == null || items.size != 3) {
      return;
    }
    HeaderShape shape = new HeaderShape(tokens, Item.tokens(items));
    if (!shape.isMacroCall()) {
      return;
    }
    int next = near.next(close + 1);
    if (next >= tokens.count() || goesOn(shape.text(0), close, next)) {
      return;
    }
    state.last = close;
    cuts.end(state, close + 1);
  }

  private boolean goesOn(String macro, int close, int next) {
    return switch (tokens.kind(next)) {
      case RBRACE -> false;
      case ID ->
          !near.newLine(close, next)
              || Names.isAttribute(macro)
              || Names.followsParameters(tokens.spelling(next));
      case STATIC, EXTERN, TYPEDEF, INLINE, STRUCT, UNION, ENUM, CONST, VOLATILE, BASIC_TYPE ->
          Names.isAttribute(macro) || !near.newLine(close, next);
      case ASM, STATIC_ASSERT, TYPEOF, IF, ELSE, FOR, DO, WHILE, RETURN, HASH, NUMBER, OTHER ->
          !near.newLine(close, next);
      default -> true;
    };
  }

  private void openBrace(int token) {
    Open.Role role;
    if (!state.atFileLevel()) {
      role = braces.inside(state, token);
    } else {
      HeaderShape shape = new HeaderShape(tokens, Item.tokens(state.items));
      if (shape.isLinkage()) {
        state.add(token);
        cuts.end(state, token + 1);
        state.linkage++;
        return;
      }
      Body body = braces.body(state, shape, token);
      if (state.body == Body.NONE || state.body == Body.INITIALISER) {
        state.body = body;
        state.bodyToken = body == Body.INITIALISER ? -1 : token;
      } else if (body == Body.FUNCTION) {
        // struct {...} f(void) {
        state.body = body;
        state.bodyToken = token;
      }
      role = Braces.role(body);
      state.add(token);
    }
    state.top = new Open(role, token, state.top);
  }

  private void closeBrace(int token) {
    Open brace = state.top == null ? null : state.top.brace;
    if (brace == null && state.top == null && state.linkage > 0 && state.items == null) {
      state.linkage--;
      state.add(token);
      cuts.end(state, token + 1);
      return;
    }
    if (brace == null) {
      cuts.unbalanced(token, "this brace closes nothing");
      state.top = null;
      state.add(token);
      state.body = Body.UNKNOWN;
      cuts.end(state, token + 1);
      return;
    }
    boolean forced = repair && state.body == Body.FUNCTION && near.inColumnZero(token);
    state.top = forced ? null : brace.outer;
    state.closed = brace.token;
    if (state.atFileLevel()) {
      state.add(token);
      endBody(token);
    }
  }

  private void endBody(int close) {
    boolean ends =
        switch (state.body) {
          case FUNCTION -> !isData(close);
          case UNKNOWN -> true;
          case DATA -> !semicolonFollows(close);
          default -> false;
        };
    if (state.body == Body.FUNCTION && !ends) {
      state.body = Body.DATA;
    }
    if (ends) {
      cuts.end(state, close + 1);
    }
  }

  /** {@code FIXTURE(x) { int fd; };} */
  private boolean isData(int close) {
    if (!semicolonFollows(close)) {
      return false;
    }
    HeaderShape shape = new HeaderShape(tokens, Item.tokens(state.items));
    return shape.isMacroFirst() && shape.is(3, Kind.LBRACE) && !Names.beginsFunction(shape.text(0));
  }

  private boolean semicolonFollows(int close) {
    int next = near.next(close + 1);
    return next < tokens.count() && tokens.is(next, Kind.SEMI);
  }

  private void semicolon(int token) {
    state.add(token);
    if (state.oldStyle || OldStyle.begins(tokens, state, token)) {
      state.oldStyle = true;
      return;
    }
    cuts.end(state, token + 1);
  }

  /** Ends what is open at the end of the file. */
  void finish() {
    if (state.items == null) {
      return;
    }
    if (!state.atFileLevel()) {
      Open brace = state.top == null ? null : state.top;
      cuts.unbalanced(
          brace == null ? tokens.count() - 1 : brace.token, "this bracket is not closed");
      if (state.body == Body.NONE) {
        state.body = Body.UNKNOWN;
      }
    }
    cuts.end(state, state.last + 1);
  }

  /** What an external declaration is called in {@link What}. */
  static What what(Body body) {
    return switch (body) {
      case FUNCTION -> What.FUNCTION;
      case RECORD -> What.RECORD;
      case ENUM -> What.ENUM;
      case DATA -> What.MACRO_CALL;
      case UNKNOWN -> What.UNKNOWN;
      default -> What.DECLARATION;
    };
  }
}
