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
import dev.galley.series.SubjectTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mails of one series whose subjects say different versions. */
@CheckInfo(
    id = "series/mixed-versions",
    severity = Severity.WARNING,
    summary = "Mails of one series say different versions",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, The canonical patch format")
public final class MixedVersions implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Series series = review.series();
    if (series.total() < 2 && series.cover().isEmpty()) {
      out.notApplicable();
      return;
    }
    Map<Integer, List<Integer>> byVersion = new TreeMap<>();
    series.cover().map(CoverLetter::tag).ifPresent(tag -> count(0, tag, byVersion));
    series.patches().forEach(patch -> count(patch.number(), patch.tag(), byVersion));
    if (byVersion.size() > 1) {
      Remark remark =
          Remark.at(Place.series(), "the mails of the series do not all say the same version");
      for (Map.Entry<Integer, List<Integer>> entry : byVersion.entrySet()) {
        remark = remark.fact("v" + entry.getKey(), PatchNumbers.words(entry.getValue()));
      }
      out.add(remark);
    }
  }

  private static void count(int number, SubjectTag tag, Map<Integer, List<Integer>> byVersion) {
    byVersion.computeIfAbsent(tag.version(), version -> new ArrayList<>()).add(number);
  }
}
