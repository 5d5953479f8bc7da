package dev.galley.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Loads what a user's first calls load, so that the build can archive it: {@code
 * bin/galley-archive} runs it once.
 */
final class Training {

  /** Of every form: members, calls, casts, names; of what fixtures/training has. */
  private static final String[] SEARCHES = {
    "struct bulb *b; b->lit",
    "struct bulb *b; b->in->volts",
    "struct lantern *l; l->base",
    "expression e; readl(e)",
    "struct bulb *b; expression e; list_for_each_entry(b, e, node)",
    "struct device *d; expression e; dev_get_drvdata(d)",
    "expression e; (struct bulb *)e",
    "LAMP_ON"
  };

  private Training() {}

  /**
   * Takes the bundled series and tree, and the checkout: where that is a git repository, it is
   * searched too, for only repositories have an index.
   */
  public static void main(String[] arguments) {
    String series = arguments[0];
    String tree = arguments[1];
    String checkout = arguments[2];
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
    if (Files.exists(Path.of(checkout, ".git"))) {
      Galley.run(terminal, "search", "--index", "make", "--base", checkout, SEARCHES[0]);
      for (String pattern : SEARCHES) {
        Galley.run(terminal, "search", "--base", checkout, "--unknown", pattern);
      }
      Galley.run(terminal, "search", "--base", checkout, "--format", "json", SEARCHES[0]);
      Galley.run(terminal, "search", "--base", checkout, "--format", "vimgrep", SEARCHES[0]);
    }
    Galley.run(terminal, "checks");
    Galley.run(terminal, "explain", "series/numbering");
    Galley.run(terminal, "--help");
    Galley.run(terminal, "review", "--help");
    Galley.run(terminal, "review", "no-such-file");
  }
}
