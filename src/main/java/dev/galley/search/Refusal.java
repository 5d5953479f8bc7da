package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;

/**
 * A place where the words of a shape fit and the type does not: the same member name of another
 * struct.
 *
 * @param variable the metavariable, empty for a cast
 * @param expression what stands in its place
 * @param wanted the type asked for, as C
 * @param had the type found, as C
 */
public record Refusal(String variable, Expr expression, String wanted, String had) {}
