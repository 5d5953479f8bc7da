package dev.galley.kernelc.lex;

/** The punctuators of C; line splices may stand inside of them. Digraphs are not read. */
final class Punctuators {

  private Punctuators() {}

  /** The longest punctuator at an offset: the kind's code in the upper half, its end below. */
  static long at(byte[] text, int start) {
    int second = Splices.skip(text, start + 1);
    byte next = text[second];
    return switch (text[start]) {
      case '(' -> one(Kind.LPAREN, start);
      case ')' -> one(Kind.RPAREN, start);
      case '{' -> one(Kind.LBRACE, start);
      case '}' -> one(Kind.RBRACE, start);
      case '[' -> one(Kind.LBRACKET, start);
      case ']' -> one(Kind.RBRACKET, start);
      case ';' -> one(Kind.SEMI, start);
      case ',' -> one(Kind.COMMA, start);
      case ':' -> one(Kind.COLON, start);
      case '?' -> one(Kind.QUESTION, start);
      case '~' -> one(Kind.TILDE, start);
      case '.' -> {
        int third = Splices.skip(text, second + 1);
        yield next == '.' && text[third] == '.' ? one(Kind.ELLIPSIS, third) : one(Kind.DOT, start);
      }
      case '-' ->
          next == '>'
              ? one(Kind.ARROW, second)
              : doubled(Kind.MINUS, Kind.DEC, '-', next, start, second);
      case '+' -> doubled(Kind.PLUS, Kind.INC, '+', next, start, second);
      case '&' -> doubled(Kind.AMP, Kind.AND, '&', next, start, second);
      case '|' -> doubled(Kind.PIPE, Kind.OR, '|', next, start, second);
      case '*' -> assigning(Kind.STAR, Kind.OP_ASSIGN, next, start, second);
      case '/' -> assigning(Kind.SLASH, Kind.OP_ASSIGN, next, start, second);
      case '%' -> assigning(Kind.PERCENT, Kind.OP_ASSIGN, next, start, second);
      case '^' -> assigning(Kind.CARET, Kind.OP_ASSIGN, next, start, second);
      case '=' -> assigning(Kind.ASSIGN, Kind.EQUAL, next, start, second);
      case '!' -> assigning(Kind.NOT, Kind.NOT_EQUAL, next, start, second);
      case '<' ->
          next == '<'
              ? shift(Kind.SHIFT_LEFT, text, second)
              : assigning(Kind.LESS, Kind.LESS_EQUAL, next, start, second);
      case '>' ->
          next == '>'
              ? shift(Kind.SHIFT_RIGHT, text, second)
              : assigning(Kind.GREATER, Kind.GREATER_EQUAL, next, start, second);
      default -> one(Kind.OTHER, start);
    };
  }

  /** An operator that {@code =} may follow. */
  private static long assigning(Kind alone, Kind with, byte next, int start, int second) {
    return next == '=' ? one(with, second) : one(alone, start);
  }

  private static long one(Kind kind, int last) {
    return ((long) kind.code() << 32) | (last + 1);
  }

  /** An operator that may be doubled or have an assignment. */
  private static long doubled(
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
