package dev.galley.kernelc.lex;

/**
 * The specifiers of a declaration: of its words the last one before a star, or the last but one
 * before anything else, is the type, what is left over are attributes.
 */
final class SpecifierRules {

  /** Runs of specifiers are short; a longer one is nobody's declaration. */
  private static final int LONGEST_RUN = 48;

  private final Row row;
  private final RowShapes shapes;
  private final TagRules tags;
  private final DeclaratorRules declarators;

  SpecifierRules(Row row) {
    this.row = row;
    this.shapes = new RowShapes(row);
    this.tags = new TagRules(row);
    this.declarators = new DeclaratorRules(row);
  }

  /** Gives roles from the start of a declaration to the end of its first declarator. */
  int declaration(int start, Scope scope) {
    boolean typed = false;
    int i = start;
    while (true) {
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
            EXTENSION,
            ATTR ->
            i++;
        case BASIC_TYPE, AUTO, TYPE_NAME -> {
          typed = true;
          i++;
        }
        case ATTRIBUTE, ATTR_CALL -> i = row.past(i + 1);
        case TYPE_MACRO -> {
          typed = true;
          i = row.past(i + 1);
        }
        case TYPEOF, ATOMIC -> {
          typed |= row.is(i, Kind.TYPEOF) || row.is(i + 1, Kind.LPAREN);
          i = row.past(i + 1);
        }
        case STRUCT, UNION, ENUM -> {
          typed = true;
          i = tags.tag(i, scope);
        }
        case ID -> {
          int next = word(i, typed, scope);
          if (next < 0) {
            return declarators.declarator(i, scope, typed);
          }
          typed |= row.is(i, Kind.TYPE_NAME) || row.is(i, Kind.TYPE_MACRO);
          i = next;
          if (row.is(i - 1, Kind.HEADER_MACRO)) {
            return i;
          }
        }
        case HEADER_MACRO -> {
          return row.past(i + 1);
        }
        default -> {
          return declarators.declarator(i, scope, typed);
        }
      }
    }
  }

  /** A word among the specifiers: the entry after it, or -1 where the declarator begins. */
  private int word(int i, boolean typed, Scope scope) {
    switch (row.kind(i + 1)) {
      case LPAREN -> {
        return call(i, typed, scope);
      }
      case STAR, CARET -> {
        return specifier(i, typed);
      }
      case ID,
          ATTRIBUTE,
          CONST,
          VOLATILE,
          RESTRICT,
          STATIC,
          EXTERN,
          INLINE,
          TYPEDEF,
          REGISTER,
          THREAD_LOCAL,
          BASIC_TYPE,
          STRUCT,
          UNION,
          ENUM,
          TYPEOF,
          AUTO,
          ATOMIC,
          EXTENSION,
          ATTR,
          ATTR_CALL -> {
        return inRun(i, typed);
      }
      default -> {
        return last(i, typed, scope);
      }
    }
  }

  /** More words follow. */
  private int inRun(int i, boolean typed) {
    if (typed
        && !row.words().isSureAttribute(i)
        && (row.words().isGiven(i, NameMeaning.Sort.ORDINARY)
            || shapes.onlyAttributesAfterName(i + 1))) {
      return -1;
    }
    if (typed) {
      return specifier(i, true);
    }
    int words = 0;
    for (int at = i + 1; at < i + LONGEST_RUN; at++) {
      switch (row.kind(at)) {
        case ID -> {
          if (row.is(at + 1, Kind.LPAREN)) {
            boolean attribute =
                row.words().isAttributeCall(at) && !shapes.endsDeclarator(row.past(at + 1));
            if (words > 0 && row.words().isSureAttributeCall(at)) {
              return decide(i, words);
            }
            boolean pointer = shapes.isNestedDeclarator(at + 1);
            words += attribute ? 0 : pointer ? 2 : 1;
            if (attribute) {
              at = row.past(at + 1) - 1;
              continue;
            }
            return decide(i, words);
          }
          boolean between = row.is(at + 1, Kind.ID) || row.is(at + 1, Kind.STAR);
          boolean attribute =
              between ? row.words().isAttribute(at) : row.words().isSureAttribute(at);
          words += attribute ? 0 : 1;
        }
        case BASIC_TYPE, STRUCT, UNION, ENUM, TYPEOF, AUTO -> {
          return specifier(i, true);
        }
        case CONST,
            VOLATILE,
            RESTRICT,
            STATIC,
            EXTERN,
            INLINE,
            TYPEDEF,
            REGISTER,
            THREAD_LOCAL,
            EXTENSION,
            ATOMIC -> {
          // Says nothing.
        }
        case ATTRIBUTE -> at = row.past(at + 1) - 1;
        case STAR, CARET -> {
          return decide(i, words + 1);
        }
        case LPAREN -> {
          return decide(i, words + (shapes.isNestedDeclarator(at) ? 1 : 0));
        }
        default -> {
          return decide(i, words);
        }
      }
    }
    return decide(i, words);
  }

  /** With one more word, which is the name, a word is the type. */
  private int decide(int i, int words) {
    if (words == 0 && row.words().isSureAttribute(i)) {
      row.give(i, Kind.ATTR, Rule.WELL_KNOWN_ATTRIBUTE);
      return i + 1;
    }
    if (words >= 2) {
      boolean typeFirst = row.words().isType(i) && !row.words().isType(i + 1);
      if (typeFirst) {
        row.give(i, Kind.TYPE_NAME, Rule.WELL_KNOWN_TYPE);
        return i + 1;
      }
      return specifier(i, true);
    }
    return specifier(i, row.words().isSureAttribute(i));
  }

  private int specifier(int i, boolean typed) {
    if (typed) {
      row.give(
          i,
          Kind.ATTR,
          row.words().isSureAttribute(i) ? Rule.WELL_KNOWN_ATTRIBUTE : Rule.SPARE_SPECIFIER);
    } else {
      row.give(
          i, Kind.TYPE_NAME, row.words().isType(i) ? Rule.WELL_KNOWN_TYPE : Rule.DECLARED_TYPE);
    }
    return i + 1;
  }

  /** The last word of a run. */
  private int last(int i, boolean typed, Scope scope) {
    if (typed) {
      boolean afterBody = row.is(i - 1, Kind.RBRACE);
      boolean nameless = scope == Scope.PARAMETER || scope == Scope.TYPE_NAME;
      if (((afterBody || nameless) && row.words().isSureAttribute(i)) || scope == Scope.TYPE_NAME) {
        return specifier(i, true);
      }
      return -1;
    }
    if (scope == Scope.TYPE_NAME || (scope == Scope.MEMBER && row.is(i + 1, Kind.COLON))) {
      return specifier(i, false);
    }
    if (scope == Scope.PARAMETER) {
      if (isOldStyleName(i)) {
        row.settle(i);
        return -1;
      }
      if (row.words().isNoType(i)) {
        return row.words().isSureAttribute(i) ? specifier(i, true) : -1;
      }
      row.give(
          i, Kind.TYPE_NAME, row.words().isType(i) ? Rule.WELL_KNOWN_TYPE : Rule.PARAMETER_TYPE);
      return i + 1;
    }
    return -1;
  }

  /** A lone word of an old style definition, or a macro that stands for parameters. */
  private boolean isOldStyleName(int i) {
    boolean alone =
        (row.is(i - 1, Kind.LPAREN) || row.is(i - 1, Kind.COMMA))
            && (row.is(i + 1, Kind.RPAREN) || row.is(i + 1, Kind.COMMA));
    String name = row.name(i);
    return alone && !row.words().isType(i) && (KnownNames.isCapital(name) || shapes.inOldStyle(i));
  }

  /** A word with round brackets among the specifiers. */
  private int call(int i, boolean typed, Scope scope) {
    int open = i + 1;
    int after = row.past(open);
    boolean afterBody = shapes.isAfterBody(i);
    if (shapes.isNestedDeclarator(open)) {
      return specifier(i, typed);
    }
    if (!typed && shapes.isNamedInBrackets(open)) {
      return specifier(i, false);
    }
    boolean ends = shapes.endsDeclarator(after);
    if (typed && scope == Scope.FILE && (isFunction(open, after) || isMadeName(after))) {
      return -1;
    }
    if (typed && row.is(after, Kind.LPAREN)) {
      return -1;
    }
    if (row.words().isAttributeCall(i)
        && !(ends && typed && !afterBody)
        && !(ends && row.is(after, Kind.LBRACE) && !shapes.hasCallBefore(i))
        && (!ends || (afterBody && !row.is(after, Kind.LBRACE)))) {
      return attributeCall(i, Rule.WELL_KNOWN_ATTRIBUTE);
    }
    if (ends && typed && afterBody && !row.is(after, Kind.LBRACE)) {
      return attributeCall(i, Rule.SPARE_SPECIFIER);
    }
    if (ends || row.is(after, Kind.LPAREN)) {
      return callAtEnd(i, typed, scope);
    }
    boolean attributesFollow = shapes.onlyAttributes(after);
    if (typed) {
      return attributesFollow && (scope == Scope.FILE || shapes.looksLikeParameters(open))
          ? -1
          : attributeCall(i, Rule.SPARE_SPECIFIER);
    }
    if (attributesFollow
        && scope == Scope.FILE
        && shapes.reachesBody(after)
        && row.words().isAttribute(after)) {
      return header(i);
    }
    boolean type =
        row.is(after, Kind.STAR)
            || row.words().isTypeCall(i)
            || (row.is(after, Kind.ID) && !shapes.isTypedRun(after));
    if (type) {
      row.give(i, Kind.TYPE_MACRO, Rule.TYPE_CALL);
      row.place(open, Place.ARGUMENTS);
      return after;
    }
    return attributeCall(i, Rule.SPARE_SPECIFIER);
  }

  /** Parameters, then attributes at most, then a body or the end of a prototype. */
  private boolean isFunction(int open, int after) {
    return shapes.looksLikeParameters(open)
        && (row.is(after, Kind.LBRACE)
            || shapes.inOldStyle(open + 1)
            || (row.is(after, Kind.ID) && shapes.onlyAttributes(after)));
  }

  /** Parameters after the brackets: {@code prefix(strlen)(const char *s)}. */
  private boolean isMadeName(int second) {
    return row.is(second, Kind.LPAREN)
        && !shapes.isNestedDeclarator(second)
        && shapes.looksLikeParameters(second)
        && row.is(row.past(second), Kind.LBRACE);
  }

  private int callAtEnd(int i, boolean typed, Scope scope) {
    if (typed) {
      return -1;
    }
    if (scope == Scope.FILE && row.is(row.past(i + 1), Kind.LBRACE)) {
      return header(i);
    }
    if (scope == Scope.TYPE_NAME) {
      row.give(i, Kind.TYPE_MACRO, Rule.TYPE_CALL);
      row.place(i + 1, Place.ARGUMENTS);
      return row.past(i + 1);
    }
    return -1;
  }

  private int header(int i) {
    row.give(i, Kind.HEADER_MACRO, Rule.MACRO_HEADER);
    row.place(i + 1, Place.ARGUMENTS);
    declarators.suffixes(row.past(i + 1));
    return i + 1;
  }

  private int attributeCall(int i, Rule rule) {
    row.give(i, Kind.ATTR_CALL, rule);
    row.place(i + 1, Place.ARGUMENTS);
    return row.past(i + 1);
  }
}
