package dev.galley.kernelc.lex;

/** Questions about what stands at a place; nothing is changed, and every look is short. */
final class RowShapes {

  private static final int FAR = 48;

  private final Row row;

  RowShapes(Row row) {
    this.row = row;
  }

  /** Whether a keyword or role begins or continues specifiers. */
  static boolean isSpecifier(Kind kind) {
    return switch (kind) {
      case TYPEDEF,
          EXTERN,
          STATIC,
          REGISTER,
          INLINE,
          THREAD_LOCAL,
          CONST,
          VOLATILE,
          RESTRICT,
          BASIC_TYPE,
          AUTO,
          ATOMIC,
          TYPEOF,
          STRUCT,
          UNION,
          ENUM,
          TYPE_NAME,
          ATTR,
          ATTR_CALL,
          TYPE_MACRO ->
          true;
      default -> false;
    };
  }

  /** Whether a keyword says that a type is meant. */
  static boolean isTypeWord(Kind kind) {
    return switch (kind) {
      case CONST,
          VOLATILE,
          RESTRICT,
          BASIC_TYPE,
          AUTO,
          ATOMIC,
          TYPEOF,
          STRUCT,
          UNION,
          ENUM,
          TYPE_NAME,
          TYPE_MACRO ->
          true;
      default -> false;
    };
  }

  /** Whether an operand may begin with a token. */
  static boolean startsOperand(Kind kind) {
    return switch (kind) {
      case ID,
          NUMBER,
          STRING,
          CHARACTER,
          LPAREN,
          SIZEOF,
          ALIGNOF,
          NOT,
          TILDE,
          STRING_MACRO,
          GENERIC,
          EXTENSION,
          SOUP ->
          true;
      default -> false;
    };
  }

  /** Whether a token is the last one of an operand, brackets aside. */
  static boolean endsOperand(Kind kind) {
    return switch (kind) {
      case ID, NUMBER, STRING, CHARACTER, RBRACKET, STRING_MACRO -> true;
      default -> false;
    };
  }

  /** Whether what stands here can follow a declarator at once. */
  boolean endsDeclarator(int i) {
    return switch (row.kind(i)) {
      case SEMI, COMMA, ASSIGN, LBRACE, LBRACKET, COLON, RPAREN, ATTRIBUTE, ASM, SPACE, RBRACE ->
          true;
      default -> false;
    };
  }

  /** <code>(*f)(…)</code>, <code>(*p)[3]</code>, <code>(__efiapi *f)(…)</code> and the like. */
  boolean isNestedDeclarator(int open) {
    if (!row.is(open, Kind.LPAREN)) {
      return false;
    }
    int i = open + 1;
    while (row.is(i, Kind.ATTRIBUTE)) {
      i = row.past(i + 1);
    }
    boolean star =
        row.is(i, Kind.STAR)
            || row.is(i, Kind.CARET)
            || ((row.is(i, Kind.ID) || row.is(i, Kind.ATTR))
                && row.is(i + 1, Kind.STAR)
                && row.words().isAttribute(i));
    if (!star) {
      return false;
    }
    int after = row.past(open);
    return row.is(after, Kind.LPAREN)
        || (row.is(after, Kind.LBRACKET) && isPointerName(i, after - 1));
  }

  /** Stars, words, array brackets up to the end. */
  private boolean isPointerName(int start, int end) {
    for (int i = start; i < end; i++) {
      Kind kind = row.kind(i);
      if (kind == Kind.LBRACKET) {
        i = row.match(i);
      } else if (kind != Kind.STAR
          && kind != Kind.ID
          && kind != Kind.CONST
          && kind != Kind.ATTR
          && kind != Kind.LPAREN
          && kind != Kind.RPAREN) {
        return false;
      }
    }
    return true;
  }

  /** {@code (name)(parameters)}: a name in brackets so that no macro takes it. */
  boolean isNamedInBrackets(int open) {
    return row.is(open + 1, Kind.ID)
        && row.is(open + 2, Kind.RPAREN)
        && row.is(open + 3, Kind.LPAREN);
  }

  /** Whether after parameters nothing but attributes can be meant up to the declarator's end. */
  boolean onlyAttributes(int start) {
    return onlyAttributes(start, true);
  }

  /**
   * The same after a bare name: a word with parameters is not its attribute, but the name itself.
   */
  boolean onlyAttributesAfterName(int start) {
    return onlyAttributes(start, false);
  }

