package dev.galley.testkit;

import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.finding.Skip;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings as the expectations of tests have them.
 *
 * <pre>
 * patch 2: drivers/a.c:12: warning: trailing whitespace
 *     | +	int x;
 *     lines: 1 of 3 added
 *     fix: …
 * </pre>
 *
 * <p>The first line is the head. {@code series} stands for patch 0, {@code -12} for line 12 of the
 * file before the patch, {@code mail 14} for a line of the mail where no file is concerned.
 */
public final class FindingText {

  private FindingText() {}

  /** The first line: place, severity, message, what became of it. */
  public static String head(Finding finding) {
    Place place = finding.place();
    StringBuilder text =
        new StringBuilder(place.patch() == 0 ? "series" : "patch " + place.patch());
    if (place.isInTree()) {
      text.append(": ").append(place.path());
      if (place.line() > 0) {
        text.append(place.side() == Side.OLD ? ":-" : ":").append(place.line());
      }
    } else if (place.mailLine() > 0) {
      text.append(": mail ").append(place.mailLine());
    }
    text.append(": ").append(finding.severity().label()).append(": ").append(finding.message());
    if (!finding.status().label().isEmpty()) {
      text.append(" (").append(finding.status().label()).append(')');
    }
    return text.toString();
  }

  /** Head, excerpt, facts and fix, each line with its line feed. */
  public static String full(Finding finding) {
    StringBuilder text = new StringBuilder(head(finding)).append('\n');
    finding.excerpt().forEach(line -> text.append("    | ").append(line).append('\n'));
    finding
        .facts()
        .forEach(
            fact ->
                text.append("    ")
                    .append(fact.key())
                    .append(": ")
                    .append(fact.value())
                    .append('\n'));
    if (!finding.fix().isEmpty()) {
      text.append("    fix: ").append(finding.fix()).append('\n');
    }
    return text.toString();
  }

  /** What was skipped, in one line. */
  public static String skip(Skip skip) {
    return "skipped: patch " + skip.patch() + ": " + skip.reason();
  }

  /** All of a result, in order. */
  public static String full(List<Finding> findings, List<Skip> skips) {
    return findings.stream().map(FindingText::full).collect(Collectors.joining())
        + skips.stream().map(skip -> skip(skip) + "\n").collect(Collectors.joining());
  }
}
