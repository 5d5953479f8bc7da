package dev.galley.report;

import dev.galley.finding.Finding;
import dev.galley.review.ReviewResult;
import dev.galley.review.ReviewResult.PatchVerdict;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Columns;
import dev.galley.text.Printable;
import java.util.List;
import java.util.Optional;

/**
 * A review for a terminal: what was seen, findings by patch in the form that editors and compilers
 * understand, the sum, and what was not checked.
 */
public final class TextReport implements ReportFormat {

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String render(ReviewResult result, ReportOptions options) {
    Ink ink = new Ink(options.colour());
    StringBuilder out = new StringBuilder();
    new HeadText(result, options, ink).writeTo(out);
    FindingText findings = new FindingText(result.series(), options, ink);
    for (int number = 0; number <= lastPatch(result); number++) {
      group(result, number, findings, ink, options, out);
    }
    new SummaryText(result, options, ink).writeTo(out);
    return out.toString();
  }

  /** One finding as it stands in the report: its line, excerpt and evidence. */
  public static String finding(Series series, Finding finding, ReportOptions options) {
    StringBuilder out = new StringBuilder();
    new FindingText(series, options, new Ink(options.colour())).write(finding, out);
    return out.toString();
  }

  private static int lastPatch(ReviewResult result) {
    int last = result.series().slots().size();
    for (Finding finding : result.findings()) {
      last = Math.max(last, finding.place().patch());
    }
    return last;
  }

  private static void group(
      ReviewResult result,
      int number,
      FindingText text,
      Ink ink,
      ReportOptions options,
      StringBuilder out) {
    List<Finding> findings = result.of(number);
    Optional<PatchVerdict> verdict =
        result.patches().stream()
            .filter(patch -> patch.number() == number && isWorthALine(patch))
            .filter(patch -> findings.stream().noneMatch(TextReport::tellsTheVerdict))
            .findFirst();
    if (findings.isEmpty() && verdict.isEmpty()) {
      return;
    }
    out.append('\n');
    out.append(ink.bold(Columns.fit(heading(result.series(), number), options.width())));
    out.append('\n');
    verdict.ifPresent(patch -> verdict(patch, ink, options, out));
    for (Finding finding : findings) {
      text.write(finding, out);
    }
  }

  private static String heading(Series series, int number) {
    if (number == 0) {
      String title = series.cover().isPresent() ? "cover letter and series" : "series";
      return Words.counter(0, series.total()) + "  " + title;
    }
    String subject =
        series.patch(number).map(SeriesPatch::subject).map(Printable::line).orElse("(missing)");
    return Words.counter(number, series.total()) + "  " + subject;
  }

  private static boolean isWorthALine(PatchVerdict patch) {
    return switch (patch.state()) {
      // The head of the report tells of offsets; a patch alone has nothing to add.
      case APPLIES, APPLIES_WITH_OFFSET, NOT_TRIED -> false;
      case APPLIES_THREE_WAY, PARTLY, FAILS, MISSING -> true;
    };
  }

  /** Whether the finding says, with the evidence, why its patch does not apply. */
  private static boolean tellsTheVerdict(Finding finding) {
    return finding.check().equals("patch/applies");
  }

  private static void verdict(
      PatchVerdict patch, Ink ink, ReportOptions options, StringBuilder out) {
    String words =
        switch (patch.state()) {
          case APPLIES -> "applies";
          case APPLIES_WITH_OFFSET -> "applies with an offset";
          case APPLIES_THREE_WAY -> "applies by three-way merge";
          case PARTLY -> "applies in part";
          case FAILS -> "does not apply";
          case MISSING -> "not among the mails";
          case NOT_TRIED -> "not applied";
        };
    String message = Printable.line(patch.message());
    String line = message.isEmpty() || message.equals(words) ? words : words + ": " + message;
    for (String part : Columns.wrap(line, options.width() - 2)) {
      out.append("  ").append(ink.dim(part)).append('\n');
    }
  }
}
