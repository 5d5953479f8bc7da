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
import dev.galley.patch.WhitespaceCheck;
import java.util.List;

/**
 * Empty lines added at the end of a file.
 *
 * <p>The end of the file is known where the patch adds the whole file, and where the hunk has
 * context before its change and none after it: git leaves context out only where the file ends.
 */
@CheckInfo(
    id = "patch/blank-at-eof",
    severity = Severity.NOTE,
    summary = "Empty lines are added at the end of a file",
    nature = CheckInfo.Nature.FORM,
    source = "git-config(1), core.whitespace, blank-at-eof")
public final class BlankAtEnd implements PatchCheck {

  @Override
  public void check(PatchSubject subject, Remarks out) {
    for (FileChange file : subject.patch().diff().files()) {
      if (file.hunks().isEmpty() || BlankMatters.in(file.path())) {
        continue;
      }
      Hunk last = file.hunks().get(file.hunks().size() - 1);
      if (!last.complete() || !reachesTheEnd(file, last)) {
        continue;
      }
      List<HunkLine> blank = WhitespaceCheck.blankLinesAtEnd(last);
      if (blank.isEmpty()) {
        continue;
      }
      HunkLine first = blank.get(0);
      out.add(
          Remark.at(
              Place.line(subject.number(), file.path(), Side.NEW, first.newLine())
                  .atMailLine(subject.patch().mailLineOf(first.span().start())),
              blank.size() == 1
                  ? "new empty line at the end of the file"
                  : blank.size() + " new empty lines at the end of the file"));
    }
  }

  private static boolean reachesTheEnd(FileChange file, Hunk hunk) {
    List<HunkLine> lines = hunk.lines();
    if (lines.isEmpty() || !lines.get(lines.size() - 1).isAdded()) {
      return false;
    }
    if (file.kind() == FileChange.Kind.ADDED) {
      return true;
    }
    boolean removesAtEnd =
        lines.stream()
            .skip(lines.size() - (long) trailingChanges(lines))
            .anyMatch(HunkLine::isRemoved);
    return !removesAtEnd
        && lines.size() > 3
        && lines.subList(0, 3).stream().allMatch(BlankAtEnd::isContext);
  }

  private static int trailingChanges(List<HunkLine> lines) {
    int count = 0;
    while (count < lines.size() && !isContext(lines.get(lines.size() - 1 - count))) {
      count++;
    }
    return count;
  }

  private static boolean isContext(HunkLine line) {
    return !line.isAdded() && !line.isRemoved();
  }
}
