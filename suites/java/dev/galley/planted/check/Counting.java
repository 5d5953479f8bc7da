package dev.galley.planted.check;

/** Remembers things between patches. */
final class Counting implements Check {
  private int seen;

  int next() {
    return ++seen;
  }
}
