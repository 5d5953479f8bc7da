package dev.galley.kernelc.lex;

import java.util.BitSet;

/**
 * Gives identifiers their role by position and shape alone: the one place of heuristics between the
 * lexer and the grammar.
 */
public final class PositionPass {

  private PositionPass() {}

  /**
   * The roles of the tokens in a range that is one external declaration, macro body or fragment.
   *
   * @param tokens the file's tokens
   * @param first first token of the range
   * @param end one past its last
   * @param inactive tokens that a choice of branches hides, like hidden ones
   * @param what what the range is
   */
  public static Roles roles(CTokens tokens, int first, int end, BitSet inactive, Unit what) {
    return roles(VisibleTokens.of(tokens, first, end, inactive), what);
  }

  /** The roles of a row, whose entries the caller keeps for the parser. */
  public static Roles roles(VisibleTokens visible, Unit what) {
    Row row = new Row(visible);
    new RoleWalk(row, what).run();
    return row.roles();
  }

  /** The roles of a row, the guesses among them held against what names are defined as. */
  public static CheckedRoles checked(VisibleTokens visible, Unit what, NameOracle oracle) {
    return new RoleCheck(visible, what, oracle).run();
  }

  /** What a range of tokens is, as the grammar's entry rules have it. */
  public enum Unit {
    FUNCTION,
    /** struct, union or enum definition, typedef, prototype, variables with initialisers. */
    DECLARATION,
    /** A file-level macro call. */
    MACRO_CALL,
    /** Statements, maybe with a function's header before them or braces that do not balance. */
    STATEMENTS,
    /** One expression. */
    EXPRESSION,
    /** A type's name without anything declared. */
    TYPE,
    /** Items of an initialiser, without the braces around them. */
    INITIALIZERS
  }
}
