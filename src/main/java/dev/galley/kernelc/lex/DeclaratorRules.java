package dev.galley.kernelc.lex;

/** Declarators: stars, attributes, a name, array brackets, parameters. */
final class DeclaratorRules {

  /** Deeper nesting is refused by the parser anyway. */
  private static final int DEEPEST = 200;

  private final Row row;
  private final RowShapes shapes;
  private int depth;

  DeclaratorRules(Row row) {
    this.row = row;
    this.shapes = new RowShapes(row);
  }

  /** Gives roles from the start of a declarator on; the entry after it. */
  int declarator(int start, Scope scope, boolean typed) {
    int i = start;
    while (true) {
      switch (row.kind(i)) {
        case STAR, CARET, CONST, VOLATILE, RESTRICT, ATTR -> i++;
        case ATTRIBUTE, ATTR_CALL -> i = row.past(i + 1);
        case ID -> {
          int next = word(i, scope, typed);
          if (next < 0) {
            return suffixes(-next);
          }
          i = next;
        }
        case LPAREN -> {
          return nested(i, scope);
        }
        default -> {
          return suffixes(i);
        }
      }
    }
  }

  private int nested(int open, Scope scope) {
    boolean loose = scope == Scope.TYPE_NAME || scope == Scope.PARAMETER;
    Kind inside = row.kind(open + 1);
    boolean declarator =
        inside == Kind.STAR
            || inside == Kind.CARET
            || inside == Kind.LPAREN
            || inside == Kind.ATTRIBUTE
            || (inside == Kind.ID
                && (!loose
                    || (row.is(open + 2, Kind.STAR) && row.is(row.past(open), Kind.LPAREN))
                    || (row.is(open + 2, Kind.RPAREN)
                        && !row.words().isType(open + 1)
                        && row.is(row.past(open), Kind.LPAREN))));
    if (!declarator || depth > DEEPEST) {
      return suffixes(open);
    }
    row.place(open, Place.DECLARATOR);
    depth++;
    declarator(open + 1, scope, true);
    depth--;
    return suffixes(row.past(open));
  }

  /** A word: the entry after an attribute, or, negated, the entry after the name. */
  private int word(int i, Scope scope, boolean typed) {
    String name = row.name(i);
    switch (row.kind(i + 1)) {
      case STAR, CARET, CONST, VOLATILE, RESTRICT -> {
        return attribute(i);
      }
      case ID -> {
        boolean named =
            shapes.onlyAttributesAfterName(i + 1)
                || row.words().isGiven(i, NameMeaning.Sort.ORDINARY);
        return !row.words().isSureAttribute(i) && named ? name(i) : attribute(i);
      }
      case LPAREN -> {
        return call(i, scope, typed);
      }
      default -> {
        boolean nameless = scope == Scope.TYPE_NAME || scope == Scope.PARAMETER;
        // struct x *__unused has no other name.
        boolean named = row.is(i - 1, Kind.STAR) && name.equals("__unused");
        return scope == Scope.TYPE_NAME
                || (nameless && !named && row.words().isSureAttribute(i))
                || row.is(i + 1, Kind.LPAREN)
            ? attribute(i)
            : name(i);
      }
    }
  }

  private int attribute(int i) {
    row.give(
        i,
        Kind.ATTR,
        row.words().isSureAttribute(i) ? Rule.WELL_KNOWN_ATTRIBUTE : Rule.SPARE_SPECIFIER);
    return i + 1;
  }

  private int name(int i) {
    row.declare(i);
    return -(i + 1);
  }

  /** A word with round brackets: an attribute, a function's name or a macro that declares. */
  private int call(int i, Scope scope, boolean typed) {
    int open = i + 1;
    int after = row.past(open);
    if (shapes.isNestedDeclarator(open)) {
      return attribute(i);
    }
    boolean more = row.is(after, Kind.ID) || row.is(after, Kind.STAR) || row.is(after, Kind.LPAREN);
    if (more
        && !shapes.onlyAttributes(after)
        && !shapes.inOldStyle(open + 1)
        && row.words().isAttributeCall(i)) {
      return attributeCall(i);
    }
    if (row.words().isGiven(i, NameMeaning.Sort.ATTRIBUTE)) {
      return attributeCall(i);
    }
    if (isMacro(i, scope, typed)) {
      row.give(
          i,
          Kind.DECLARATOR_MACRO,
          row.is(after, Kind.ASSIGN) ? Rule.INITIALISED_CALL : Rule.DECLARING_CALL);
      row.place(open, Place.ARGUMENTS);
      return -after;
    }
    row.declare(i);
    row.place(open, Place.PARAMETERS);
    return -after;
  }

  private boolean isMacro(int i, Scope scope, boolean typed) {
    int after = row.past(i + 1);
    return switch (row.kind(after)) {
      case ASSIGN, LBRACKET, COLON, LPAREN -> true;
      case LBRACE -> false;
      default ->
          !typed
              || scope == Scope.MEMBER
              || (!shapes.looksLikeParameters(i + 1)
                  && !row.words().isGiven(i, NameMeaning.Sort.ORDINARY));
    };
  }

  private int attributeCall(int i) {
    row.give(i, Kind.ATTR_CALL, Rule.WELL_KNOWN_ATTRIBUTE);
    row.place(i + 1, Place.ARGUMENTS);
    return row.past(i + 1);
  }

  /** Array brackets, parameters and attributes after a declarator's name. */
  int suffixes(int start) {
    int i = start;
    while (true) {
      switch (row.kind(i)) {
        case LBRACKET -> {
          brackets(i);
          i = row.past(i);
        }
        case LPAREN -> {
          row.place(i, Place.PARAMETERS);
          i = row.past(i);
        }
        case ATTRIBUTE, ATTR_CALL -> i = row.past(i + 1);
        case ATTR -> i++;
        case ASM -> {
          row.place(i + 1, Place.ASSEMBLER);
          i = row.past(i + 1);
        }
        case ID -> {
          boolean call = row.is(i + 1, Kind.LPAREN);
          boolean declares =
              (row.is(i + 1, Kind.ID)
                      && !row.words().isAttribute(i)
                      && !row.words().isAttribute(i + 1))
                  || row.is(i + 1, Kind.STAR);
          if (declares) {
            return i;
          }
          row.give(i, call ? Kind.ATTR_CALL : Kind.ATTR, Rule.AFTER_DECLARATOR);
          if (call) {
            row.place(i + 1, Place.ARGUMENTS);
          }
          i = row.past(i + 1);
        }
        default -> {
          return i;
        }
      }
    }
  }

  /** {@code [at_least N]}. */
  private void brackets(int open) {
    row.place(open, Place.INDEX);
    if (row.is(open + 1, Kind.ID) && (row.is(open + 2, Kind.ID) || row.is(open + 2, Kind.NUMBER))) {
      row.give(open + 1, Kind.ATTR, Rule.IN_BRACKETS);
    }
  }
}
