package dev.galley.kernelc.lex;

/** Members of structs and unions, enumerators, items of initialisers. */
final class MemberRules {

  private final Row row;
  private final RowShapes shapes;
  private final SpecifierRules specifiers;

  MemberRules(Row row, SpecifierRules specifiers) {
    this.row = row;
    this.shapes = new RowShapes(row);
    this.specifiers = specifiers;
  }

  /** Whether a declaration of members begins at an entry; gives its roles. */
  boolean member(int i) {
    switch (row.kind(i)) {
      case SEMI, STATIC_ASSERT -> {
        return false;
      }
      case ID -> {
        return !row.isSettled(i) && word(i);
      }
      default -> {
        specifiers.declaration(i, Scope.MEMBER);
        return true;
      }
    }
  }

  private boolean word(int i) {
    switch (row.kind(i + 1)) {
      case LPAREN -> {
        return call(i);
      }
      case SEMI, RBRACE, SPACE -> {
        return macro(i);
      }
      default -> {
        boolean alone =
            row.startsLine(i)
                && row.startsLine(i + 1)
                && (RowShapes.isSpecifier(row.kind(i + 1))
                    || (row.is(i + 1, Kind.ID) && shapes.isTypedRun(i + 1)))
                && row.indent(i + 1) <= row.indent(i);
        if (alone || row.words().isGiven(i, NameMeaning.Sort.STATEMENTS)) {
          return macro(i);
        }
        specifiers.declaration(i, Scope.MEMBER);
        return true;
      }
    }
  }

  private boolean call(int i) {
    int open = i + 1;
    int after = row.past(open);
    if (shapes.isNestedDeclarator(open)) {
      specifiers.declaration(i, Scope.MEMBER);
      return true;
    }
    boolean newLine = row.startsLine(after);
    boolean declares =
        !newLine
            && ((row.is(after, Kind.ID)
                    && (row.is(after + 1, Kind.SEMI)
                        || row.is(after + 1, Kind.COMMA)
                        || row.is(after + 1, Kind.LBRACKET)
                        || row.is(after + 1, Kind.COLON)
                        || row.is(after + 1, Kind.ID))
                    && !row.words().isAttribute(after))
                || row.is(after, Kind.STAR)
                || RowShapes.isSpecifier(row.kind(after)));
    if (declares) {
      specifiers.declaration(i, Scope.MEMBER);
      return true;
    }
    row.give(i, Kind.DECLARATOR_MACRO, Rule.LIST_ITEM);
    row.place(open, row.holdsStatements(open) ? Place.MEMBER_ARGUMENTS : Place.ARGUMENTS);
    if (!newLine) {
      new DeclaratorRules(row).suffixes(after);
    }
    return false;
  }

  private boolean macro(int i) {
    row.give(i, Kind.MACRO_STATEMENT, Rule.LIST_ITEM);
    return false;
  }

  /** An argument of struct_group(): whether a declaration begins. */
  boolean argument(int i) {
    Kind next = row.kind(i + 1);
    boolean plain =
        (row.is(i, Kind.ID) && (next == Kind.COMMA || next == Kind.RPAREN))
            || row.is(i, Kind.COMMA)
            || row.is(i, Kind.RPAREN)
            || row.is(i, Kind.NUMBER);
    return !plain && member(i);
  }

  /** The start of an enumerator; whether another one follows without a comma. */
  boolean enumerator(int i) {
    if (!row.is(i, Kind.ID)) {
      return false;
    }
    Kind next = row.kind(i + 1);
    if (next == Kind.LPAREN) {
      row.give(i, Kind.MACRO_STATEMENT, Rule.LIST_ITEM);
    } else if (next == Kind.ID) {
      if (row.words().isAttribute(i + 1)
          || row.words().isAttributeCall(i + 1)
          || !row.startsLine(i + 1)) {
        row.settle(i);
        new DeclaratorRules(row).suffixes(i + 1);
      } else {
        row.give(i, Kind.MACRO_STATEMENT, Rule.LIST_ITEM);
        return true;
      }
    } else {
      row.settle(i);
    }
    return false;
  }

  /** The start of an item of an initialiser; whether another item follows without a comma. */
  boolean item(int i) {
    if (!row.is(i, Kind.ID)) {
      return false;
    }
    int after = row.past(i + 1);
    boolean call = row.is(i + 1, Kind.LPAREN);
    boolean macro =
        switch (row.kind(after)) {
          case ID -> row.startsLine(after) && !shapes.isStringChain(i);
          case LBRACE -> true;
          case DOT, LBRACKET -> row.startsLine(after);
          default -> false;
        };
    if (macro) {
      row.give(i, Kind.MACRO_STATEMENT, Rule.LIST_ITEM);
    }
    return macro && !call;
  }
}
