package dev.galley.check;

/** A check that looks at one patch, with the series around it. */
public non-sealed interface PatchCheck extends Check {

  void check(PatchSubject patch, Remarks out);
}
