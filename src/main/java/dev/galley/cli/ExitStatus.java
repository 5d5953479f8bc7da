package dev.galley.cli;

/** What the process ends with. */
public final class ExitStatus {

  /** Nothing at or above the gate, and the series is complete. */
  public static final int CLEAN = 0;

  /** Findings at or above the gate, or an incomplete series. */
  public static final int STOPPED = 1;

  /** The input or the command line is wrong. */
  public static final int WRONG_INPUT = 2;

  /** A bug of the program. */
  public static final int INTERNAL = 3;

  private ExitStatus() {}
}
