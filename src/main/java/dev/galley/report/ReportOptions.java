package dev.galley.report;

import dev.galley.review.Gate;
import java.util.Objects;

/**
 * How a review is to be shown.
 *
 * @param gate the level that decides whether the series passes
 * @param colour whether the reader's terminal understands colours
 * @param width columns of the terminal
 */
public record ReportOptions(Gate gate, boolean colour, int width) {

  /** For files and pipes: no colour, 80 columns. */
  public static final ReportOptions PLAIN = new ReportOptions(Gate.ERROR, false, 80);

  private static final int NARROWEST = 40;

  public ReportOptions {
    Objects.requireNonNull(gate);
    width = Math.max(width, NARROWEST);
  }

  public ReportOptions withGate(Gate level) {
    return new ReportOptions(level, colour, width);
  }

  public ReportOptions withColour(boolean wanted) {
    return new ReportOptions(gate, wanted, width);
  }

  public ReportOptions withWidth(int columns) {
    return new ReportOptions(gate, colour, columns);
  }
}
