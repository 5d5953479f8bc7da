package dev.galley.review;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Skip;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one check says about one patch or the series. */
final class Collector implements Remarks {

  private final CheckInfo info;
  private final int patch;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();
  private boolean applicable = true;

  Collector(CheckInfo info, int patch) {
    this.info = info;
    this.patch = patch;
  }

  @Override
  public void add(Remark remark) {
    findings.add(
        new Finding(
            info.id(),
            remark.severity().orElse(info.severity()),
            remark.place(),
            remark.message(),
            remark.excerpt(),
            remark.facts(),
            remark.fix(),
            remark.status()));
  }

  @Override
  public void skip(String reason) {
    skips.add(new Skip(info.id(), patch, reason));
  }

  @Override
  public void notApplicable() {
    applicable = false;
  }

  /** Whether the check had anything to look at; what found something had. */
  boolean applied() {
    return (applicable && skips.isEmpty()) || !findings.isEmpty();
  }

  List<Finding> findings() {
    return findings;
  }

  List<Skip> skips() {
    return skips;
  }

  /** What stands for a check that broke: its own finding, so that a review never loses it. */
  static Finding broke(CheckInfo info, int patch, Throwable cause) {
    return Finding.of(
        Review.INTERNAL_ERROR,
        Severity.ERROR,
        Place.patch(patch),
        String.format(
                Locale.ROOT, "the check %s broke: %s", info.id(), cause.getClass().getSimpleName())
            + (cause.getMessage() == null ? "" : " (" + Printable.line(cause.getMessage()) + ")"));
  }
}
