package dev.galley.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Loads what a user's first calls load, so that the build can archive it: {@code
 * bin/galley-archive} runs it once.
 */
final class Training {

  /** Of every form: members, calls, names. */
  private static final String[] SEARCHES = {
    "struct lantern *l; l->base",
    "expression e; readl(e)",
    "expression e; sysfs_emit(e, ...)",
    "NULL"
  };

  private Training() {}

  /** Takes the bundled series and tree. */
  public static void main(String[] arguments) {
    String series = arguments[0];
    String tree = arguments[1];
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]), nowhere, nowhere, true, false, 100, Map.of());
    Galley.run(terminal, "review", "--base", tree, series);
    Galley.run(terminal, "review", "--format", "json", series);
    for (String pattern : SEARCHES) {
      Galley.run(terminal, "search", "--index", "never", "--base", tree, pattern);
    }
    Galley.run(terminal, "checks");
    Galley.run(terminal, "explain", "series/numbering");
    Galley.run(terminal, "--help");
    Galley.run(terminal, "review", "--help");
    Galley.run(terminal, "review", "no-such-file");
  }
}
