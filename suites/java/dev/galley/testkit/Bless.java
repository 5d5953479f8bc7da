package dev.galley.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that a test compares and, with {@code mvn test -Dgalley.bless}, writes anew.
 *
 * <p>A blessing run fails for every file that changed, so that a reader looks at the difference.
 */
public final class Bless {

  private Bless() {}

  /** Whether expectations are to be written. */
  public static boolean isOn() {
    String value = System.getProperty("galley.bless", "false");
    return !value.equals("false");
  }

  /** What to say when a file was written. */
  public static AssertionError review(Path file) {
    return new AssertionError(file + " was written anew: review the diff");
  }

  /** Fails unless the file holds exactly that text; with blessing, writes it first. */
  public static void check(Path file, String text) {
    try {
      String there = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      if (there.equals(text)) {
        return;
      }
      if (isOn()) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        throw review(file);
      }
      throw new AssertionError(
          file + " is not what it should be; -Dgalley.bless writes it. It should be:\n" + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
