package dev.galley.mutants;

import java.util.List;
import java.util.stream.Stream;

/** All kinds of mistakes, in the order of the table. */
final class Operators {

  private Operators() {}

  static List<Operator> all(Vocabulary words) {
    return Stream.of(
            CallOperators.all(words),
            MissedOperators.all(),
            FieldOperators.all(),
            DefinitionOperators.all(words),
            PatchOperators.all())
        .flatMap(List::stream)
        .toList();
  }
}
