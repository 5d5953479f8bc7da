package dev.galley.planted.report;

import java.io.IOException;

/** Runs what it should not. */
final class StartsProcess {
  Process start() throws IOException {
    return new ProcessBuilder("true").start();
  }
}
