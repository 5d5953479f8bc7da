package dev.galley.report;

import dev.galley.finding.Finding;
import dev.galley.finding.Severity;
import dev.galley.finding.Skip;
import dev.galley.finding.Status;
import dev.galley.review.Gate;
import dev.galley.review.ReviewResult;
import dev.galley.series.Series;
import dev.galley.text.Columns;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The last lines of a text report: the sum, what was not checked, and where to go next. */
final class SummaryText {

  private final ReviewResult result;
  private final Series series;
  private final ReportOptions options;
  private final Ink ink;

  SummaryText(ReviewResult result, ReportOptions options, Ink ink) {
    this.result = result;
    this.series = result.series();
    this.options = options;
    this.ink = ink;
  }

  void writeTo(StringBuilder out) {
    out.append('\n');
    line(sum(), "", out);
    if (!series.isComplete()) {
      line(ink.bad("incomplete: "), missing(), out);
    }
    for (String skipped : notChecked()) {
      line("not checked: ", skipped, out);
    }
    line(verdictInk(), verdict(), out);
    next().ifPresent(next -> line(ink.dim("next: "), next, out));
  }

  private String sum() {
    List<String> parts = new ArrayList<>();
    parts.add(counted(Severity.ERROR, "error"));
    parts.add(counted(Severity.WARNING, "warning"));
    parts.add(counted(Severity.NOTE, "note"));
    List<String> apart = new ArrayList<>();
    count(Status.FixedLater.class, "fixed by a later patch", apart);
    count(Status.Inherited.class, "inherited", apart);
    count(Status.Suppressed.class, "suppressed", apart);
    long checks = result.runs().stream().map(ReviewResult.CheckRun::check).distinct().count();
    String rest = apart.isEmpty() ? "" : " · not counted: " + String.join(", ", apart);
    return String.join(", ", parts) + rest + " · " + Words.count(checks, "check") + " ran";
  }

  private String counted(Severity severity, String noun) {
    long number = result.open(severity);
    String text = Words.count(number, noun);
    return number > 0 ? ink.severity(severity, text) : text;
  }

  private void count(Class<? extends Status> status, String words, List<String> into) {
    long number =
        result.findings().stream().map(Finding::status).filter(status::isInstance).count();
    if (number > 0) {
      into.add(number + " " + words);
    }
  }

  private String missing() {
    List<Integer> missing = series.missing();
    return Words.patches(missing)
        + " of "
        + series.total()
        + (missing.size() == 1 ? " is" : " are")
        + " not among the mails; what stands on "
        + (missing.size() == 1 ? "it" : "them")
        + " was reviewed without";
  }

  /** One line for each reason, with the checks and patches that it kept apart. */
  private List<String> notChecked() {
    Map<String, Map<String, Set<Integer>>> byReason = new LinkedHashMap<>();
    for (Skip skip : result.skipped()) {
      byReason
          .computeIfAbsent(skip.reason(), reason -> new LinkedHashMap<>())
          .computeIfAbsent(skip.check(), check -> new TreeSet<>())
          .add(skip.patch());
    }
    List<String> lines = new ArrayList<>();
    byReason.forEach(
        (reason, checks) -> {
          Map<String, List<String>> byPatches = new LinkedHashMap<>();
          checks.forEach(
              (check, patches) ->
                  byPatches.computeIfAbsent(where(patches), key -> new ArrayList<>()).add(check));
          List<String> parts = new ArrayList<>();
          byPatches.forEach((where, names) -> parts.add(String.join(", ", names) + where));
          lines.add(Printable.line(reason) + ": " + String.join("; ", parts));
        });
    return lines;
  }

  private String where(Set<Integer> patches) {
    Set<Integer> numbers = new TreeSet<>(patches);
    boolean whole = numbers.remove(0);
    if (numbers.isEmpty() || (numbers.size() == series.slots().size() && numbers.size() > 1)) {
      return numbers.isEmpty() ? "" : " (all patches)";
    }
    return " (" + (whole ? "series, " : "") + Words.patches(numbers) + ")";
  }

  private String verdictInk() {
    String gate = "gate " + options.gate().name().toLowerCase(java.util.Locale.ROOT) + ": ";
    return result.passes(options.gate()) ? ink.good(gate) : ink.bad(gate);
  }

  private String verdict() {
    Gate gate = options.gate();
    long stopping = result.findings().stream().filter(gate::stops).count();
    if (stopping > 0) {
      return Words.count(stopping, "finding")
          + (stopping == 1 ? " stops" : " stop")
          + " the series";
    }
    return series.isComplete() ? "passed" : "an incomplete series does not pass";
  }

  private Optional<String> next() {
    List<String> steps = new ArrayList<>();
    result.findings().stream()
        .filter(finding -> finding.status().isOpen())
        .max(Comparator.comparing(Finding::severity).thenComparing(first()))
        .ifPresent(finding -> steps.add("galley explain " + finding.check()));
    if (result.base().isEmpty()) {
      steps.add("galley review --base DIR … checks it against a tree");
    }
    return steps.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", steps));
  }

  /** Prefers what stands earlier in the report. */
  private Comparator<Finding> first() {
    return Comparator.<Finding>comparingInt(result.findings()::indexOf).reversed();
  }

  private void line(String label, String text, StringBuilder out) {
    int indent = text.isEmpty() ? 0 : 2;
    int labelWidth = Columns.width(plain(label));
    if (text.isEmpty()) {
      out.append(label).append('\n');
      return;
    }
    List<String> lines = Columns.wrap("x".repeat(labelWidth) + text, options.width() - indent);
    for (int i = 0; i < lines.size(); i++) {
      String part = lines.get(i);
      out.append(i == 0 ? label + part.substring(labelWidth) : " ".repeat(indent) + part);
      out.append('\n');
    }
  }

  private static String plain(String label) {
    return label.replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
