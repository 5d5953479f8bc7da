package dev.galley.check.series;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.mail.PatchMail;
import dev.galley.series.CoverLetter;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;

/**
 * Sentences that name a patch by a number that the series does not have: {@code Patch 2-7}, {@code
 * patches 3 and 4}, {@code the first three patches}.
 */
@CheckInfo(
    id = "series/patch-claims",
    severity = Severity.WARNING,
    summary = "A sentence names a patch that the series does not have",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, Describe your changes")
public final class PatchClaims implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Series series = review.series();
    if (series.total() < 2) {
      out.notApplicable();
      return;
    }
    series.cover().map(CoverLetter::mail).ifPresent(mail -> read(0, mail, series.total(), out));
    for (SeriesPatch patch : series.patches()) {
      read(patch.number(), patch.mail(), series.total(), out);
    }
  }

  private static void read(int number, PatchMail mail, int total, Remarks out) {
    for (NumberClaim claim : NumberClaim.in(mail.log().utf8())) {
      if (claim.highest() <= total) {
        continue;
      }
      int mailLine = mail.logLine() == 0 ? 0 : mail.logLine() + claim.line() - 1;
      out.add(
          Remark.at(
                  Place.mail(number, mailLine),
                  "\"" + claim.words() + "\", and the series has " + total + " patches")
              .excerpt(claim.sentenceLine())
              .fact("highest number named", claim.highest())
              .fact("patches", total));
    }
  }
}
