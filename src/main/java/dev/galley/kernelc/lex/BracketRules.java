package dev.galley.kernelc.lex;

/** Round brackets in expressions: calls, casts, operands of sizeof, and the rest. */
final class BracketRules {

  /** How many casts in a row are looked through. */
  private static final int MOST_CASTS = 4;

  private final Row row;

  BracketRules(Row row) {
    this.row = row;
  }

  /** What the round brackets that open at an entry hold; gives the type of a cast its roles. */
  Place round(int open) {
    Kind before = row.kind(open - 1);
    return switch (before) {
      case IF, WHILE, SWITCH -> Place.HEAD;
      case FOR -> Place.FOR_HEAD;
      case SIZEOF, ALIGNOF, TYPEOF -> operand(open);
      case ATOMIC -> Place.TYPE;
      case ATTRIBUTE -> attributes(open);
      case ID,
          STRING_MACRO,
          ATTR_CALL,
          BLOCK_MACRO,
          IF_MACRO,
          MACRO_STATEMENT,
          TYPE_MACRO,
          DECLARATOR_MACRO,
          HEADER_MACRO,
          STATIC_ASSERT,
          GENERIC,
          RBRACKET ->
          arguments(open);
      case RPAREN -> afterBracket(open);
      default -> free(open);
    };
  }

  private Place afterBracket(int open) {
    int first = row.match(open - 1);
    Place place = first < 0 ? null : row.place(first);
    return (place == Place.TYPE && !followsOperator(first))
            || place == Place.HEAD
            || place == Place.FOR_HEAD
            || (place == Place.ARGUMENTS && row.is(first - 1, Kind.BLOCK_MACRO))
        ? free(open)
        : arguments(open);
  }

  private boolean followsOperator(int open) {
    Kind before = row.kind(open - 1);
    return before == Kind.SIZEOF || before == Kind.ALIGNOF || before == Kind.TYPEOF;
  }

  /** {@code const} is the one attribute that is a keyword. */
  private Place attributes(int open) {
    for (int i = open + 1; i < row.match(open) && i < open + 64; i++) {
      if (row.is(i, Kind.CONST)) {
        if (row.is(open + 1, Kind.LPAREN)) {
          row.give(open + 1, Kind.SOUP, Rule.NO_ARGUMENTS);
          row.place(open + 1, Place.SOUP);
        }
        break;
      }
    }
    return Place.ARGUMENTS;
  }

  /** Arguments, or soup where they hold statements. */
  Place arguments(int open) {
    if ((row.holdsStatements(open) || row.isOdd(open)) && row.match(open) < row.count()) {
      row.give(open, Kind.SOUP, Rule.NO_ARGUMENTS);
      return Place.SOUP;
    }
    return Place.ARGUMENTS;
  }

  private Place operand(int open) {
    Kind after = row.kind(row.past(open));
    if (after == Kind.DOT || after == Kind.ARROW || after == Kind.LBRACKET) {
      return Place.EXPRESSION;
    }
    int first = open + 1;
    if (RowShapes.isTypeWord(row.kind(first))) {
      return Place.TYPE;
    }
    if (!row.is(first, Kind.ID)) {
      return row.is(first, Kind.ATTRIBUTE) ? Place.TYPE : Place.EXPRESSION;
    }
    if (endsWithPointer(open) && row.is(first + 1, Kind.STAR)) {
      type(first, Rule.TYPE_OPERAND);
    }
    if (endsWithPointer(open) || (row.words().isType(first) && isAbstract(open))) {
      return Place.TYPE;
    }
    if (row.is(first + 1, Kind.RPAREN)) {
      row.doubt(first);
    }
    boolean words =
        (row.is(first + 1, Kind.ID) || RowShapes.isTypeWord(row.kind(first + 1)))
            && isAbstract(open);
    return words || isFunctionPointer(open) ? Place.TYPE : Place.EXPRESSION;
  }

