package dev.galley.check;

/** A check that looks at a series as a whole. */
public non-sealed interface SeriesCheck extends Check {

  void check(ReviewSubject review, Remarks out);
}
