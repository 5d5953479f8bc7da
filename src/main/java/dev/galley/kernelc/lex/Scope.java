package dev.galley.kernelc.lex;

/** Where a declaration stands; what a lone word is depends on it. */
enum Scope {
  FILE,
  BLOCK,
  MEMBER,
  PARAMETER,
  /** A type name: it declares nothing. */
  TYPE_NAME
}
