package dev.galley.kernelc.syntax;

/**
 * Why a node is read the way it is, where the grammar alone would allow another reading.
 *
 * @param rule the position rule that decided, as in {@link dev.galley.kernelc.lex.Roles.Role#rule}
 * @param sure whether its shape allows nothing else, or the symbol index confirmed it
 */
public record Guess(String rule, boolean sure) {

  /** No guess was needed. */
  public static final Guess NONE = new Guess("", true);
}
