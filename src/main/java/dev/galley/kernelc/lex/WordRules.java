package dev.galley.kernelc.lex;

/** Words inside expressions: parts of strings, operators that a macro makes. */
final class WordRules {

  private final Row row;
  private final RowShapes shapes;

  WordRules(Row row) {
    this.row = row;
    this.shapes = new RowShapes(row);
  }

  /** Gives a word of an expression its role, if it has one. */
  void word(int i) {
    Kind before = row.kind(i - 1);
    if (before == Kind.DOT || before == Kind.ARROW || before == Kind.GOTO) {
      return;
    }
    Kind next = row.kind(i + 1);
    Kind after = next == Kind.LPAREN ? row.kind(row.past(i + 1)) : next;
    if (before == Kind.STRING
        || before == Kind.STRING_MACRO
        || after == Kind.STRING
        || (before == Kind.RPAREN && followsStringCall(i))) {
      row.give(i, Kind.STRING_MACRO, Rule.BESIDE_STRING);
    } else if (isOperandBefore(i)) {
      boolean operand = RowShapes.startsOperand(next) || next == Kind.STAR || next == Kind.AMP;
      if (operand || before == Kind.NUMBER) {
        row.give(i, Kind.INFIX_MACRO, Rule.BETWEEN_OPERANDS);
      }
    } else if (next == Kind.ID && (row.words().isString(i) || shapes.isStringChain(i))) {
      row.give(i, Kind.STRING_MACRO, Rule.BESIDE_STRING);
    }
  }

  private boolean followsStringCall(int i) {
    int open = row.match(i - 1);
    return open > 0 && row.is(open - 1, Kind.STRING_MACRO);
  }

  private boolean isOperandBefore(int i) {
    Kind before = row.kind(i - 1);
    if (before == Kind.RPAREN) {
      int open = row.match(i - 1);
      if (open < 0) {
        return false;
      }
      Place place = row.place(open);
      Kind callee = row.kind(open - 1);
      return (place == Place.EXPRESSION && callee != Kind.SIZEOF)
          || (place == Place.ARGUMENTS && callee == Kind.ID);
    }
    return RowShapes.endsOperand(before);
  }
}
