package dev.galley.cli;

/** When results are coloured: the value of {@code --color}. */
enum Colour {
  AUTO,
  ALWAYS,
  NEVER;

  /** Whether to colour what a terminal gets. */
  boolean on(Terminal terminal) {
    return on(terminal, true);
  }

  /**
   * Whether to colour results.
   *
   * @param isShown whether they go to the terminal's standard output, not into a file
   */
  boolean on(Terminal terminal, boolean isShown) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> isShown && terminal.wantsColour();
    };
  }
}
