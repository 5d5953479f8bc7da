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
import dev.galley.text.Printable;
import java.util.List;

/**
 * Lines added with a carriage return at their end, once for each file.
 *
 * <p>A file whose old lines have them keeps its habit: that is not the patch's doing.
 */
@CheckInfo(
    id = "patch/line-ends",
    severity = Severity.WARNING,
    summary = "Added lines end with a carriage return",
    nature = CheckInfo.Nature.FORM,
    source = "git-config(1), core.whitespace, cr-at-eol")
public final class LineEnds implements PatchCheck {

  @Override
  public void check(PatchSubject subject, Remarks out) {
    for (FileChange file : subject.patch().diff().files()) {
      List<HunkLine> lines = file.hunks().stream().map(Hunk::lines).flatMap(List::stream).toList();
      List<HunkLine> returns =
          lines.stream().filter(line -> line.isAdded() && endsWithReturn(line)).toList();
      boolean habit = lines.stream().anyMatch(line -> !line.isAdded() && endsWithReturn(line));
      if (returns.isEmpty() || habit || BlobHash.isWithoutReturns(file)) {
        continue;
      }
      HunkLine first = returns.get(0);
      out.add(
          Remark.at(
                  Place.line(subject.number(), file.path(), Side.NEW, first.newLine())
                      .atMailLine(subject.patch().mailLineOf(first.span().start())),
                  "added lines end with a carriage return")
              .fact("lines", returns.size() + " of " + file.added() + " added")
              .excerpt("+" + Printable.line(first.text().utf8())));
    }
  }

  private static boolean endsWithReturn(HunkLine line) {
    return line.text().endsWith("\r");
  }
}
