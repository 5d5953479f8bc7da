package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.NameMeaning.Sort;

/** The start of a statement: declaration, expression, or a macro that is neither. */
final class StatementRules {

  private final Row row;
  private final RowShapes shapes;
  private final SpecifierRules specifiers;

  StatementRules(Row row, SpecifierRules specifiers) {
    this.row = row;
    this.shapes = new RowShapes(row);
    this.specifiers = specifiers;
  }

  /** What begins at an entry; gives its roles. */
  Start start(int i) {
    switch (row.kind(i)) {
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
          ATTRIBUTE -> {
        return declaration(i);
      }
      case EXTENSION -> {
        return row.is(i + 1, Kind.LPAREN) ? Start.OTHER : declaration(i);
      }
      case ID -> {
        return row.isSettled(i) ? Start.OTHER : word(i);
      }
      case LABEL -> {
        return Start.OTHER;
      }
      case ELSE, DO, DEFAULT -> {
        return Start.AGAIN;
      }
      default -> {
        return Start.OTHER;
      }
    }
  }

  /** Whether the statement is one. */
  enum Start {
    DECLARATION,
    /** The next entry begins a statement too. */
    AGAIN,
    OTHER
  }

  private Start declaration(int i) {
    specifiers.declaration(i, Scope.BLOCK);
    return Start.DECLARATION;
  }

  private Start word(int i) {
    if (closesDo(i)) {
      return macro(i, Rule.ENDS_DO);
    }
    switch (row.kind(i + 1)) {
      case LPAREN -> {
        return call(i);
      }
      case ID -> {
        return words(i);
      }
      case STAR -> {
        return shapes.isPointerDeclaration(i) ? pointer(i) : Start.OTHER;
      }
      case SEMI -> {
        if (row.name(i).equals("fallthrough")) {
          row.give(i, Kind.ATTR, Rule.WELL_KNOWN_ATTRIBUTE);
        }
        return Start.OTHER;
      }
      case LBRACE -> {
        row.give(i, Kind.BLOCK_MACRO, Rule.BLOCK_AFTER);
        return Start.AGAIN;
      }
      case COLON -> {
        row.settle(i);
        return Start.OTHER;
      }
      case RBRACE,
          CASE,
          DEFAULT,
          IF,
          FOR,
          WHILE,
          DO,
          SWITCH,
          RETURN,
          GOTO,
          BREAK,
          CONTINUE,
          ASM,
          ELSE -> {
        return noSemicolon(i, i + 1);
      }
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
          ATTRIBUTE -> {
        return isLineOfItsOwn(i, i + 1) ? noSemicolon(i, i + 1) : declaration(i);
      }
      default -> {
        return Start.OTHER;
      }
    }
  }

  private Start pointer(int i) {
    if (!row.is(i, Kind.ID)) {
      return declaration(i);
    }
    boolean known = row.words().isType(i);
    row.give(i, Kind.TYPE_NAME, known ? Rule.WELL_KNOWN_TYPE : Rule.POINTER_STATEMENT);
    return declaration(i);
  }

  private boolean closesDo(int i) {
    if (!row.is(i - 1, Kind.RBRACE) || !row.is(i + 1, Kind.LPAREN)) {
      return false;
    }
    int open = row.match(i - 1);
    return open > 0
        && row.is(open - 1, Kind.DO)
        && (row.is(row.past(i + 1), Kind.SEMI) || row.name(i).contains("while"));
  }

  /** {@code label: __maybe_unused}, with no declaration after it. */
  private boolean isOfLabel(int i) {
    return row.is(i - 1, Kind.COLON)
        && row.is(i - 2, Kind.ID)
        && !row.is(i - 3, Kind.CASE)
        && row.words().isSureAttribute(i)
        && !shapes.isTypedRun(i + 1);
  }

