package dev.galley.check.series;

import dev.galley.check.PatchNumbers;
import dev.galley.check.ReviewSubject;
import dev.galley.finding.Place;
import dev.galley.patch.Diff;
import dev.galley.patch.Diffstat;
import dev.galley.patch.DiffstatReader;
import dev.galley.patch.FileChange;
import dev.galley.patch.NetDiffstat;
import dev.galley.patch.PathQuoting;
import dev.galley.series.CoverLetter;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Problem;
import dev.galley.tree.NetChange;
import dev.galley.tree.PatchOutcome;
import java.util.List;
import java.util.Optional;

/**
 * The cover letter's diffstat beside what the patches change together.
 *
 * @param cover the letter
 * @param written what it says
 * @param net what the patches do
 * @param patches their diffs, in order
 */
record CoverStat(CoverLetter cover, Diffstat written, NetDiffstat net, List<Diff> patches) {

  /** Both sides; empty where the letter has no diffstat. */
  static Optional<CoverStat> of(ReviewSubject review) {
    Series series = review.series();
    return series
        .cover()
        .filter(cover -> !cover.diffstat().isEmpty())
        .map(
            cover -> {
              List<Diff> diffs = series.patches().stream().map(SeriesPatch::diff).toList();
              return new CoverStat(
                  cover,
                  DiffstatReader.read(cover.text().slice(cover.diffstat())),
                  net(review, diffs),
                  diffs);
            })
        .filter(stat -> !stat.written().rows().isEmpty());
  }

  /** What the trees before and after show where every patch applied; else what the hunks tell. */
  private static NetDiffstat net(ReviewSubject review, List<Diff> diffs) {
    boolean whole =
        !review.isPartial()
            && review.outcomes().size() == diffs.size()
            && review.outcomes().values().stream().allMatch(PatchOutcome::applies);
    if (!whole || review.base().isEmpty() || review.last().isEmpty()) {
      return NetDiffstat.of(diffs);
    }
    return new NetDiffstat(
        NetChange.between(review.base().get(), review.last().get(), diffs).files().stream()
            .map(
                file ->
                    new NetDiffstat.File(
                        file.oldPath(),
                        file.newPath(),
                        file.added(),
                        file.removed(),
                        file.binary(),
                        true))
            .toList());
  }

  /** Why the two cannot be compared; empty where they can. */
  Optional<String> obstacle(Series series) {
    if (!series.isComplete()) {
      return Optional.of(
          PatchNumbers.words(series.missing())
              + (series.missing().size() == 1 ? " is not there" : " are not there"));
    }
    List<Integer> damaged =
        series.patches().stream().filter(CoverStat::isDamaged).map(SeriesPatch::number).toList();
    if (!damaged.isEmpty()) {
      return Optional.of("the diff of " + PatchNumbers.words(damaged) + " is damaged");
    }
    return net.files().stream()
        .filter(file -> !file.exact())
        .findFirst()
        .map(file -> "the patches contradict each other in " + file.path());
  }

  private static boolean isDamaged(SeriesPatch patch) {
    return patch.diff().isEmpty()
        || patch.diffProblems().stream().anyMatch(p -> p.level() == Problem.Level.ERROR)
        || patch.diff().files().stream()
            .map(FileChange::hunks)
            .flatMap(List::stream)
            .anyMatch(hunk -> !hunk.complete());
  }

  /** Whether a row may stand for a path. */
  static boolean stands(Diffstat.Row row, String path) {
    return row.mayMean(path)
        || isCutRename(row, path)
        || row.newPath().equals(PathQuoting.quote(path))
        || (!row.isAbbreviated() && path.endsWith("/" + row.newPath()));
  }

  /** A rename whose front, with the opening brace, was cut off: {@code ...old.txt => new.rst}}. */
  private static boolean isCutRename(Diffstat.Row row, String path) {
    if (!row.isAbbreviated() || row.path().indexOf('{') >= 0 || row.path().indexOf('}') < 0) {
      return false;
    }
    String cut = row.path().substring(3);
    int arrow = cut.indexOf(" => ");
    String end = (arrow < 0 ? cut : cut.substring(arrow + 4)).replace("}", "");
    return path.endsWith(end);
  }

  /** Whether any patch touches the file of a row. */
  boolean isTouched(Diffstat.Row row) {
    return patches.stream()
        .flatMap(diff -> diff.files().stream())
        .anyMatch(file -> stands(row, file.newPath()) || stands(row, file.oldPath()));
  }

  /** The line of the letter's mail at an octet of its diffstat. */
  Place place(int offset) {
    int at = cover.diffstat().start() + offset;
    int log = cover.mail().log().length();
    int first = at < log ? cover.mail().logLine() : cover.mail().patchLine();
    int from = at < log ? 0 : log;
    return Place.mail(0, first == 0 ? 0 : first + cover.text().slice(from, at).lineFeeds());
  }
}
