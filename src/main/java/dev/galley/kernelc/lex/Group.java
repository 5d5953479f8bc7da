package dev.galley.kernelc.lex;

import java.util.List;
import java.util.Optional;

/**
 * One {@code #if … #endif}.
 *
 * @param branches in order, at least one
 * @param endToken the {@code #endif} line's token, or the number of tokens where it is missing
 * @param parent the group around it
 * @param shape how it cuts the program; see {@link Shape}
 * @param isIncludeGuard whether it only keeps a header from being read twice: the whole file
 */
public record Group(
    List<Branch> branches,
    int endToken,
    Optional<Group> parent,
    Shape shape,
    boolean isIncludeGuard) {

  public Group {
    branches = List.copyOf(branches);
  }

  /** The branch that holds a token. */
  public Optional<Branch> branchAt(int token) {
    for (Branch branch : branches) {
      if (branch.firstToken() <= token && token < branch.endToken()) {
        return Optional.of(branch);
      }
    }
    return Optional.empty();
  }

  /** The token of the line that opens it. */
  public int firstToken() {
    return branches.get(0).opening().token();
  }

  /** Whether one branch is compiled whatever the configuration: the last one is {@code #else}. */
  public boolean hasElse() {
    return branches.get(branches.size() - 1).opening().word().equals("else");
  }

  /** How the branches of a group lie in the program (census 1.2). */
  public enum Shape {
    /** Every branch is whole statements, declarations or members. */
    WHOLE,
    /**
     * Every branch is whole elements of a list, commas included: initialisers, enumerators,
     * arguments.
     */
    LIST,
    /** No token of C in any branch. */
    ONLY_DIRECTIVES,
    /** {@code else} before the end of a branch, or after the group. */
    ELSE_CHAIN,
    /** A branch does not balance its braces. */
    BRACE,
    /** Part of an expression or an argument list. */
    EXPRESSION,
    /**
     * Right after {@code if (…)}, {@code else} or a loop's head: the branches choose its statement.
     */
    AFTER_HEAD,
    /** Anything else in the middle of a statement or declaration. */
    MID_STATEMENT,
    /** In a function's header. */
    HEADER;

    /** Whether all branches may stay in one tree. */
    public boolean keepsAll() {
      return this == WHOLE || this == LIST || this == ONLY_DIRECTIVES;
    }
  }
}
