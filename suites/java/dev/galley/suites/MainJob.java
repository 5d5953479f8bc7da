package dev.galley.suites;

import dev.galley.cli.Failure;
import dev.galley.cli.OrderForm;
import dev.galley.cli.Terminal;
import dev.galley.report.JsonReport;
import dev.galley.report.ReportOptions;
import dev.galley.report.TextReport;
import dev.galley.review.Gate;
import dev.galley.review.ReviewResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The review that {@code mvn verify} was asked for with {@code -Dseries} and its friends; without
 * them that of every bundled series.
 */
final class MainJob {

  private static final Path REPORTS = Path.of("reports");
  private static final String DEFAULT_SERIES = "fixtures/series/default";
  private static final String DEFAULT_BASE = "fixtures/tree/default";
  private static final Path CONVERSIONS = Path.of("fixtures", "convert");

  private final Gate gate;
  private final List<ReviewResult> results;

  private MainJob(Gate gate, List<ReviewResult> results) {
    this.gate = gate;
    this.results = results;
  }

  /** Reviews, and leaves text and JSON in {@code reports/}. */
  static MainJob run() throws IOException, Failure {
    Gate gate = gateProperty();
    List<ReviewResult> results = new ArrayList<>();
    Optional<String> series = property("series");
    if (series.isPresent()) {
      results.add(review(series.get(), property("base")));
    } else {
      results.add(review(DEFAULT_SERIES, Optional.of(DEFAULT_BASE)));
      for (Path folder : conversions()) {
        results.add(
            review(
                folder.resolve("series.mbox").toString(),
                Optional.of(folder.resolve("base").toString())));
      }
    }
    MainJob job = new MainJob(gate, results);
    Files.createDirectories(REPORTS);
    Files.writeString(REPORTS.resolve("review.txt"), job.text());
    Files.writeString(
        REPORTS.resolve("review.json"),
        new JsonReport().render(results.get(0), ReportOptions.PLAIN.withGate(gate)));
    return job;
  }

  private static ReviewResult review(String series, Optional<String> base)
      throws IOException, Failure {
    OrderForm order =
        OrderForm.of(series, base)
            .withSuppressions(property("suppressions"))
            .withRules(property("rules"));
    Optional<String> profile = property("profile");
    return (profile.isPresent() ? order.withProfile(profile.get()) : order).run(terminal());
  }

  /** The bundled series that convert C, which show what the checks on conversions need. */
  private static List<Path> conversions() throws IOException {
    try (Stream<Path> folders = Files.list(CONVERSIONS)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("series.mbox")))
          .sorted()
          .toList();
    }
  }

  Gate gate() {
    return gate;
  }

  /** The review that was asked for; without one the bundled series, one after another. */
  List<ReviewResult> results() {
    return results;
  }

  /** The report's text, for the end of the build's output. */
  String text() {
    return results.stream()
        .map(result -> new TextReport().render(result, ReportOptions.PLAIN.withGate(gate)))
        .collect(Collectors.joining("\n"));
  }

  private static Gate gate(String word) throws Failure {
    for (Gate known : Gate.values()) {
      if (known.name().equalsIgnoreCase(word)) {
        return known;
      }
    }
    throw new Failure("there is no gate \"" + word + "\"; error, warning, note or never");
  }

  private static Gate gateProperty() throws Failure {
    return gate(property("gate").orElse(Gate.ERROR.name().toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty("galley." + name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Terminal terminal() {
    PrintStream remarks = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    return new Terminal(
        new ByteArrayInputStream(new byte[0]), remarks, remarks, false, false, 80, Map.of());
  }
}