  /** Two words side by side. */
  private Start words(int i) {
    if (isOfLabel(i)) {
      row.give(i, Kind.ATTR, Rule.WELL_KNOWN_ATTRIBUTE);
      return Start.AGAIN;
    }
    if (row.is(i + 2, Kind.COLON) || row.followsDirective(i + 1) || isBeforeCall(i)) {
      return noSemicolon(i, i + 1);
    }
    if ((isLineOfItsOwn(i, i + 1) && !shapes.isTypedRun(i))
        || (isLineOfItsOwn(i, i + 1) && KnownNames.isCapital(row.name(i)))) {
      return noSemicolon(i, i + 1);
    }
    if (shapes.isStringChain(i)) {
      return Start.OTHER;
    }
    return declaration(i);
  }

  /** A word in capitals alone on its line, and a call below it. */
  private boolean isBeforeCall(int i) {
    return row.startsLine(i)
        && row.startsLine(i + 1)
        && row.is(i + 2, Kind.LPAREN)
        && KnownNames.isCapital(row.name(i))
        && !KnownNames.isCapital(row.name(i + 1))
        && row.is(row.past(i + 2), Kind.SEMI);
  }

  /** A word alone on its line, in capitals, with nothing indented below it. */
  private boolean isLineOfItsOwn(int i, int next) {
    return row.startsLine(i)
        && row.startsLine(next)
        && row.indent(next) <= row.indent(i)
        && KnownNames.isCapital(row.name(i));
  }

  /** A word with round brackets. */
  private Start call(int i) {
    int open = i + 1;
    int after = row.past(open);
    String name = row.name(i);
    if (KnownNames.isGuard(name) && row.is(after, Kind.LPAREN)) {
      row.give(i, Kind.DECLARATOR_MACRO, Rule.GUARD_NAME);
      row.place(open, Place.ARGUMENTS);
      row.place(after, Place.ARGUMENTS);
      return Start.OTHER;
    }
    if (shapes.isNestedDeclarator(open) && isFunctionPointer(open)) {
      return declaration(i);
    }
    return switch (row.kind(after)) {
      case LBRACE -> block(i, Rule.BLOCK_AFTER);
      case ASSIGN -> assigned(i, after);
      case SEMI,
          COMMA,
          OP_ASSIGN,
          DOT,
          ARROW,
          LBRACKET,
          QUESTION,
          SPACE,
          RPAREN,
          SLASH,
          PERCENT,
          PLUS,
          LESS,
          GREATER,
          LESS_EQUAL,
          GREATER_EQUAL,
          EQUAL,
          NOT_EQUAL,
          CARET,
          PIPE,
          AND,
          OR,
          SHIFT_LEFT,
          SHIFT_RIGHT ->
          Start.OTHER;
      case COLON -> {
        row.give(i, Kind.MACRO_STATEMENT, Rule.NO_SEMICOLON);
        row.place(open, Place.ARGUMENTS);
        yield Start.OTHER;
      }
      case LPAREN -> row.words().isBlock(i) ? block(i, Rule.ITERATOR_NAME) : Start.OTHER;
      case INC, DEC, MINUS, AMP, STAR -> operator(i, after);
      case STRING, STRING_MACRO, NUMBER, CHARACTER -> Start.OTHER;
      case RBRACE, CASE, DEFAULT, ELSE -> macro(i, Rule.NO_SEMICOLON);
      default -> followed(i, after);
    };
  }

  private boolean isFunctionPointer(int open) {
    int after = row.past(row.past(open));
    Kind end = row.kind(after);
    return (end == Kind.SEMI
            || end == Kind.ASSIGN
            || end == Kind.COMMA
            || end == Kind.ATTRIBUTE
            || end == Kind.ID
            || end == Kind.LBRACKET)
        && (row.is(row.past(open), Kind.LBRACKET) || shapes.looksLikeParameters(row.past(open)));
  }

