package dev.galley.kernelc.lex;

import org.jspecify.annotations.Nullable;

/**
 * An open bracket with those around it: a list that shares its tail, so that the state at a
 * conditional line is kept by keeping one pointer, and two states are equal only if no bracket was
 * closed and opened again between them.
 */
final class Open {

  /** What a bracket holds. */
  enum Role {
    /** Parentheses and square brackets. */
    ARGUMENTS,
    /** A function's body or a block in it. */
    STATEMENTS,
    /** Members of a struct or union. */
    MEMBERS,
    /** Enumerators, or an initialiser. */
    LIST
  }

  final Role role;
  final int token;
  final @Nullable Open outer;
  // The nearest brace, this one included: what a closing brace closes.
  final @Nullable Open brace;

  Open(Role role, int token, @Nullable Open outer) {
    this.role = role;
    this.token = token;
    this.outer = outer;
    this.brace = role != Role.ARGUMENTS ? this : outer == null ? null : outer.brace;
  }
}