  /** Brackets that follow no operand. */
  private Place free(int open) {
    if (row.is(open + 1, Kind.LBRACE)) {
      return Place.EXPRESSION;
    }
    if (row.holdsStatements(open) && row.match(open) < row.count()) {
      row.give(open, Kind.SOUP, Rule.NO_ARGUMENTS);
      return Place.SOUP;
    }
    if (!isCast(open, 0)) {
      return Place.EXPRESSION;
    }
    if (!isFollowed(open)) {
      row.give(open, Kind.SOUP, Rule.NO_ARGUMENTS);
      return Place.SOUP;
    }
    return Place.TYPE;
  }

  /** Whether an operand follows; brackets around parameters stand alone. */
  private boolean isFollowed(int open) {
    return switch (row.kind(row.past(open))) {
      case COMMA, RPAREN, SEMI, RBRACE, SPACE -> false;
      default -> true;
    };
  }

  private boolean isCast(int open, int before) {
    int first = open + 1;
    Kind kind = row.kind(first);
    if (RowShapes.isTypeWord(kind) || kind == Kind.ATTRIBUTE || kind == Kind.ATTR) {
      return true;
    }
    if (kind != Kind.ID || row.match(open) >= row.count()) {
      return false;
    }
    if (endsWithPointer(open) || isFunctionPointer(open)) {
      if (row.is(first + 1, Kind.STAR)) {
        type(first, Rule.POINTER_CAST);
      }
      return true;
    }
    int after = row.past(open);
    if (row.is(first + 1, Kind.RPAREN)) {
      boolean cast = isCastToWord(first, after, before);
      if (cast) {
        type(first, isAdjacentOperand(after) ? Rule.CAST : Rule.CAST_BY_NAME);
      }
      return cast;
    }
    if (row.is(first + 1, Kind.LPAREN) && row.past(first + 1) == row.match(open)) {
      boolean cast =
          (row.words().isTypeCall(first) && isOperand(after)) || isAdjacentOperand(after);
      if (cast) {
        row.give(first, Kind.TYPE_MACRO, Rule.CAST);
      }
      return cast;
    }
    return isAbstract(open)
        && ((row.is(first + 1, Kind.ID)
                && (row.words().isSureAttribute(first)
                    || row.words().isSureAttribute(first + 1)
                    || (isOperand(after) && !row.is(after, Kind.STRING))))
            || RowShapes.isTypeWord(row.kind(first + 1))
            || (row.is(first + 1, Kind.LBRACKET)
                && row.words().isType(first)
                && isAdjacentOperand(after))
            || row.is(after, Kind.LBRACE));
  }

  private void type(int i, Rule rule) {
    row.give(i, Kind.TYPE_NAME, row.words().isType(i) ? Rule.WELL_KNOWN_TYPE : rule);
  }

  private boolean isOperand(int i) {
    return RowShapes.startsOperand(row.kind(i))
        || row.is(i, Kind.AMP)
        || row.is(i, Kind.STAR)
        || row.is(i, Kind.MINUS);
  }

  /** An operand that makes brackets before it a cast, whatever they hold. */
  private boolean isAdjacentOperand(int i) {
    return switch (row.kind(i)) {
      case ID -> !isInfix(i);
      case NUMBER, CHARACTER, SIZEOF, ALIGNOF, NOT, TILDE, LBRACE, GENERIC -> true;
      case STRING -> !row.is(i - 3, Kind.STRING);
      default -> false;
    };
  }

  /** A word that stands between two operands in capitals: {@code (a) OP (b)}. */
  private boolean isInfix(int i) {
    return RowShapes.startsOperand(row.kind(i + 1))
        && !row.is(i + 1, Kind.LPAREN)
        && !row.is(i + 1, Kind.STRING);
  }

