package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.PositionPass.Unit;

/** The start of an item at file level: a declaration or a macro. */
final class FileRules {

  private final Row row;
  private final RowShapes shapes;
  private final Unit unit;
  private final SpecifierRules specifiers;

  FileRules(Row row, Unit unit, SpecifierRules specifiers) {
    this.row = row;
    this.shapes = new RowShapes(row);
    this.unit = unit;
    this.specifiers = specifiers;
  }

  /** Whether a declaration begins at an entry; gives its roles. */
  boolean start(int i) {
    return switch (row.kind(i)) {
      case SEMI, ASM, STATIC_ASSERT -> false;
      case ID -> !row.isSettled(i) && word(i);
      case EXTERN -> !row.is(i + 1, Kind.STRING) && declaration(i);
      default -> declaration(i);
    };
  }

  private boolean declaration(int i) {
    specifiers.declaration(i, Scope.FILE);
    return true;
  }

  private boolean word(int i) {
    Kind next = row.kind(i + 1);
    if (next == Kind.SEMI || next == Kind.SPACE) {
      return macro(i);
    }
    if (next != Kind.LPAREN || unit == Unit.FUNCTION || shapes.isNestedDeclarator(i + 1)) {
      boolean alone =
          unit != Unit.FUNCTION
              && next == Kind.ID
              && row.startsLine(i + 1)
              && KnownNames.isCapital(row.name(i))
              && row.startsLine(i)
              && !shapes.onlyAttributes(i + 2);
      return (alone && shapes.isTypedRun(i + 1)) ? macro(i) : declaration(i);
    }
    int after = row.past(i + 1);
    return switch (row.kind(after)) {
      case LBRACKET -> {
        row.give(i, Kind.DECLARATOR_MACRO, Rule.FILE_LEVEL);
        row.place(i + 1, Place.ARGUMENTS);
        new DeclaratorRules(row).suffixes(after);
        yield true;
      }
      case ASSIGN, SEMI, SPACE, LBRACE, RBRACE, COMMA -> macro(i);
      default -> followed(i, after);
    };
  }

  /** Something other than the end follows the arguments. */
  private boolean followed(int i, int after) {
    if (unit == Unit.MACRO_CALL) {
      macro(i);
      if (row.is(after, Kind.ID) && !row.is(after + 1, Kind.ID) && !row.startsLine(after)) {
        new DeclaratorRules(row).suffixes(after);
      }
      return false;
    }
    boolean newLine = row.startsLine(after);
    if (newLine && !row.words().isAttributeCall(i) && KnownNames.isCapital(row.name(i))) {
      return macro(i);
    }
    return declaration(i);
  }

  private boolean macro(int i) {
    row.give(i, Kind.MACRO_STATEMENT, Rule.FILE_LEVEL);
    return false;
  }
}
