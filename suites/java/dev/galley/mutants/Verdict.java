package dev.galley.mutants;

/** What became of a mutant. */
enum Verdict {
  /** A check that names the mistake reports it where it is. */
  CAUGHT,
  /** Only other checks say something that they do not say of the series as it was. */
  OTHER,
  /** Nobody says anything. */
  MISSED
}
