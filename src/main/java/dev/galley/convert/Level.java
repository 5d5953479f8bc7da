package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import java.util.List;
import java.util.Optional;

/**
 * Parts of two sides that were aligned with each other and are not the same. Compared by identity.
 *
 * <p>From an edit the levels lead outwards: from the smallest expression to the statement, to the
 * run of statements that changed together, to the trees themselves.
 */
final class Level {

  private final List<CNode> before;
  private final List<CNode> after;
  private final Optional<Level> outer;
  private final boolean swapped;

  /**
   * A level.
   *
   * @param swapped whether it is an {@code if} or {@code ?:} whose branches were exchanged, so that
   *     its condition has to be negated
   */
  Level(
      List<? extends CNode> before,
      List<? extends CNode> after,
      Optional<Level> outer,
      boolean swapped) {
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    this.outer = outer;
    this.swapped = swapped;
  }

  List<CNode> before() {
    return before;
  }

  List<CNode> after() {
    return after;
  }

  Optional<Level> outer() {
    return outer;
  }

  boolean isSwapped() {
    return swapped;
  }
}
