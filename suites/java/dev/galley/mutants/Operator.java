package dev.galley.mutants;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A kind of mistake.
 *
 * @param name as the table and the list of survivors have it
 * @param mistake in words
 * @param checks those that name the mistake; none for a change that is no mistake
 * @param mutants all its places in a series, in order
 */
record Operator(
    String name,
    String mistake,
    List<String> checks,
    BiFunction<Sketch, Vocabulary, List<Mutant>> mutants) {

  /** Whether the change means nothing and must not be reported. */
  boolean isControl() {
    return checks.isEmpty();
  }
}
