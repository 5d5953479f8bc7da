package dev.galley.kernelc.lex;

/** Definitions as before C89: {@code int f(a, b) int a; char *b; { … }}. */
final class OldStyle {

  private static final int FAR = 400;

  private OldStyle() {}

  /** Whether the semicolon is the first one between such a header and its brace. */
  static boolean begins(CTokens tokens, CutState state, int semicolon) {
    Item items = state.items;
    if (items == null || items.size < 6) {
      return false;
    }
    HeaderShape shape = new HeaderShape(tokens, Item.tokens(items));
    int open = shape.find(Kind.LPAREN, 0);
    return open > 0
        && shape.is(open - 1, Kind.ID)
        && open + 3 < shape.size() - 1
        && namesOnly(tokens, shape.token(open))
        && isSpecifier(tokens, shape.token(open + 2))
        && leadsToBrace(tokens, semicolon);
  }

  private static boolean namesOnly(CTokens tokens, int open) {
    int at = tokens.visibleFrom(open + 1);
    while (at < tokens.count() && tokens.is(at, Kind.ID)) {
      at = tokens.visibleFrom(at + 1);
      if (at < tokens.count() && tokens.is(at, Kind.RPAREN)) {
        return true;
      }
      if (at >= tokens.count() || !tokens.is(at, Kind.COMMA)) {
        return false;
      }
      at = tokens.visibleFrom(at + 1);
    }
    return false;
  }

  private static boolean isSpecifier(CTokens tokens, int token) {
    return switch (tokens.kind(token)) {
      case ID, BASIC_TYPE, STRUCT, UNION, ENUM, CONST, VOLATILE, REGISTER -> true;
      default -> false;
    };
  }

  private static boolean leadsToBrace(CTokens tokens, int semicolon) {
    int before = semicolon;
    int at = tokens.visibleFrom(semicolon + 1);
    int end = Math.min(tokens.count(), semicolon + FAR);
    while (at < end) {
      switch (tokens.kind(at)) {
        case LBRACE -> {
          return tokens.is(before, Kind.SEMI);
        }
        case ID, BASIC_TYPE, STRUCT, UNION, ENUM, CONST, VOLATILE, REGISTER, STAR, COMMA -> {}
        case SEMI, LPAREN, RPAREN, LBRACKET, RBRACKET, NUMBER -> {}
        default -> {
          return false;
        }
      }
      before = at;
      at = tokens.visibleFrom(at + 1);
    }
    return false;
  }
}
