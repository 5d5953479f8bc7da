package dev.galley.check.series;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchNumbers;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A slot that the counters announce and no mail fills. */
@CheckInfo(
    id = "series/missing",
    severity = Severity.ERROR,
    summary = "A patch that the counters announce is not among the mails",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, The canonical patch format")
public final class Missing implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Series series = review.series();
    if (series.total() < 2) {
      out.notApplicable();
      return;
    }
    List<Integer> missing = series.missing();
    if (missing.isEmpty()) {
      return;
    }
    Remark remark =
        Remark.at(
                Place.series(),
                PatchNumbers.words(missing)
                    + " of "
                    + series.total()
                    + (missing.size() == 1 ? " is missing" : " are missing"))
            .fact("announced", series.total())
            .fact("found", series.patches().size());
    out.add(
        anyMessageId(series)
            .map(id -> remark.fix("get the whole thread, for example: b4 mbox " + id))
            .orElse(remark));
  }

  private static Optional<String> anyMessageId(Series series) {
    return Stream.concat(
            series.cover().map(CoverLetter::mail).stream(),
            series.patches().stream().map(SeriesPatch::mail))
        .map(PatchMail::messageId)
        .filter(id -> !id.isEmpty())
        .findFirst();
  }
}
