package dev.galley.suites;

import dev.galley.review.Gate;
import dev.galley.review.ReviewResult;
import dev.galley.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The files beside Allure's results: the categories, and what was reviewed against what. */
final class AllureFiles {

  private static final String CATEGORIES =
      """
      [
        {"name": "Internal error", "matchedStatuses": ["broken"]},
        {"name": "Internal error", "messageRegex": "(?s).*\\\\[review/internal-error\\\\].*"},
        {"name": "Finding (error)", "matchedStatuses": ["failed"], "messageRegex": "(?s)[^\\\\n]*: error: .*"},
        {"name": "Finding (warning)", "matchedStatuses": ["failed"], "messageRegex": "(?s)[^\\\\n]*: warning: .*"},
        {"name": "Finding (note)", "matchedStatuses": ["failed"], "messageRegex": "(?s)[^\\\\n]*: note: .*"},
        {"name": "Incomplete series", "matchedStatuses": ["failed"], "messageRegex": "(?s)missing patches: .*"},
        {"name": "Not checked", "matchedStatuses": ["skipped"]}
      ]
      """;

  private AllureFiles() {}

  static void write(ReviewResult result, Gate gate) throws IOException {
    Path folder = Path.of(System.getProperty("allure.results.directory", "allure-results"));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("categories.json"), CATEGORIES);
    String base = result.base().map(known -> known.description()).orElse("none");
    Files.writeString(
        folder.resolve("environment.properties"),
        "Series=%s\nVersion=%d\nBase=%s\nProfile=%s\nGate=%s\n"
            .formatted(
                escaped(result.series().title()),
                result.series().version(),
                escaped(base),
                escaped(result.profile()),
                gate.name().toLowerCase(Locale.ROOT)));
  }

  /** For a properties file: printable, ASCII, no escapes of its own. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Printable.line(text).toCharArray()) {
      if (c == '\\') {
        out.append("\\\\");
      } else if (c < 0x80) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return out.toString();
  }
}