  private boolean isCastToWord(int word, int after, int before) {
    if (isAdjacentOperand(after)) {
      return true;
    }
    if (row.words().isNoType(word)) {
      return false;
    }
    boolean known = row.words().looksLikeType(word);
    boolean type = row.words().isType(word);
    boolean tight = isTight(after);
    boolean cast =
        switch (row.kind(after)) {
          case LPAREN -> known || (before < MOST_CASTS && isSurelyCast(after, before + 1));
          case STAR, AMP, MINUS, PLUS, INC, DEC -> known && !isEnd(after + 1) && (type || tight);
          case AND -> row.is(after + 1, Kind.ID) && tight && type;
          default -> false;
        };
    if (!cast && mayFollowCast(after)) {
      row.doubt(word);
    }
    return cast;
  }

  /** Whether an operand may begin with what would else be an operator, or arguments. */
  private boolean mayFollowCast(int after) {
    return switch (row.kind(after)) {
      case LPAREN -> true;
      case STAR, AMP, MINUS, PLUS -> !isEnd(after + 1);
      default -> false;
    };
  }

  /** A cast by what it holds, with an operand after it. */
  private boolean isSurelyCast(int open, int before) {
    int first = open + 1;
    boolean type =
        RowShapes.isTypeWord(row.kind(first))
            || endsWithPointer(open)
            || (row.is(first, Kind.ID)
                && row.is(first + 1, Kind.RPAREN)
                && row.words().looksLikeType(first));
    return (type && isOperand(row.past(open)))
        || (row.is(first, Kind.ID)
            && row.is(first + 1, Kind.RPAREN)
            && isCastToWord(first, row.past(open), before));
  }

  private boolean isEnd(int i) {
    return row.is(i, Kind.SEMI) || row.is(i, Kind.RPAREN) || row.is(i, Kind.COMMA);
  }

  /** No space between an operator and its operand, nor before it. */
  private boolean isTight(int operator) {
    return row.touches(operator) && row.touches(operator + 1);
  }

  /** {@code (… *)}, {@code (… * __iomem)}, {@code (… *const)}. */
  private boolean endsWithPointer(int open) {
    int last = row.match(open) - 1;
    while (last > open
        && (row.is(last, Kind.CONST)
            || row.is(last, Kind.VOLATILE)
            || row.is(last, Kind.RESTRICT)
            || (row.is(last, Kind.ID) && row.words().isSureAttribute(last)))) {
      last--;
    }
    return row.is(last, Kind.STAR)
        && (row.is(open + 1, Kind.ID) || RowShapes.isTypeWord(row.kind(open + 1)));
  }

  /** {@code (T (*)(…))}, {@code (T (*)[3])}. */
  private boolean isFunctionPointer(int open) {
    int i = open + 1;
    while (row.is(i, Kind.ID) || row.is(i, Kind.STAR) || row.is(i, Kind.CONST)) {
      i++;
    }
    return i > open + 1
        && row.is(i, Kind.LPAREN)
        && (row.is(i + 1, Kind.STAR) || (row.is(i + 2, Kind.STAR) && row.is(i + 1, Kind.ID)))
        && isPointerOnly(i)
        && (row.is(row.past(i), Kind.LPAREN) || row.is(row.past(i), Kind.LBRACKET));
  }

  private boolean isPointerOnly(int open) {
    int last = row.match(open) - 1;
    return row.is(last, Kind.STAR) || row.is(last, Kind.CONST) || row.is(last, Kind.RBRACKET);
  }

  /** Whether brackets hold words, qualifiers, stars and array brackets only. */
  private boolean isAbstract(int open) {
    int i = open + 1;
    int end = row.match(open);
    boolean starred = false;
    while (i < end) {
      switch (row.kind(i)) {
        case ID, ATTR, TYPE_NAME -> {
          if (starred && !row.words().isAttribute(i)) {
            return false;
          }
          i++;
        }
        case CONST, VOLATILE, RESTRICT, BASIC_TYPE, STRUCT, UNION, ENUM -> i++;
        case STAR -> {
          starred = true;
          i++;
        }
        case LBRACKET -> i = row.past(i);
        case ATTRIBUTE -> i = row.past(i + 1);
        default -> {
          return false;
        }
      }
    }
    return true;
  }
}
