package dev.galley.kernelc.lex;

import java.util.List;

/**
 * Roles whose guesses were held against the definitions of their names.
 *
 * @param roles as the definitions have them
 * @param byShape as the shape has them, for when the former do not parse; confirmed ones are marked
 *     in both
 * @param answers one for each guess, in order
 */
public record CheckedRoles(Roles roles, Roles byShape, List<Answer> answers) {

  public CheckedRoles {
    answers = List.copyOf(answers);
  }

  /** Whether the definitions changed a role. */
  public boolean isChanged() {
    return !roles.roles().equals(byShape.roles());
  }

  /**
   * What came of one guess.
   *
   * @param token its token
   * @param guessed the kind by the shape; {@link Kind#ID} where the guess was that it has no role
   * @param rule why
   * @param settled the kind that it has in the end
   * @param evidence where the definition is; empty where none is known
   */
  public record Answer(
      int token, Kind guessed, String rule, Kind settled, Result result, String evidence) {}

  /** How a guess fared. */
  public enum Result {
    /** The name is defined as what it was taken for. */
    CONFIRMED,
    /** It is not, and is read otherwise now. */
    OVERTURNED,
    /** It is not, but no rule has another reading for its place: it stays a guess. */
    KEPT,
    /** Its definition leaves it open. */
    OPEN,
    /** No definition is in reach. */
    NOT_KNOWN
  }
}
