package dev.galley.kernelc.lex;

/** Arguments that are types or declarations. */
final class ArgumentRules {

  private final Row row;
  private final RowShapes shapes;
  private final SpecifierRules specifiers;

  ArgumentRules(Row row, SpecifierRules specifiers) {
    this.row = row;
    this.shapes = new RowShapes(row);
    this.specifiers = specifiers;
  }

  /**
   * Gives roles to an argument that is no expression.
   *
   * @param open the bracket before the arguments
   * @param number of the argument, from 0
   */
  void start(int i, int open, int number) {
    Kind kind = row.kind(i);
    Kind next = row.kind(i + 1);
    boolean lone = next == Kind.COMMA || next == Kind.RPAREN;
    if (kind == Kind.ID && !row.isSettled(i)) {
      word(i, open, number, lone);
    } else if (RowShapes.isSpecifier(kind)
        && !(lone && (kind == Kind.STRUCT || kind == Kind.UNION || kind == Kind.ENUM))) {
      specifiers.declaration(i, Scope.PARAMETER);
    } else if (kind == Kind.ATTRIBUTE) {
      specifiers.declaration(i, Scope.PARAMETER);
    }
  }

  private void word(int i, int open, int number, boolean lone) {
    String callee = row.is(open - 1, Kind.SPACE) ? "" : calleeOf(open);
    boolean type = KnownNames.takesType(callee, number);
    if (lone) {
      if (type) {
        row.give(i, Kind.TYPE_NAME, Rule.TYPE_ARGUMENT);
      } else if (row.words().isSureType(i)
          || (row.is(open - 1, Kind.HEADER_MACRO) && row.words().isType(i))) {
        row.give(i, Kind.TYPE_NAME, Rule.WELL_KNOWN_TYPE);
      }
      return;
    }
    boolean parameters = KnownNames.takesParameters(callee) || row.is(open - 1, Kind.HEADER_MACRO);
    switch (row.kind(i + 1)) {
      case STAR -> {
        if (isPointerType(i, type || parameters || row.words().isType(i))) {
          shaped(i, type);
        }
      }
      case ID -> {
        if (!shapes.isStringChain(i) && isDeclared(i, parameters)) {
          shaped(i, type);
        }
      }
      case COLON -> {
        if (row.is(open - 1, Kind.GENERIC)) {
          row.give(i, Kind.TYPE_NAME, Rule.TYPE_ARGUMENT);
        }
      }
      case LPAREN -> {
        if (shapes.isNestedDeclarator(i + 1) && (parameters || isNameless(i + 1))) {
          shaped(i, type);
        }
      }
      case LBRACKET -> {
        if (type || row.is(i + 2, Kind.RBRACKET)) {
          shaped(i, type);
        }
      }
      case CONST, VOLATILE, STRUCT, UNION, ENUM, BASIC_TYPE ->
          specifiers.declaration(i, Scope.PARAMETER);
      default -> {
        // An expression.
      }
    }
  }

  /** {@code (*)(…)}. */
  private boolean isNameless(int open) {
    return row.is(row.match(open) - 1, Kind.STAR);
  }

  private String calleeOf(int open) {
    return switch (row.kind(open - 1)) {
      case ID,
          MACRO_STATEMENT,
          DECLARATOR_MACRO,
          BLOCK_MACRO,
          IF_MACRO,
          HEADER_MACRO,
          TYPE_MACRO,
          STRING_MACRO,
          ATTR_CALL ->
          row.name(open - 1);
      default -> "";
    };
  }

  private void shaped(int i, boolean known) {
    row.give(i, Kind.TYPE_NAME, known ? Rule.TYPE_ARGUMENT : typeRule(i));
    specifiers.declaration(i, Scope.PARAMETER);
  }

  private Rule typeRule(int i) {
    return row.words().isType(i) ? Rule.WELL_KNOWN_TYPE : Rule.TYPE_SHAPED_ARGUMENT;
  }

  /** {@code T *}, {@code T **x}, {@code T *x} where types are usual. */
  private boolean isPointerType(int word, boolean likely) {
    int i = word + 1;
    int stars = 0;
    while (row.is(i, Kind.STAR) || row.is(i, Kind.CONST) || row.is(i, Kind.ID)) {
      if (row.is(i, Kind.ID) && !row.words().isSureAttribute(i)) {
        break;
      }
      stars += row.is(i, Kind.STAR) ? 1 : 0;
      i++;
    }
    boolean ends = row.is(i, Kind.COMMA) || row.is(i, Kind.RPAREN);
    if (ends) {
      return true;
    }
    return likely
        && row.is(i, Kind.ID)
        && (row.is(i + 1, Kind.COMMA)
            || row.is(i + 1, Kind.RPAREN)
            || row.is(i + 1, Kind.LBRACKET)
            || row.is(i + 1, Kind.ID))
        && stars > 0;
  }

  /** {@code T x}, {@code T __attr x}. */
  private boolean isDeclared(int i, boolean parameters) {
    Kind after = row.kind(i + 2);
    return after == Kind.COMMA
        || after == Kind.RPAREN
        || after == Kind.LBRACKET
        || ((after == Kind.STAR || after == Kind.ID || after == Kind.ASSIGN)
            && (parameters || row.words().isType(i) || row.words().isSureAttribute(i + 1)));
  }
}
