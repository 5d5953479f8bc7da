package dev.galley.kernelc.symbols;

/**
 * What a name can be at file level. Tags, macros and everything else are three spaces of names (C17
 * 6.2.3).
 */
public enum SymbolKind {
  /** The tag of a struct or union with members. */
  RECORD,
  /** The tag of an enum with enumerators. */
  ENUM,
  TYPEDEF,
  /** A function's definition or prototype. */
  FUNCTION,
  /** A variable at file level, defined or declared. */
  VARIABLE,
  ENUMERATOR,
  /** {@code #define}, with or without parameters. */
  MACRO
}
