package dev.galley.suites;

import dev.galley.finding.Finding;
import dev.galley.finding.Severity;
import dev.galley.finding.Skip;
import dev.galley.review.Gate;
import dev.galley.review.ReviewResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One check of one patch, which becomes one test.
 *
 * @param result the review it is part of
 * @param check id
 * @param patch number; 0 is the series
 */
record ReviewCase(ReviewResult result, String check, int patch) {

  /** What a missing patch fails. */
  static final String COMPLETE = "series/complete";

  private record Key(int patch, String check) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparingInt(Key::patch).thenComparing(Key::check).compare(this, other);
    }
  }

  /** Every check that ran, was kept from running or found something; by patch, then check. */
  static List<ReviewCase> of(ReviewResult result) {
    TreeSet<Key> keys = new TreeSet<>();
    keys.add(new Key(0, COMPLETE));
    result.runs().forEach(run -> keys.add(new Key(run.patch(), run.check())));
    result.skipped().forEach(skip -> keys.add(new Key(skip.patch(), skip.check())));
    result
        .findings()
        .forEach(finding -> keys.add(new Key(finding.place().patch(), finding.check())));
    return keys.stream().map(key -> new ReviewCase(result, key.check(), key.patch())).toList();
  }

  List<Finding> findings() {
    return result.of(patch).stream().filter(finding -> finding.check().equals(check)).toList();
  }

  /** Those that fail the test, worst first. */
  List<Finding> stopping(Gate gate) {
    return findings().stream()
        .filter(gate::stops)
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .toList();
  }

  List<Skip> skips() {
    return result.skipped().stream()
        .filter(skip -> skip.patch() == patch && skip.check().equals(check))
        .toList();
  }

  Optional<Severity> worst() {
    return findings().stream()
        .filter(finding -> finding.status().isOpen())
        .map(Finding::severity)
        .max(Comparator.naturalOrder());
  }

  /** {@code 09/12}, as the subject has it. */
  String counter() {
    String total = Integer.toString(result.series().total());
    String number = Integer.toString(patch);
    return "0".repeat(Math.max(total.length() - number.length(), 0)) + number + "/" + total;
  }

  /** The heading that its patch has in the report. */
  String feature() {
    if (patch == 0) {
      return counter() + " cover letter and series";
    }
    return counter()
        + " "
        + result.series().patch(patch).map(found -> found.subject()).orElse("(missing)");
  }

  /** For the names that TestNG and surefire print. */
  @Override
  public String toString() {
    return counter() + " " + check;
  }
}