  private boolean onlyAttributes(int start, boolean afterParameters) {
    int i = start;
    while (i < start + FAR) {
      switch (row.kind(i)) {
        case ATTRIBUTE, ATTR_CALL -> i = row.past(i + 1);
        case ATTR -> i++;
        case ASM -> i = row.past(i + 1);
        case ID -> {
          if (row.is(i + 1, Kind.LPAREN)) {
            boolean name =
                !afterParameters
                    && !row.words().isSureAttributeCall(i)
                    && looksLikeParameters(i + 1);
            if (name
                || isNestedDeclarator(i + 1)
                || !(row.words().isAttributeCall(i) || KnownNames.isCapital(row.name(i)))) {
              return false;
            }
            i = row.past(i + 1);
          } else {
            boolean body = row.is(i + 1, Kind.LBRACE);
            if (!row.words().isAttribute(i)
                && !(KnownNames.isCapital(row.name(i)) && i > start)
                && !body) {
              return false;
            }
            i++;
          }
        }
        case SEMI, COMMA, ASSIGN, LBRACE, RPAREN, COLON, SPACE -> {
          return true;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether attributes lead to the brace of a body. */
  boolean reachesBody(int start) {
    int i = start;
    while (i < start + FAR) {
      switch (row.kind(i)) {
        case ATTRIBUTE, ATTR_CALL -> i = row.past(i + 1);
        case ATTR -> i++;
        case ID -> i = row.past(i + 1);
        default -> {
          return row.is(i, Kind.LBRACE);
        }
      }
    }
    return false;
  }

  /** Whether a call stands before an entry since the declaration's start. */
  boolean hasCallBefore(int i) {
    return row.is(i - 1, Kind.RPAREN);
  }

  /** Whether nothing but attributes stands between an entry and the brace of a body before it. */
  boolean isAfterBody(int i) {
    int at = i - 1;
    while (at > i - FAR) {
      if (row.is(at, Kind.ATTR)) {
        at--;
      } else if (row.is(at, Kind.RPAREN)
          && (row.is(row.match(at) - 1, Kind.ATTR_CALL)
              || row.is(row.match(at) - 1, Kind.ATTRIBUTE))) {
        at = row.match(at) - 2;
      } else {
        break;
      }
    }
    return row.is(at, Kind.RBRACE);
  }

  /** Whether round brackets hold what parameters may look like. */
  boolean looksLikeParameters(int open) {
    int i = open + 1;
    return switch (row.kind(i)) {
      case RPAREN, ELLIPSIS -> true;
      case ID -> {
        Kind next = row.kind(i + 1);
        yield next == Kind.ID
            || next == Kind.STAR
            || next == Kind.CONST
            || (next == Kind.LPAREN
                && (row.words().isAttributeCall(i) || isNestedDeclarator(i + 1)))
            || ((next == Kind.COMMA || next == Kind.RPAREN)
                && !row.words().isNoType(i)
                && (row.words().isType(i) || !KnownNames.isCapital(row.name(open - 1))));
      }
      default -> isSpecifier(row.kind(i)) || row.is(i, Kind.ATTRIBUTE);
    };
  }

  /** Whether words from here on have a type of their own: {@code T x}, {@code T *}, {@code int}. */
  boolean isTypedRun(int start) {
    int words = 0;
    for (int i = start; i < start + FAR; i++) {
      switch (row.kind(i)) {
        case ID -> {
          if (row.is(i + 1, Kind.LPAREN)) {
            return words > 0;
          }
          words += row.words().isSureAttribute(i) ? 0 : 1;
        }
        case STAR -> {
          return words > 0;
        }
        case BASIC_TYPE, STRUCT, UNION, ENUM, TYPEOF, AUTO, TYPE_NAME -> {
          return true;
        }
        case CONST, VOLATILE, STATIC, INLINE, EXTERN -> {
          // Goes on.
        }
        default -> {
          return words > 1;
        }
      }
    }
    return false;
  }

  /** Whether parameters around an entry are followed by the declarations of an old style head. */
  boolean inOldStyle(int i) {
    int close = i;
    while (close < i + FAR && (row.is(close, Kind.ID) || row.is(close, Kind.COMMA))) {
      close++;
    }
    if (!row.is(close, Kind.RPAREN)) {
      return false;
    }
    int next = close + 1;
    boolean starts =
        isTypeWord(row.kind(next))
            || (row.is(next, Kind.ID)
                && (row.is(next + 1, Kind.ID) || row.is(next + 1, Kind.STAR)));
    if (!starts) {
      return false;
    }
    for (int at = next; at < next + FAR; at++) {
      if (row.is(at, Kind.SEMI)) {
        return true;
      }
      if (row.is(at, Kind.LBRACE)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a chain of words, calls and strings that starts here has a string in it. */
  boolean isStringChain(int start) {
    int i = start;
    while (i < start + FAR) {
      switch (row.kind(i)) {
        case STRING, STRING_MACRO -> {
          return true;
        }
        case ID -> {
          if (row.words().isGiven(i, NameMeaning.Sort.STRING)) {
            return true;
          }
          i = row.is(i + 1, Kind.LPAREN) ? row.past(i + 1) : i + 1;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** {@code T *x}, {@code T **x[}, {@code T *const x =}, {@code T *(*f)(…)} from the T on. */
  boolean isPointerDeclaration(int type) {
    if (row.is(type, Kind.ID) && row.words().isNoType(type)) {
      return false;
    }
    int i = type + 1;
    while (i < type + FAR) {
      switch (row.kind(i)) {
        case STAR, CONST, VOLATILE, RESTRICT -> i++;
        case ATTRIBUTE -> i = row.past(i + 1);
        case LPAREN -> {
          return isNestedDeclarator(i);
        }
        case ID -> {
          Kind next = row.kind(i + 1);
          return switch (next) {
            case SEMI, ASSIGN, COMMA, ID, ATTRIBUTE, ASM, CONST -> true;
            case LBRACKET -> endsDeclarator(row.past(i + 1)) || row.is(row.past(i + 1), Kind.ID);
            case LPAREN -> {
              Kind end = row.kind(row.past(i + 1));
              yield end == Kind.SEMI || end == Kind.ASSIGN || end == Kind.ID;
            }
            default -> false;
          };
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
