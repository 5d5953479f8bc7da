package dev.galley.kernelc.lex;

/**
 * What the tokens outside of all brackets say of an external declaration: its header.
 *
 * <p>Indices are into {@link #items}; a bracket's contents are not among them.
 */
final class HeaderShape {

  private final CTokens tokens;
  private final int[] items;

  HeaderShape(CTokens tokens, int[] items) {
    this.tokens = tokens;
    this.items = items;
  }

  int size() {
    return items.length;
  }

  int token(int index) {
    return items[index];
  }

  boolean is(int index, Kind kind) {
    return index >= 0 && index < items.length && tokens.is(items[index], kind);
  }

  String text(int index) {
    return tokens.spelling(items[index]);
  }

  /** The first place of a kind from an index on, or -1. */
  int find(Kind kind, int from) {
    for (int i = from; i < items.length; i++) {
      if (is(i, kind)) {
        return i;
      }
    }
    return -1;
  }

  boolean isLinkage() {
    return items.length == 2 && is(0, Kind.EXTERN) && is(1, Kind.STRING);
  }

  /** {@code ID ( … )} from the first token on. */
  boolean isMacroFirst() {
    return is(0, Kind.ID) && is(1, Kind.LPAREN);
  }

  /** {@code ID ( … )} and nothing else. */
  boolean isMacroCall() {
    return isMacroFirst() && items.length == 3 && is(2, Kind.RPAREN);
  }

  /** The keyword of the struct, union or enum whose braces open after these tokens, or -1. */
  int aggregate() {
    int at = items.length - 1;
    while (at >= 0) {
      if (is(at, Kind.STRUCT) || is(at, Kind.UNION) || is(at, Kind.ENUM)) {
        return at;
      }
      if (is(at, Kind.RPAREN)) {
        at = attributeBefore(at);
      } else if (!is(at, Kind.ID)
          && !(is(at, Kind.BASIC_TYPE) && afterColon(at))
          && !is(at, Kind.COLON)) {
        return -1;
      } else {
        at--;
      }
    }
    return -1;
  }

  private boolean afterColon(int at) {
    int before = at;
    while (is(before, Kind.BASIC_TYPE)) {
      before--;
    }
    return is(before, Kind.COLON);
  }

  /** Before the attribute whose parenthesis closes here; -1 if it is a function's parameters. */
  private int attributeBefore(int close) {
    int name = close - 2;
    boolean isAttribute =
        is(close - 1, Kind.LPAREN)
            && (is(name, Kind.ATTRIBUTE)
                || (is(name, Kind.ID)
                    && (isAggregateWord(name - 1) || Names.followsParameters(text(name)))));
    return isAttribute ? name - 1 : -1;
  }

  private boolean isAggregateWord(int index) {
    return is(index, Kind.STRUCT) || is(index, Kind.UNION) || is(index, Kind.ENUM);
  }

  /** The {@code (} of the parameters of a function, or -1: see {@link #functionName}. */
  int parameters() {
    int best = -1;
    for (int i = 1; i < items.length; i++) {
      if (!is(i, Kind.LPAREN)) {
        continue;
      }
      boolean named = is(i - 1, Kind.ID);
      if (!named) {
        // int (*f(int x))(void), int (f)(void)
        if (!is(i - 1, Kind.ATTRIBUTE) && is(i + 2, Kind.LPAREN) && innerName(items[i]) >= 0) {
          return i;
        }
        continue;
      }
      if (is(i + 2, Kind.LPAREN) && innerName(items[i]) >= 0) {
        return i;
      }
      if (endsHeader(i + 2) && (best < 0 || !Names.followsParameters(text(i - 1)))) {
        boolean attribute = Names.isAttribute(text(i - 1)) && !typeBefore(i - 1);
        if (!attribute || best < 0) {
          best = i;
        }
        if (!attribute) {
          return i;
        }
      } else if (!Names.followsParameters(text(i - 1))) {
        best = i;
      }
    }
    return best;
  }

  private boolean typeBefore(int index) {
    for (int i = 0; i < index; i++) {
      if (is(i, Kind.BASIC_TYPE) || is(i, Kind.STAR) || is(i, Kind.ID) || isAggregateWord(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what stands here may follow a function's parameters. */
  private boolean endsHeader(int index) {
    return index >= items.length
        || is(index, Kind.ATTRIBUTE)
        || is(index, Kind.LBRACE)
        || is(index, Kind.SEMI)
        || is(index, Kind.ASM)
        || is(index, Kind.COMMA)
        || (is(index, Kind.ID)
            && (Names.followsParameters(text(index))
                || index + 1 >= items.length
                || is(index + 1, Kind.SEMI)
                || is(index + 1, Kind.LBRACE)));
  }

  /** The token of a function's name, or -1 where the header has no parameters after a name. */
  int functionName() {
    int open = parameters();
    if (open < 0) {
      return -1;
    }
    int inner = is(open + 2, Kind.LPAREN) ? innerName(items[open]) : -1;
    if (inner >= 0) {
      return inner;
    }
    return is(open - 1, Kind.ID) ? items[open - 1] : -1;
  }

  /** The name in {@code (*f(…))} or {@code (f)} or {@code (*f)}, or -1. */
  private int innerName(int paren) {
    int at = tokens.visibleFrom(paren + 1);
    boolean star = false;
    while (at < tokens.count()) {
      if (tokens.is(at, Kind.STAR)) {
        star = true;
      } else if (tokens.is(at, Kind.LPAREN) && star) {
        // int (*(*f(void))(int))(int): one level more
        star = false;
      } else if (tokens.is(at, Kind.ID)) {
        int next = tokens.visibleFrom(at + 1);
        if (next < tokens.count()
            && ((tokens.is(next, Kind.LPAREN) && star)
                || tokens.is(next, Kind.RPAREN)
                || tokens.is(next, Kind.LBRACKET))) {
          return at;
        }
        if (!star) {
          return -1;
        }
      } else if (!tokens.is(at, Kind.CONST)) {
        return -1;
      }
      at = tokens.visibleFrom(at + 1);
    }
    return -1;
  }

  /** The token of the tag of the struct, union or enum at an index, or -1. */
  int tag(int aggregate) {
    int at = aggregate + 1;
    int found = -1;
    while (at < items.length && !is(at, Kind.LBRACE) && !is(at, Kind.SEMI)) {
      if (is(at, Kind.LPAREN)) {
        found = -1;
      } else if (is(at, Kind.COLON)) {
        break;
      } else if (is(at, Kind.ID) && (found < 0 || !text(at).startsWith("__"))) {
        found = items[at];
      }
      at++;
    }
    return found;
  }

  /** The token of the first declarator's name from an index on, or -1. */
  int declarator(int from) {
    int at = from;
    int name = -1;
    for (; at < items.length; at++) {
      if (is(at, Kind.ID)) {
        if (name < 0 || !Names.isSection(text(at))) {
          name = items[at];
        }
      } else if (is(at, Kind.LPAREN)) {
        int inner = innerName(items[at]);
        boolean declares = inner >= 0 && (is(at + 2, Kind.LPAREN) || is(at + 2, Kind.LBRACKET));
        if (declares) {
          return inner;
        }
        if (is(at - 1, Kind.ID) && endsHeader(at + 2)) {
          return name;
        }
        at++;
      } else if (is(at, Kind.LBRACE)) {
        at++;
      } else if (is(at, Kind.ASSIGN)
          || is(at, Kind.SEMI)
          || is(at, Kind.COMMA)
          || is(at, Kind.LBRACKET)
          || is(at, Kind.COLON)) {
        break;
      }
    }
    return name;
  }
}
