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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The cover letter's list of subjects against the subjects of the patches.
 *
 * <p>Order does not count (a shortlog is grouped by author), nor do blanks and bracketed words at
 * the front. A series with gaps is not judged.
 */
@CheckInfo(
    id = "series/cover-shortlog",
    severity = Severity.WARNING,
    summary = "The cover letter's shortlog is not that of the patches",
    nature = CheckInfo.Nature.FORM,
    source = "git-format-patch(1), --cover-letter; git-shortlog(1)")
public final class CoverShortlog implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Series series = review.series();
    List<CoverLetter.ShortlogEntry> entries =
        new ArrayList<>(series.cover().map(CoverLetter::shortlog).orElse(List.of()));
    if (entries.isEmpty()) {
      out.notApplicable();
      return;
    }
    if (!series.isComplete()) {
      out.skip(PatchNumbers.words(series.missing()) + ": not there, so the list has more");
      return;
    }
    CoverLetter cover = series.cover().orElseThrow();
    List<SeriesPatch> patches = new ArrayList<>();
    for (SeriesPatch patch : series.patches()) {
      if (!take(entries, patch.subject()) && !take(entries, patch.tag().title())) {
        patches.add(patch);
      }
    }
    // A letter may have its list twice, by hand and by git.
    for (SeriesPatch patch : series.patches()) {
      entries.removeIf(entry -> unspaced(entry.subject()).equals(unspaced(patch.subject())));
    }
    for (SeriesPatch patch : List.copyOf(patches)) {
      Optional<CoverLetter.ShortlogEntry> alike = alike(entries, patch.subject());
      if (alike.isPresent()) {
        entries.remove(alike.get());
        patches.remove(patch);
        out.add(
            Remark.at(
                    place(cover, alike.get().line()),
                    "the letter lists patch " + patch.number() + " under another subject")
                .severity(
                    plain(alike.get().subject()).equalsIgnoreCase(plain(patch.subject()))
                        ? Severity.NOTE
                        : Severity.WARNING)
                .fact("cover letter", alike.get().subject())
                .fact("patch " + patch.number(), patch.subject()));
      }
    }
    if (!patches.isEmpty()) {
      List<Integer> numbers = patches.stream().map(SeriesPatch::number).toList();
      Remark remark =
          Remark.at(
              place(cover, 0),
              "the letter's shortlog does not have " + PatchNumbers.words(numbers));
      for (SeriesPatch patch : patches) {
        remark = remark.fact("patch " + patch.number(), patch.subject());
      }
      out.add(remark);
    }
    if (!entries.isEmpty()) {
      Remark remark =
          Remark.at(
              place(cover, entries.get(0).line()),
              "the letter's shortlog lists subjects that no patch has");
      for (CoverLetter.ShortlogEntry entry : entries) {
        remark = remark.fact("cover letter", entry.subject());
      }
      out.add(remark);
    }
  }

  private static boolean take(List<CoverLetter.ShortlogEntry> entries, String subject) {
    String wanted = unspaced(subject);
    for (CoverLetter.ShortlogEntry entry : entries) {
      if (unspaced(entry.subject()).equals(wanted)) {
        return entries.remove(entry);
      }
    }
    return false;
  }

  /** Folding of a long subject can add a blank or take one away. */
  private static String unspaced(String subject) {
    return plain(subject).replace(" ", "");
  }

  /** Without bracketed words at the front, and with single blanks. */
  private static String plain(String subject) {
    String rest = subject.strip();
    while (rest.startsWith("[") && rest.indexOf(']') > 0) {
      rest = rest.substring(rest.indexOf(']') + 1).strip();
    }
    return String.join(" ", rest.split("\\s+"));
  }

  /** The entry that shares most words with a subject, if they are most of its words. */
  private static Optional<CoverLetter.ShortlogEntry> alike(
      List<CoverLetter.ShortlogEntry> entries, String subject) {
    return entries.stream()
        .filter(entry -> likeness(entry.subject(), subject) > 0.5)
        .max(Comparator.comparingDouble(entry -> likeness(entry.subject(), subject)));
  }

  /** Common words by the number of words of the shorter one, 0 to 1. */
  private static double likeness(String one, String other) {
    List<String> left = new ArrayList<>(List.of(plain(one).split(" ")));
    List<String> right = List.of(plain(other).split(" "));
    int words = Math.min(left.size(), right.size());
    double common = right.stream().filter(left::remove).count();
    return common / words;
  }

  private static Place place(CoverLetter cover, int logLine) {
    int first = cover.mail().logLine();
    return Place.mail(0, first == 0 || logLine == 0 ? 0 : first + logLine - 1);
  }
}
