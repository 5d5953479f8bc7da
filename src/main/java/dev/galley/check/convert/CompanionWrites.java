package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.convert.Companion;
import dev.galley.convert.Ledger;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import java.util.List;

/**
 * A writer of one of two flags that a helper reads together from some patch on, and the other is
 * not written.
 */
@CheckInfo(
    id = "convert/companion",
    severity = Severity.WARNING,
    summary = "One of two flags that a helper reads together is written alone",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class CompanionWrites implements SeriesCheck {

  private static final int MOST_USES = 8;

  @Override
  public void check(ReviewSubject review, Remarks out) {
    if (review.base().isEmpty()) {
      out.skip("no base to look for writers of flags");
      return;
    }
    Ledger ledger = ReviewLedger.of(review);
    List<Companion> companions = ReviewLedger.companions(review);
    if (ledger.accounts().isEmpty() && companions.isEmpty()) {
      out.notApplicable();
      return;
    }
    for (Companion companion : companions) {
      int patch = companion.added() > 0 ? companion.added() : companion.patch();
      Remark remark =
          Remark.at(
                  Place.line(patch, companion.path(), Side.NEW, companion.line())
                      .inFunction(companion.function()),
                  companion.message())
              .excerpt((companion.added() > 0 ? "+" : " ") + companion.excerpt())
              .fact(
                  "meaning",
                  companion.helper()
                      + "() was "
                      + companion.before()
                      + ", is "
                      + companion.after()
                      + " from patch "
                      + companion.patch()
                      + " on")
              .fact("states", companion.states());
      if (!companion.way().isEmpty()) {
        remark = remark.fact("path", companion.way());
      }
      List<String> uses = companion.uses();
      for (String use : uses.subList(0, Math.min(uses.size(), MOST_USES))) {
        remark = remark.fact("use", use);
      }
      if (uses.size() > MOST_USES) {
        remark = remark.fact("uses", (uses.size() - MOST_USES) + " more");
      }
      out.add(remark);
    }
  }
}
