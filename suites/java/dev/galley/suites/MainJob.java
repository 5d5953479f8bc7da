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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The review that {@code mvn verify} was asked for with {@code -Dseries} and its friends. */
final class MainJob {

  private static final Path REPORTS = Path.of("reports");
  private static final String DEFAULT_SERIES = "fixtures/series/default";
  private static final String DEFAULT_BASE = "fixtures/tree/default";

  private final Gate gate;
  private final ReviewResult result;

  private MainJob(Gate gate, ReviewResult result) {
    this.gate = gate;
    this.result = result;
  }

  /** Reviews, and leaves text and JSON in {@code reports/}. */
  static MainJob run() throws IOException, Failure {
    Optional<String> series = property("series");
    OrderForm order =
        OrderForm.of(
                series.orElse(DEFAULT_SERIES),
                series.isPresent() ? property("base") : Optional.of(DEFAULT_BASE))
            .withSuppressions(property("suppressions"));
    Optional<String> profile = property("profile");
    Gate gate = gateProperty();
    ReviewResult result =
        (profile.isPresent() ? order.withProfile(profile.get()) : order).run(terminal());
    ReportOptions options = ReportOptions.PLAIN.withGate(gate);
    Files.createDirectories(REPORTS);
    Files.writeString(REPORTS.resolve("review.txt"), new TextReport().render(result, options));
    Files.writeString(REPORTS.resolve("review.json"), new JsonReport().render(result, options));
    return new MainJob(gate, result);
  }

  Gate gate() {
    return gate;
  }

  ReviewResult result() {
    return result;
  }

  /** The report's text, for the end of the build's output. */
  String text() {
    return new TextReport().render(result, ReportOptions.PLAIN.withGate(gate));
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
