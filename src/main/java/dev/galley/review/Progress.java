package dev.galley.review;

/** Hears how far a long job is; what it does with that is its own affair. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress SILENT = (what, done, of) -> {};

  /**
   * Some steps were done.
   *
   * @param what the work, in a word or two
   * @param done steps so far
   * @param of all steps; -1 when nobody knows
   */
  void at(String what, long done, long of);
}
