package dev.galley.kernelc;

/**
 * Bounds on the C that is read; what is over them is {@link Reading.Unknown}.
 *
 * @param fileBytes octets of one file
 * @param unitTokens tokens of one external declaration, hidden ones included
 * @param nesting brackets open at once
 * @param conditionals {@code #if} groups inside each other
 * @param readings readings of one external declaration, by the choices of its conditionals
 */
public record CLimits(int fileBytes, int unitTokens, int nesting, int conditionals, int readings) {

  /** Twice what the largest kernel files need; generated register headers are below it. */
  public static final CLimits DEFAULT = new CLimits(32 << 20, 600_000, 2_000, 200, 16);
}
