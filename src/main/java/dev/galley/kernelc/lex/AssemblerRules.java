package dev.galley.kernelc.lex;

/** Words in assembler templates: parts of the text, their arguments often no C. */
final class AssemblerRules {

  private final Row row;

  AssemblerRules(Row row) {
    this.row = row;
  }

  /** The brackets of an asm statement, after its qualifiers. */
  void statement(int asm) {
    int at = asm + 1;
    while (row.is(at, Kind.VOLATILE)
        || row.is(at, Kind.INLINE)
        || row.is(at, Kind.GOTO)
        || row.is(at, Kind.ID)) {
      if (row.is(at, Kind.ID)) {
        row.give(at, Kind.ATTR, Rule.SPARE_SPECIFIER);
      }
      at++;
    }
    if (row.is(at, Kind.LPAREN)) {
      row.place(at, Place.ASSEMBLER);
      template(at);
    }
  }

  /** Up to the first colon or the end. */
  private void template(int open) {
    int i = open + 1;
    while (i < row.match(open) && !row.is(i, Kind.COLON)) {
      if (row.is(i, Kind.ID)) {
        row.give(i, Kind.STRING_MACRO, Rule.BESIDE_STRING);
        if (row.is(i + 1, Kind.LPAREN) && !isPlain(i + 1)) {
          row.give(i + 1, Kind.SOUP, Rule.ASSEMBLER_TEXT);
        }
      }
      i = row.is(i, Kind.LPAREN) || row.is(i, Kind.SOUP) ? row.match(i) + 1 : i + 1;
    }
  }

  /** A word among the operands: part of a constraint, or operands that a macro brings. */
  void operand(int i) {
    boolean call = row.is(i + 1, Kind.LPAREN) && row.is(row.past(i + 1), Kind.LPAREN);
    boolean string = row.is(i - 1, Kind.STRING) || row.is(i - 1, Kind.STRING_MACRO);
    if (call || (string && !row.is(i + 1, Kind.LPAREN))) {
      row.give(i, Kind.STRING_MACRO, Rule.BESIDE_STRING);
    } else if (row.is(i - 1, Kind.RBRACKET) && row.is(i + 1, Kind.LPAREN)) {
      row.give(i, Kind.INFIX_MACRO, Rule.CONSTRAINT);
    }
  }

  /** Strings, words and numbers with commas between them, and calls. */
  private boolean isPlain(int open) {
    boolean operand = false;
    for (int i = open + 1; i < row.match(open); i++) {
      switch (row.kind(i)) {
        case STRING -> operand = true;
        case ID, NUMBER -> {
          if (operand && !row.is(i - 1, Kind.STRING)) {
            return false;
          }
          operand = true;
        }
        case COMMA, LPAREN -> operand = false;
        case RPAREN -> operand = true;
        default -> {
          return false;
        }
      }
    }
    return true;
  }
}
