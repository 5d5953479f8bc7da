package dev.galley.check.series;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.finding.Fact;
import dev.galley.finding.Severity;
import dev.galley.patch.Diffstat;
import dev.galley.patch.NetDiffstat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cover letter's diffstat against the net change of the patches.
 *
 * <p>What two diff algorithms can see otherwise is let be: they may count more lines added, but
 * then as many more removed. So the files count, and by how much each of them grows.
 */
@CheckInfo(
    id = "series/cover-diffstat",
    severity = Severity.WARNING,
    summary = "The cover letter's diffstat is not that of the patches",
    nature = CheckInfo.Nature.FORM,
    source = "git-format-patch(1), --cover-letter; git-diff(1), --stat")
public final class CoverDiffstat implements SeriesCheck {

  private static final int SHOWN = 6;

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Optional<CoverStat> found = CoverStat.of(review);
    if (found.isEmpty()) {
      out.notApplicable();
      return;
    }
    CoverStat stat = found.get();
    Optional<String> obstacle = stat.obstacle(review.series());
    if (obstacle.isPresent()) {
      out.skip(obstacle.get());
      return;
    }
    List<Fact> differences = differences(stat);
    if (!differences.isEmpty()) {
      Remark remark =
          totals(
              Remark.at(stat.place(0), "the letter's diffstat is not that of the patches"), stat);
      for (Fact fact : differences.subList(0, Math.min(SHOWN, differences.size()))) {
        remark = remark.fact(fact.key(), fact.value());
      }
      out.add(
          differences.size() <= SHOWN
              ? remark
              : remark.fact("more differences", differences.size() - SHOWN));
    }
  }

  private static Remark totals(Remark remark, CoverStat stat) {
    Diffstat written = stat.written();
    NetDiffstat net = stat.net();
    return remark
        .fact("cover letter", words(written.files(), written.insertions(), written.deletions()))
        .fact("patches composed", words(net.files().size(), net.added(), net.removed()));
  }

  private static String words(int files, int added, int removed) {
    return files + (files == 1 ? " file, +" : " files, +") + added + " -" + removed;
  }

  private static List<Fact> differences(CoverStat stat) {
    List<Fact> facts = new ArrayList<>();
    List<NetDiffstat.File> left = new ArrayList<>(stat.net().files());
    for (Diffstat.Row row : stat.written().rows()) {
      Optional<NetDiffstat.File> file =
          left.stream().filter(candidate -> CoverStat.stands(row, candidate.path())).findFirst();
      file.ifPresent(left::remove);
      boolean moved = row.path().contains(" => ") || row.path().indexOf('}') >= 0;
      if (file.isEmpty()) {
        if (!stat.isTouched(row)) {
          facts.add(Fact.of(row.path(), "no patch changes it"));
        }
      } else if (moved) {
        left.removeIf(gone -> gone.newPath().isEmpty() && gone.oldPath().equals(row.oldPath()));
      } else if (grows(row, file.get())) {
        NetDiffstat.File net = file.get();
        facts.add(
            Fact.of(
                row.path(),
                row.changes() + " in the letter, +" + net.added() + " -" + net.removed()));
      }
    }
    for (NetDiffstat.File file : left) {
      if (file.binary() || file.added() + file.removed() > 0) {
        facts.add(Fact.of(file.path(), "not in the letter's diffstat"));
      }
    }
    int written = stat.written().insertions() - stat.written().deletions();
    int net = stat.net().added() - stat.net().removed();
    if (facts.isEmpty() && written != net) {
      facts.add(Fact.of("the tree grows by", net + " lines, the letter says " + written));
    }
    return facts;
  }

  /** Whether the row and the change cannot both be true, whatever the diff algorithm. */
  private static boolean grows(Diffstat.Row row, NetDiffstat.File file) {
    if (row.form() != Diffstat.Row.Form.LINES || file.binary() || file.isRenamed()) {
      return false;
    }
    int lines = file.added() + file.removed();
    boolean graphIsExact = row.plus() + row.minus() == row.changes();
    return graphIsExact
        ? row.plus() - row.minus() != file.added() - file.removed()
        : (row.changes() - lines) % 2 != 0;
  }
}
