package dev.galley.kernelc.lex;

/** The punctuators of C; line splices may stand inside of them. Digraphs are not read. */
final class Punctuators {

  private Punctuators() {}

  /** The longest punctuator at an offset: the kind's code in the upper half, its end below. */
  static long at(byte[] text, int start) {
    int second = Splices.skip(text, start + 1);
    byte next = text[second];
    switch (text[start]) {
      case '(':
        return one(Kind.LPAREN, start);
      case ')':
        return one(Kind.RPAREN, start);
      case '{':
        return one(Kind.LBRACE, start);
      case '}':
        return one(Kind.RBRACE, start);
      case '[':
        return one(Kind.LBRACKET, start);
      case ']':
        return one(Kind.RBRACKET, start);
      case ';':
        return one(Kind.SEMI, start);
      case ',':
        return one(Kind.COMMA, start);
      case ':':
        return one(Kind.COLON, start);
      case '?':
        return one(Kind.QUESTION, start);
      case '~':
        return one(Kind.TILDE, start);
      case '.':
        int third = Splices.skip(text, second + 1);
        return next == '.' && text[third] == '.' ? one(Kind.ELLIPSIS, third) : one(Kind.DOT, start);
      case '-':
        if (next == '>') {
          return one(Kind.ARROW, second);
        }
        return arithmetic(Kind.MINUS, Kind.DEC, '-', next, start, second);
      case '+':
        return arithmetic(Kind.PLUS, Kind.INC, '+', next, start, second);
      case '&':
        return arithmetic(Kind.AMP, Kind.AND, '&', next, start, second);
      case '|':
        return arithmetic(Kind.PIPE, Kind.OR, '|', next, start, second);
      case '*':
        return next == '=' ? one(Kind.OP_ASSIGN, second) : one(Kind.STAR, start);
      case '/':
        return next == '=' ? one(Kind.OP_ASSIGN, second) : one(Kind.SLASH, start);
      case '%':
        return next == '=' ? one(Kind.OP_ASSIGN, second) : one(Kind.PERCENT, start);
      case '^':
        return next == '=' ? one(Kind.OP_ASSIGN, second) : one(Kind.CARET, start);
      case '=':
        return next == '=' ? one(Kind.EQUAL, second) : one(Kind.ASSIGN, start);
      case '!':
        return next == '=' ? one(Kind.NOT_EQUAL, second) : one(Kind.NOT, start);
      case '<':
        if (next == '<') {
          return shift(Kind.SHIFT_LEFT, text, second);
        }
        return next == '=' ? one(Kind.LESS_EQUAL, second) : one(Kind.LESS, start);
      case '>':
        if (next == '>') {
          return shift(Kind.SHIFT_RIGHT, text, second);
        }
        return next == '=' ? one(Kind.GREATER_EQUAL, second) : one(Kind.GREATER, start);
      default:
        return one(Kind.OTHER, start);
    }
  }

  private static long one(Kind kind, int last) {
    return (long) kind.code() << 32 | (last + 1);
  }

  /** An operator that may be doubled or have an assignment. */
  private static long arithmetic(
      Kind single, Kind twice, char octet, byte next, int start, int second) {
    if (next == octet) {
      return one(twice, second);
    }
    return next == '=' ? one(Kind.OP_ASSIGN, second) : one(single, start);
  }

  private static long shift(Kind kind, byte[] text, int second) {
    int third = Splices.skip(text, second + 1);
    return text[third] == '=' ? one(Kind.OP_ASSIGN, third) : one(kind, second);
  }
}
