package dev.galley.planted.report;

/** Talks to the process. */
public final class Prints {
  void print() {
    System.out.println("x");
  }
}
