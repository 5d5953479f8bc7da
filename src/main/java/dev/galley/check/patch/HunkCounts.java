package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Hunks whose body has not the lines that their heading announces. */
@CheckInfo(
    id = "patch/hunk-counts",
    severity = Severity.ERROR,
    summary = "A hunk has other line counts than its heading says",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "git-diff(1), Generating patch text with -p; git-apply(1), --recount")
public final class HunkCounts implements PatchCheck {

  /** More broken hunks than these have one cause, and are told once. */
  private static final int EACH_UP_TO = 3;

  @Override
  public void check(PatchSubject subject, Remarks out) {
    SeriesPatch patch = subject.patch();
    if (patch.diff().files().stream().allMatch(file -> file.hunks().isEmpty())) {
      out.notApplicable();
      return;
    }
    if (Damage.in(patch).stream().anyMatch(Damage::breaksHunks)) {
      // A mailer's work: that check has the cause, this one would only repeat the symptom.
      return;
    }
    List<Remark> remarks = new ArrayList<>();
    for (FileChange file : patch.diff().files()) {
      for (Hunk hunk : file.hunks()) {
        if (!hunk.complete()) {
          remarks.add(remark(subject, file, hunk));
        }
      }
    }
    if (remarks.size() > EACH_UP_TO) {
      out.add(remarks.get(0).fact("hunks like this one", remarks.size()));
    } else {
      remarks.forEach(out::add);
    }
  }

  private static Remark remark(PatchSubject subject, FileChange file, Hunk hunk) {
    int old = (int) hunk.lines().stream().filter(line -> line.kind().isInOld()).count();
    int fresh = (int) hunk.lines().stream().filter(line -> line.kind().isInNew()).count();
    boolean cut = endsWithTheMail(subject.patch().diff().bytes(), hunk);
    return Remark.at(
            Place.line(subject.number(), file.path(), Side.NEW, hunk.newStart())
                .inFunction(Printable.line(hunk.section().utf8().strip()))
                .atMailLine(subject.patch().mailLineOf(hunk.span().start())),
            cut
                ? "the mail ends in the middle of a hunk"
                : "the hunk does not have the lines that its heading announces")
        .fact("announced", "-" + hunk.oldCount() + " +" + hunk.newCount())
        .fact("there", "-" + old + " +" + fresh)
        .excerpt(lastLine(hunk));
  }

  private static boolean endsWithTheMail(Bytes diff, Hunk hunk) {
    return diff.from(hunk.span().end()).utf8().isBlank();
  }

  private static String lastLine(Hunk hunk) {
    if (hunk.lines().isEmpty()) {
      return "@@ -"
          + hunk.oldStart()
          + ","
          + hunk.oldCount()
          + " +"
          + hunk.newStart()
          + ","
          + hunk.newCount()
          + " @@";
    }
    HunkLine last = hunk.lines().get(hunk.lines().size() - 1);
    return last.kind().marker() + Printable.block(last.text().utf8());
  }
}
