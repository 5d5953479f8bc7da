package dev.galley.check.series;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchNumbers;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.series.CoverLetter;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.series.SubjectTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counters {@code N/M} that contradict each other. The order of arrival does not matter. */
@CheckInfo(
    id = "series/numbering",
    severity = Severity.WARNING,
    summary = "Counters of a series contradict each other",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, The canonical patch format")
public final class Numbering implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Series series = review.series();
    Map<Integer, List<Integer>> byTotal = new TreeMap<>();
    series.cover().map(CoverLetter::tag).ifPresent(tag -> count(0, tag, byTotal));
    series.patches().forEach(patch -> count(patch.number(), patch.tag(), byTotal));
    if (byTotal.isEmpty()) {
      out.notApplicable();
      return;
    }
    for (SeriesPatch patch : series.patches()) {
      SubjectTag tag = patch.tag();
      if (tag.hasCounter() && tag.number() > tag.total()) {
        out.add(
            Remark.at(
                    Place.patch(patch.number()),
                    "the counter says " + tag.number() + " of only " + tag.total())
                .severity(Severity.NOTE)
                .fact("subject", patch.mail().taggedSubject()));
      }
    }
    List<Integer> bare =
        series.patches().stream()
            .filter(patch -> !patch.tag().hasCounter())
            .map(SeriesPatch::number)
            .toList();
    if (!bare.isEmpty()) {
      out.add(
          Remark.at(
              Place.series(),
              PatchNumbers.words(bare)
                  + (bare.size() == 1 ? " has" : " have")
                  + " no counter: taken in the order in which they were sent"));
    }
    for (SeriesPatch patch : series.patches()) {
      if (patch.tag().reply()) {
        out.add(
            Remark.at(Place.patch(patch.number()), "the patch was sent as a reply")
                .severity(Severity.NOTE)
                .fact("subject", patch.mail().taggedSubject()));
      }
    }
    if (byTotal.size() > 1) {
      Remark remark = Remark.at(Place.series(), "the mails disagree on how many patches there are");
      for (Map.Entry<Integer, List<Integer>> entry : byTotal.entrySet()) {
        remark = remark.fact("of " + entry.getKey(), PatchNumbers.words(entry.getValue()));
      }
      out.add(remark);
    }
  }

  private static void count(int number, SubjectTag tag, Map<Integer, List<Integer>> byTotal) {
    if (tag.hasCounter() && tag.total() >= 0) {
      byTotal.computeIfAbsent(tag.total(), total -> new ArrayList<>()).add(number);
    }
  }
}
