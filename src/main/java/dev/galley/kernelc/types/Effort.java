package dev.galley.kernelc.types;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** How far one question may go; of one thread. */
final class Effort {

  private static final int DEEPEST = 300;
  private static final int MOST = 60_000;

  private final Set<Object> open = new HashSet<>();
  private int depth;
  private int work;
  private boolean cut;

  /** Goes one level deeper, unless that is too deep or too much was done already. */
  <T> T deeper(Supplier<T> answer, Function<String, T> refuse) {
    if (depth >= DEEPEST) {
      cut = true;
      return refuse.apply("nested more than " + DEEPEST + " levels deep");
    }
    if (work >= MOST) {
      cut = true;
      return refuse.apply("more than " + MOST + " declarations and macros to follow");
    }
    depth++;
    work++;
    try {
      return answer.get();
    } finally {
      depth--;
    }
  }

  /**
   * Answers a question unless it is already being asked further up.
   *
   * @param key what tells the question from others
   */
  <T> Optional<T> once(Object key, Supplier<T> answer) {
    if (!open.add(key)) {
      cut = true;
      return Optional.empty();
    }
    try {
      return Optional.of(answer.get());
    } finally {
      open.remove(key);
    }
  }

  /** Whether no answer was cut short, so that all may be kept for later questions. */
  boolean isFresh() {
    return !cut;
  }
}
