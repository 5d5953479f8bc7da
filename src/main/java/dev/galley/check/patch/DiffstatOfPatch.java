package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Fact;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.patch.Diff;
import dev.galley.patch.Diffstat;
import dev.galley.patch.DiffstatReader;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.PathQuoting;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The diffstat between {@code ---} and the diff, against the diff. */
@CheckInfo(
    id = "patch/diffstat",
    severity = Severity.WARNING,
    summary = "The patch's diffstat is not that of its diff",
    nature = CheckInfo.Nature.FORM,
    source = "git-format-patch(1), --stat")
public final class DiffstatOfPatch implements PatchCheck {

  private static final int SHOWN = 5;

  @Override
  public void check(PatchSubject subject, Remarks out) {
    SeriesPatch patch = subject.patch();
    Diff diff = patch.diff();
    List<Diffstat> stats = diff.isEmpty() ? List.of() : written(diff);
    if (stats.isEmpty()) {
      out.notApplicable();
      return;
    }
    if (!isWhole(patch)) {
      out.skip("the diff is damaged, so its lines cannot be counted");
      return;
    }
    if (stats.stream().anyMatch(stat -> differences(stat, diff).isEmpty())) {
      return;
    }
    Diffstat stat = stats.get(stats.size() - 1);
    List<Fact> differences = differences(stat, diff);
    Remark remark =
        Remark.at(
                Place.mail(subject.number(), patch.mailLineOf(stat.span().start())),
                "the diffstat is not that of the diff below it")
            .fact("diffstat", words(stat.files(), stat.insertions(), stat.deletions()))
            .fact("diff", words(diff.files().size(), diff.added(), diff.removed()));
    for (Fact fact : differences.subList(0, Math.min(SHOWN, differences.size()))) {
      remark = remark.fact(fact.key(), fact.value());
    }
    out.add(remark);
  }

  private static String words(int files, int added, int removed) {
    return files + (files == 1 ? " file, +" : " files, +") + added + " -" + removed;
  }

  /** The diffstats in front of the first change, the one that git wrote last. */
  private static List<Diffstat> written(Diff diff) {
    return DiffstatReader.readAll(diff.bytes().slice(0, diff.files().get(0).span().start()))
        .stream()
        .filter(stat -> !stat.rows().isEmpty())
        .toList();
  }

  private static boolean isWhole(SeriesPatch patch) {
    return patch.diffProblems().stream().noneMatch(p -> p.level() == Problem.Level.ERROR)
        && patch.diff().files().stream()
            .map(FileChange::hunks)
            .flatMap(List::stream)
            .allMatch(Hunk::complete);
  }

  /** One fact for each file that the two do not agree on; empty when all is well. */
  private static List<Fact> differences(Diffstat stat, Diff diff) {
    List<Fact> facts = new ArrayList<>();
    List<Diffstat.Row> rows = new ArrayList<>(stat.rows());
    for (String path : diff.files().stream().map(FileChange::path).distinct().toList()) {
      List<FileChange> changes =
          diff.files().stream().filter(file -> file.path().equals(path)).toList();
      int lines = changes.stream().mapToInt(file -> file.added() + file.removed()).sum();
      Optional<Diffstat.Row> row = rows.stream().filter(r -> stands(r, path)).findFirst();
      row.ifPresent(rows::remove);
      boolean binary = changes.stream().anyMatch(FileChange::isBinary);
      if (row.isEmpty()) {
        if (lines > 0 || binary) {
          facts.add(Fact.of(path, "not in the diffstat"));
        }
      } else if (row.get().form() == Diffstat.Row.Form.LINES
          && !binary
          && row.get().changes() != lines) {
        facts.add(
            Fact.of(path, row.get().changes() + " in the diffstat, " + lines + " in the diff"));
      }
    }
    rows.forEach(row -> facts.add(Fact.of(row.path(), "not in the diff")));
    boolean totals =
        stat.insertions() == diff.added()
            && stat.deletions() == diff.removed()
            && stat.files() == stat.rows().size();
    if (facts.isEmpty() && !totals) {
      facts.add(Fact.of("rows", "right; only the totals below them are not"));
    }
    return facts;
  }

  /** Whether a row may stand for a path; diffstat(1) leaves leading folders out. */
  private static boolean stands(Diffstat.Row row, String path) {
    return row.mayMean(path)
        || row.path().equals(PathQuoting.quote(path))
        || (!row.isAbbreviated() && path.endsWith("/" + row.newPath()))
        || row.newPath().endsWith("/" + path)
        || isCutRename(row, path);
  }

  /** A rename whose front, with the opening brace, was cut off: {@code ...old.txt => new.rst}}. */
  private static boolean isCutRename(Diffstat.Row row, String path) {
    if (!row.isAbbreviated() || row.path().indexOf('{') >= 0 || row.path().indexOf('}') < 0) {
      return false;
    }
    String cut = row.path().substring(3);
    int arrow = cut.indexOf(" => ");
    return path.endsWith((arrow < 0 ? cut : cut.substring(arrow + 4)).replace("}", ""));
  }
}
