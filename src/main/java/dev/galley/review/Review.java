package dev.galley.review;

import dev.galley.check.Check;
import dev.galley.check.CheckInfo;
import dev.galley.check.LineCheck;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.check.convert.ReviewCode;
import dev.galley.check.convert.ReviewLedger;
import dev.galley.convert.Ledger;
import dev.galley.finding.Finding;
import dev.galley.finding.Skip;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One run: a series, a base and a profile make a result, and nothing else does. */
public final class Review {

  /** The check that a broken check is reported under. */
  public static final String INTERNAL_ERROR = "review/internal-error";

  private static final String READING_CODE = "review/code";

  private static final Comparator<Finding> READING_ORDER =
      Comparator.comparingInt((Finding finding) -> finding.place().patch())
          .thenComparing(finding -> finding.place().path())
          .thenComparingInt(finding -> finding.place().line())
          .thenComparingInt(finding -> finding.place().mailLine())
          .thenComparing(Finding::check)
          .thenComparing(Finding::message);

  private final ReviewRequest request;
  private final List<Check> checks;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();
  private final List<ReviewResult.CheckRun> runs = new ArrayList<>();
  private final Watch watch;

  /** Why the C of the series was not worked out; empty when it was. */
  private String unprepared = "";

  private Review(ReviewRequest request, List<Check> checks) {
    this.request = request;
    this.checks = checks;
    this.watch = new Watch(request.limits().checkSeconds());
  }

  /** Reviews with these checks; {@code Checks.all()} for the program's own. */
  public static ReviewResult run(ReviewRequest request, List<Check> checks) {
    Review review = new Review(request, checks);
    try {
      return review.run();
    } finally {
      review.watch.close();
    }
  }

  private ReviewResult run() {
    ReviewSubject subject = request.subject();
    prepare(subject);
    for (Check check : checks) {
      if (check instanceof SeriesCheck series) {
        ask(check.info(), 0, out -> series.check(subject, out));
      }
    }
    for (SeriesPatch patch : request.series().patches()) {
      PatchSubject patchSubject = new PatchSubject(subject, patch);
      for (Check check : checks) {
        if (check instanceof PatchCheck single) {
          ask(check.info(), patch.number(), out -> single.check(patchSubject, out));
        } else if (check instanceof LineCheck line) {
          ask(check.info(), patch.number(), out -> LineRun.run(line, patchSubject, out));
        }
      }
    }
    List<Finding> judged = judged();
    tellUnusedSuppressions(judged);
    return new ReviewResult(
        request.series(),
        request.profile().name(),
        request.base(),
        Verdicts.of(subject),
        judged,
        skips,
        runs,
        ledger(subject));
  }

  /** The ledger, where a check made one that did not break. */
  private Ledger ledger(ReviewSubject subject) {
    boolean isMade =
        checks.stream().anyMatch(check -> ReviewLedger.CHECKS.contains(check.info().id()))
            && skips.stream().noneMatch(skip -> ReviewLedger.CHECKS.contains(skip.check()))
            && findings.stream().noneMatch(Review::isOfLedger);
    return isMade ? ReviewLedger.of(subject) : Ledger.EMPTY;
  }

  /** Whether a check that reads the ledger failed with a defect of ours. */
  private static boolean isOfLedger(Finding finding) {
    return finding.check().equals(INTERNAL_ERROR)
        && ReviewLedger.CHECKS.stream().anyMatch(finding.message()::contains);
  }

  /**
   * Works out beforehand what many checks need: the first that asks would else pay for all with its
   * time, and be the only one to be told of.
   */
  private void prepare(ReviewSubject subject) {
    List<CheckInfo> users = checks.stream().map(Check::info).filter(Review::readsCode).toList();
    if (users.isEmpty()) {
      return;
    }
    try {
      if (!watch.run(READING_CODE, () -> ReviewCode.prepare(subject))) {
        unprepared = "the C of the series " + watch.reason();
      }
    } catch (RuntimeException | StackOverflowError broken) {
      findings.add(Collector.broke(users.get(0), 0, broken));
      unprepared = "the C of the series could not be read";
    }
  }

  private static boolean readsCode(CheckInfo info) {
    return info.readsCode() || info.id().startsWith("convert/");
  }

  private void ask(CheckInfo info, int patch, Consumer<Collector> question) {
    if (!unprepared.isEmpty() && readsCode(info)) {
      skips.add(new Skip(info.id(), patch, unprepared));
      return;
    }
    Collector collector = new Collector(info, patch);
    try {
      if (!watch.run(info.id(), () -> question.accept(collector))) {
        skips.add(new Skip(info.id(), patch, watch.reason()));
        return;
      }
      findings.addAll(collector.findings());
      skips.addAll(collector.skips());
      if (collector.applied()) {
        runs.add(new ReviewResult.CheckRun(info.id(), patch));
      }
    } catch (RuntimeException | StackOverflowError broken) {
      findings.add(Collector.broke(info, patch, broken));
      runs.add(new ReviewResult.CheckRun(info.id(), patch));
    }
  }

  private List<Finding> judged() {
    Map<String, Check> byId = new LinkedHashMap<>();
    checks.forEach(check -> byId.put(check.info().id(), check));
    List<Finding> judged =
        new Judge(request.series(), byId, request.profile(), request.suppressions())
            .judge(findings);
    List<Finding> sorted = new ArrayList<>(judged);
    sorted.sort(READING_ORDER);
    return sorted;
  }

  private void tellUnusedSuppressions(List<Finding> judged) {
    Set<Suppressions.Line> used = new HashSet<>();
    for (Finding finding : judged) {
      request.suppressions().lineFor(finding).ifPresent(used::add);
    }
    for (Suppressions.Line line : request.suppressions().lines()) {
      if (!used.contains(line)) {
        skips.add(
            new Skip(
                line.check(), 0, "suppression at line " + line.number() + " matched no finding"));
      }
    }
  }
}
