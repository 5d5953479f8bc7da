package dev.galley.check.series;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.series.Series;

/**
 * A long series without a cover letter.
 *
 * <p>It speaks only where patch 1 starts the thread: where it answers a mail that was not given,
 * that mail may well be the letter.
 */
@CheckInfo(
    id = "series/cover-missing",
    severity = Severity.NOTE,
    summary = "A long series without a cover letter",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/maintainer-netdev.rst; git-format-patch(1), --cover-letter")
public final class CoverMissing implements SeriesCheck {

  /** From this many patches on a letter is expected. */
  private static final int EXPECTED_FROM = 4;

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Series series = review.series();
    if (series.total() < EXPECTED_FROM) {
      out.notApplicable();
      return;
    }
    boolean startsThread =
        series
            .patch(1)
            .map(first -> first.mail().inReplyTo().isEmpty() && first.mail().references().isEmpty())
            .orElse(false);
    if (series.cover().isEmpty() && startsThread) {
      out.add(
          Remark.at(
                  Place.series(), "no cover letter for a series of " + series.total() + " patches")
              .fix("git format-patch --cover-letter"));
    }
  }
}
