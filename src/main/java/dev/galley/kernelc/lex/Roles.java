package dev.galley.kernelc.lex;

import java.util.Map;

/**
 * What the position pass says of the tokens of one external declaration.
 *
 * @param roles by token: the kind it is given instead of the lexer's; tokens that keep theirs are
 *     not in it
 */
public record Roles(Map<Integer, Role> roles) {

  /**
   * A role and why.
   *
   * @param kind one of the kinds for which {@link Kind#isRole} holds
   * @param rule the rule that gave it, a short stable word such as {@code cast} or {@code
   *     well-known-type}
   * @param certainty how sure it is
   * @param evidence of {@link Certainty#INDEX} the place of the definition, {@code path:line}; else
   *     empty
   */
  public record Role(Kind kind, String rule, Certainty certainty, String evidence) {}

  /** How much a role is worth. */
  public enum Certainty {
    /** The shape allows nothing else in C. */
    SHAPE,
    /** A name that means the same everywhere in a kernel: {@code u32}, {@code __iomem}. */
    KNOWN,
    /**
     * Likely by the shape; another reading is possible, and the index, if there is one, is mute.
     */
    GUESS,
    /** The symbol index said so. */
    INDEX
  }
}
