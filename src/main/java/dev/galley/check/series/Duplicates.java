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
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import java.util.List;
import java.util.Optional;

/**
 * Two mails with the same number and different content: which of them is meant?
 *
 * <p>Copies that a second list delivered are no finding, nor is what a list adds below the diff.
 */
@CheckInfo(
    id = "series/duplicate",
    severity = Severity.ERROR,
    summary = "The same number came twice with different content",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, The canonical patch format")
public final class Duplicates implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Series series = review.series();
    if (series.duplicates().isEmpty()) {
      out.notApplicable();
      return;
    }
    for (Series.Duplicate copy : series.duplicates()) {
      if (!copy.sameContent()) {
        reviewed(series, copy.patch())
            .flatMap(mail -> difference(mail, copy.mail()).map(where -> remark(copy, mail, where)))
            .ifPresent(out::add);
      }
    }
  }

  private static Remark remark(Series.Duplicate copy, PatchMail reviewed, Difference where) {
    Remark remark =
        Remark.at(
                copy.patch() == 0 ? Place.series() : Place.patch(copy.patch()),
                PatchNumbers.words(List.of(copy.patch()))
                    + " came twice with different content: the "
                    + where.part()
                    + " differs")
            .fact("reviewed", reviewed.messageId())
            .fact("not reviewed", copy.mail().messageId())
            .excerpt("-" + where.here(), "+" + where.there());
    return where.part().equals("diff") ? remark : remark.severity(Severity.WARNING);
  }

  private static Optional<PatchMail> reviewed(Series series, int patch) {
    return patch == 0
        ? series.cover().map(CoverLetter::mail)
        : series.patch(patch).map(SeriesPatch::mail);
  }

  private record Difference(String part, String here, String there) {}

  private static Optional<Difference> difference(PatchMail one, PatchMail other) {
    if (!diffOf(one).isEmpty() && diffOf(other).isEmpty()) {
      // An answer that quotes the patch and forgot to say Re:.
      return Optional.empty();
    }
    Optional<Difference> diff = lines("diff", diffOf(one), diffOf(other));
    return diff.isPresent() ? diff : lines("message", one.log(), other.log());
  }

  /** From the first header of a diff to the signature: what a list puts below is not the patch. */
  private static Bytes diffOf(PatchMail mail) {
    Bytes patch = mail.patch();
    int start = patch.startsWith("diff ") ? 0 : patch.indexOf("\ndiff ", 0);
    if (start < 0) {
      return Bytes.EMPTY;
    }
    int end = patch.indexOf("\n-- \n", start);
    return patch.slice(start, end < 0 ? patch.length() : end);
  }

  private static Optional<Difference> lines(String part, Bytes one, Bytes other) {
    List<String> here = one.utf8().stripTrailing().lines().toList();
    List<String> there = other.utf8().stripTrailing().lines().toList();
    for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
      String left = i < here.size() ? here.get(i) : "";
      String right = i < there.size() ? there.get(i) : "";
      if (!left.stripTrailing().equals(right.stripTrailing())) {
        return Optional.of(new Difference(part, Printable.line(left), Printable.line(right)));
      }
    }
    return Optional.empty();
  }
}
