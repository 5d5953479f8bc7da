package dev.galley.check.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The word list {@code misspellings.txt}: what a common misspelling was meant to be. */
final class Misspellings {

  private static final String RESOURCE = "misspellings.txt";

  private final Map<String, String> meant;

  private Misspellings(Map<String, String> meant) {
    this.meant = Map.copyOf(meant);
  }

  /** The list, read when it is first asked for. */
  static Misspellings common() {
    return Holder.LIST;
  }

  /** What was meant by a word, in the capitals of the word; empty when it is none of the list. */
  Optional<String> correction(String word) {
    Optional<String> right = Optional.ofNullable(meant.get(word.toLowerCase(Locale.ROOT)));
    return Character.isUpperCase(word.charAt(0))
        ? right.map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1))
        : right;
  }

  Map<String, String> all() {
    return meant;
  }

  private static Misspellings load() {
    InputStream resource = Misspellings.class.getResourceAsStream(RESOURCE);
    if (resource == null) {
      throw new AssertionError(RESOURCE + " is not in the jar");
    }
    Map<String, String> meant = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (!line.startsWith("#") && space > 0) {
          meant.put(line.substring(0, space), line.substring(space + 1));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Misspellings(meant);
  }

  private static final class Holder {
    static final Misspellings LIST = load();
  }
}
