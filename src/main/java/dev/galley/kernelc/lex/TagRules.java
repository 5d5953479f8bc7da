package dev.galley.kernelc.lex;

/** What follows struct, union and enum, up to the end of its body. */
final class TagRules {

  /** The longest base type of an enum, in words. */
  private static final int LONGEST_BASE = 4;

  private final Row row;

  TagRules(Row row) {
    this.row = row;
  }

  /** The entry after the tag and its body. */
  int tag(int keyword, Scope scope) {
    int i = attributes(keyword + 1);
    if (row.is(i, Kind.ID) || row.is(i, Kind.TYPE_NAME)) {
      int after = row.past(i + 1);
      boolean call =
          row.is(i + 1, Kind.LPAREN)
              && !row.is(i + 2, Kind.STAR)
              && (row.is(after, Kind.LBRACE)
                  || row.is(after, Kind.ID)
                  || row.is(after, Kind.STAR)
                  || row.is(after, Kind.RPAREN));
      if (call) {
        row.give(i, Kind.TYPE_MACRO, Rule.TAG_CALL);
        row.place(i + 1, Place.ARGUMENTS);
        i = after;
      } else {
        row.settle(i);
        i++;
      }
      i = beforeBody(i);
    }
    return body(keyword, i);
  }

  /** Attributes before the tag. */
  private int attributes(int start) {
    int i = start;
    while (true) {
      Kind next = row.kind(i + 1);
      if (row.is(i, Kind.ATTRIBUTE)) {
        i = row.past(i + 1);
      } else if (row.is(i, Kind.ID)
          && row.words().isAttribute(i)
          && ((next == Kind.ID && isTagged(i + 1)) || (next == Kind.LBRACE && isReserved(i)))
          && row.words().isSureAttribute(i)) {
        row.give(i, Kind.ATTR, Rule.WELL_KNOWN_ATTRIBUTE);
        i++;
      } else if (row.is(i, Kind.ID)
          && next == Kind.LPAREN
          && row.words().isAttributeCall(i)
          && (row.is(row.past(i + 1), Kind.ID) || row.is(row.past(i + 1), Kind.LBRACE))) {
        row.give(i, Kind.ATTR_CALL, Rule.WELL_KNOWN_ATTRIBUTE);
        row.place(i + 1, Place.ARGUMENTS);
        i = row.past(i + 1);
      } else {
        return i;
      }
    }
  }

  /** What stands alone before the body is the tag, but for the names that no tag may have. */
  private boolean isReserved(int i) {
    return row.name(i).startsWith("__");
  }

  private boolean isTagged(int i) {
    return !row.words().isSureAttribute(i) || row.is(i + 1, Kind.LBRACE);
  }

  /** Attributes between the tag and the body. */
  private int beforeBody(int start) {
    int i = start;
    while (row.is(i, Kind.ATTRIBUTE) && row.is(row.past(i + 1), Kind.LBRACE)) {
      i = row.past(i + 1);
    }
    if (row.is(i, Kind.ID) && row.is(i + 1, Kind.LBRACE)) {
      row.give(i, Kind.ATTR, Rule.SPARE_SPECIFIER);
      i++;
    }
    return i;
  }

  private int body(int keyword, int start) {
    int i = start;
    if (row.is(keyword, Kind.ENUM) && row.is(i, Kind.COLON)) {
      int brace = i + 1;
      while (brace < i + LONGEST_BASE && !row.is(brace, Kind.LBRACE)) {
        brace++;
      }
      if (row.is(brace, Kind.LBRACE)) {
        for (int at = i + 1; at < brace; at++) {
          if (row.is(at, Kind.ID)) {
            row.give(at, Kind.TYPE_NAME, Rule.DECLARED_TYPE);
          }
        }
        i = brace;
      }
    }
    if (row.is(i, Kind.LBRACE)) {
      row.place(i, row.is(keyword, Kind.ENUM) ? Place.ENUMERATORS : Place.MEMBERS);
      i = row.past(i);
    }
    return i;
  }
}