  private Start assigned(int i, int after) {
    if (row.is(after + 1, Kind.LBRACE) || KnownNames.isGuard(row.name(i))) {
      row.give(
          i,
          Kind.DECLARATOR_MACRO,
          KnownNames.isGuard(row.name(i)) ? Rule.GUARD_NAME : Rule.INITIALISED_CALL);
      row.place(i + 1, Place.ARGUMENTS);
      return Start.OTHER;
    }
    return Start.OTHER;
  }

  /** An operator that may also begin the next statement. */
  private Start operator(int i, int after) {
    if (row.words().isBlock(i)) {
      return block(i, Rule.ITERATOR_NAME);
    }
    // A product that nobody uses, or that is assigned to, is none.
    if (row.is(after, Kind.STAR)
        && shapes.isPointerDeclaration(after - 1)
        && (!row.startsLine(after) || row.words().isTypeCall(i))) {
      return declaration(i);
    }
    boolean statement =
        row.startsLine(after)
            && row.touches(after + 1)
            && (row.is(after, Kind.STAR) || row.is(after, Kind.INC) || row.is(after, Kind.DEC));
    return statement ? followed(i, after) : Start.OTHER;
  }

  /** Another statement follows, or a declarator. */
  private Start followed(int i, int after) {
    String name = row.name(i);
    if (row.words().isBlock(i)) {
      return block(i, Rule.ITERATOR_NAME);
    }
    boolean newLine = row.startsLine(after);
    if (!newLine && (row.is(after, Kind.ID) || RowShapes.isSpecifier(row.kind(after)))) {
      boolean attribute = row.words().isAttributeCall(i) || row.words().isTypeCall(i);
      boolean declares =
          row.is(after, Kind.ID)
              && (row.is(after + 1, Kind.SEMI)
                  || row.is(after + 1, Kind.ASSIGN)
                  || row.is(after + 1, Kind.COMMA)
                  || row.is(after + 1, Kind.LBRACKET));
      if (attribute || (declares && !KnownNames.isCapital(name))) {
        return declaration(i);
      }
    }
    if (!newLine && shapes.isStringChain(i)) {
      return Start.OTHER;
    }
    if (newLine && row.startsLine(i) && row.indent(after) > row.indent(i)) {
      return block(i, Rule.INDENTED_BELOW);
    }
    if (!newLine && isStatementWord(row.kind(after)) && !KnownNames.isCapital(name)) {
      return block(i, Rule.NO_SEMICOLON);
    }
    return macro(i, Rule.NO_SEMICOLON);
  }

  private Start noSemicolon(int i, int next) {
    if (row.startsLine(i)
        && row.startsLine(next)
        && row.indent(next) > row.indent(i)
        && !row.is(next, Kind.RBRACE)) {
      return block(i, Rule.INDENTED_BELOW);
    }
    return macro(i, Rule.NO_SEMICOLON);
  }

  private Start block(int i, Rule rule) {
    if (rule.certainty() == Roles.Certainty.GUESS && row.words().isGiven(i, Sort.STATEMENTS)) {
      row.give(i, Kind.MACRO_STATEMENT, rule);
      return arguments(i);
    }
    row.give(i, KnownNames.isIf(row.name(i)) ? Kind.IF_MACRO : Kind.BLOCK_MACRO, rule);
    return arguments(i);
  }

  private Start macro(int i, Rule rule) {
    boolean head = rule == Rule.NO_SEMICOLON && row.words().isGiven(i, Sort.HEAD);
    row.give(i, head ? Kind.BLOCK_MACRO : Kind.MACRO_STATEMENT, rule);
    return arguments(i);
  }

  /** The walk goes on with a statement after the arguments, if there are any. */
  private Start arguments(int i) {
    if (row.is(i + 1, Kind.LPAREN)) {
      return Start.OTHER;
    }
    return Start.AGAIN;
  }

  private static boolean isStatementWord(Kind kind) {
    return switch (kind) {
      case IF, WHILE, DO, FOR, SWITCH, BREAK, CONTINUE, RETURN, GOTO -> true;
      default -> false;
    };
  }
}
