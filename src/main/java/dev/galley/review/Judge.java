package dev.galley.review;

import dev.galley.check.Check;
import dev.galley.check.CheckInfo;
import dev.galley.check.LineCheck;
import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.finding.Status;
import dev.galley.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges findings at the end of the series and by the taste of the list.
 *
 * <p>In this order: what a later patch takes away is fixed by it; RFC series are held to form one
 * step milder; the profile sets levels; what was only carried along from the old line is a note at
 * most; a suppression ends it.
 */
final class Judge {

  private final Series series;
  private final Map<String, Check> checks;
  private final Profile profile;
  private final Suppressions suppressions;
  private final LineTracker tracker;

  Judge(Series series, Map<String, Check> checks, Profile profile, Suppressions suppressions) {
    this.series = series;
    this.checks = Map.copyOf(checks);
    this.profile = profile;
    this.suppressions = suppressions;
    this.tracker = new LineTracker(series);
  }

  List<Finding> judge(List<Finding> findings) {
    List<Finding> judged = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      judged.add(suppressed(levelled(atEndOfSeries(finding, findings))));
    }
    return judged;
  }

  private Finding atEndOfSeries(Finding finding, List<Finding> all) {
    Place place = finding.place();
    if (!(finding.status() instanceof Status.Open)
        || !followsLines(finding)
        || place.line() == 0
        || place.side() != Side.NEW) {
      return finding;
    }
    Optional<LineTracker.Removal> removal =
        tracker.removalOf(place.patch(), place.path(), place.line());
    boolean fixed =
        removal.isPresent()
            && all.stream().noneMatch(other -> isSuccessor(finding, other, removal.get()));
    return fixed ? finding.withStatus(new Status.FixedLater(removal.get().patch())) : finding;
  }

  /** Whether a finding is the same defect in the lines that took the place of the first one's. */
  private static boolean isSuccessor(Finding finding, Finding other, LineTracker.Removal removal) {
    Place place = other.place();
    return other.check().equals(finding.check())
        && place.patch() == removal.patch()
        && place.side() == Side.NEW
        && place.path().equals(removal.path())
        && place.line() >= removal.firstAdded()
        && place.line() <= removal.lastAdded();
  }

  private boolean followsLines(Finding finding) {
    Check check = checks.get(finding.check());
    return check instanceof LineCheck || (check != null && check.info().followsLines());
  }

  private Finding levelled(Finding finding) {
    Severity severity = finding.severity();
    Check check = checks.get(finding.check());
    if (check != null && series.isRfc() && check.info().nature() == CheckInfo.Nature.FORM) {
      severity = severity.lowered();
    }
    Status status = finding.status();
    Optional<Profile.Rule> rule = profile.ruleFor(finding);
    if (rule.isPresent()) {
      Optional<Severity> level = rule.get().level().severity();
      if (level.isPresent()) {
        severity = level.get();
      } else {
        status = new Status.Suppressed(rule.get().reason() + " (profile " + profile.name() + ")");
      }
    }
    if (status instanceof Status.Inherited) {
      severity = Severity.NOTE;
    }
    return finding.withSeverity(severity).withStatus(status);
  }

  private Finding suppressed(Finding finding) {
    return suppressions
        .lineFor(finding)
        .map(line -> finding.withStatus(new Status.Suppressed(line.reason())))
        .orElse(finding);
  }
}
