package dev.galley.kernelc.lex;

/** What stands between two brackets, or at the top of a unit. */
enum Place {
  /** External declarations. */
  FILE,
  /** Statements and declarations. */
  BLOCK,
  /** The head of if, while, switch. */
  HEAD,
  /** The head of for. */
  FOR_HEAD,
  /** Members of a struct or union. */
  MEMBERS,
  ENUMERATORS,
  /** Items of an initialiser. */
  LIST,
  PARAMETERS,
  /** Of a call of whatever. */
  ARGUMENTS,
  /** Of struct_group(): arguments, then members. */
  MEMBER_ARGUMENTS,
  /** A nested declarator; its words are known before. */
  DECLARATOR,
  /** A type name: cast, compound literal, operand of sizeof or typeof. */
  TYPE,
  /** An expression in round brackets. */
  EXPRESSION,
  /** Between square brackets. */
  INDEX,
  /** An assembler template and its operands. */
  ASSEMBLER,
  /** Nothing is told of the tokens in it. */
  SOUP;

  /** Whether a semicolon ends an item here. */
  boolean hasStatements() {
    return this == FILE
        || this == BLOCK
        || this == MEMBERS
        || this == FOR_HEAD
        || this == MEMBER_ARGUMENTS;
  }

  /** Whether a comma ends an item here, outside of declarations. */
  boolean hasCommas() {
    return this == PARAMETERS
        || this == ARGUMENTS
        || this == MEMBER_ARGUMENTS
        || this == LIST
        || this == ENUMERATORS;
  }
}
