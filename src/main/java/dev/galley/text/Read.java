package dev.galley.text;

import java.util.List;
import java.util.Objects;

/**
 * What a reader made of its input: always a value, and what was wrong on the way.
 *
 * @param value as much as could be understood
 * @param problems in the order of their places
 */
public record Read<T>(T value, List<Problem> problems) {

  public Read {
    Objects.requireNonNull(value);
    problems = List.copyOf(problems);
  }

  public static <T> Read<T> of(T value) {
    return new Read<>(value, List.of());
  }

  /** Whether nothing of the input was lost. */
  public boolean isSound() {
    return problems.stream().noneMatch(problem -> problem.level() == Problem.Level.ERROR);
  }
}
