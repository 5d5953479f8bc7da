package dev.galley.patch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The named disagreements with git apply, fixtures/oracle/apply-exceptions.txt. */
final class ApplyExceptions {

  private static final Path FILE = Path.of("fixtures", "oracle", "apply-exceptions.txt");

  private ApplyExceptions() {}

  /** The names; a line without a reason is refused. */
  static Set<String> read() {
    try {
      return Files.readAllLines(FILE).stream()
          .filter(line -> !line.startsWith("#"))
          .map(ApplyExceptions::name)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0 || line.substring(tab).isBlank()) {
      throw new IllegalStateException("an exception without a reason: " + line);
    }
    return line.substring(0, tab);
  }
}
