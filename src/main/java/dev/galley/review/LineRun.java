package dev.galley.review;

import dev.galley.check.LineCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.finding.Status;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.patch.LineKind;
import dev.galley.text.LineIndex;
import java.util.List;
import java.util.Optional;

/** Asks a line check about every added line of a patch. */
final class LineRun {

  private LineRun() {}

  static void run(LineCheck check, PatchSubject subject, Remarks out) {
    boolean applied = false;
    LineIndex index = LineIndex.of(subject.patch().diff().bytes());
    for (FileChange file : subject.patch().diff().files()) {
      if (!check.appliesTo(file)) {
        continue;
      }
      for (Hunk hunk : file.hunks()) {
        applied |= hunk(check, subject, file, hunk, index, out);
      }
    }
    if (!applied) {
      out.notApplicable();
    }
  }

  private static boolean hunk(
      LineCheck check,
      PatchSubject subject,
      FileChange file,
      Hunk hunk,
      LineIndex index,
      Remarks out) {
    List<HunkLine> lines = hunk.lines();
    boolean added = false;
    for (int i = 0; i < lines.size(); i++) {
      HunkLine line = lines.get(i);
      if (line.kind() != LineKind.ADDED) {
        continue;
      }
      added = true;
      Optional<String> defect = check.defect(file, line);
      if (defect.isPresent()) {
        boolean inherited =
            ChangeGroup.around(lines, i).removed().stream()
                .anyMatch(old -> check.defect(file, old).equals(defect));
        int patchLine = subject.patch().mail().patchLine();
        int mailLine = patchLine == 0 ? 0 : patchLine + index.lineAt(line.span().start()) - 1;
        Place place =
            Place.line(subject.number(), file.path(), Side.NEW, line.newLine())
                .inFunction(hunk.section().utf8().strip())
                .atMailLine(mailLine);
        out.add(
            Remark.at(place, defect.get())
                .excerpt(line.kind().marker() + line.text().utf8())
                .status(inherited ? new Status.Inherited() : Status.open()));
      }
    }
    return added;
  }
}
