package dev.galley.convert;

import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.FileOutcome;
import dev.galley.tree.HunkOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where the lines of a file stand in a patch that changes it. */
final class PatchLines {

  private final SideLines before;
  private final SideLines after;

  private PatchLines(SideLines before, SideLines after) {
    this.before = before;
    this.after = after;
  }

  SideLines side(boolean isAfter) {
    return isAfter ? after : before;
  }

  /** The lines of the hunks that were applied, at the places where they were. */
  static PatchLines of(SeriesPatch patch, FileOutcome outcome) {
    FileChange change = outcome.change();
    PatchLines lines =
        new PatchLines(
            new SideLines(patch.number(), change.oldPath(), Side.OLD),
            new SideLines(patch.number(), change.newPath(), Side.NEW));
    int grown = 0;
    for (HunkOutcome tried : outcome.hunks()) {
      Hunk hunk = tried.hunk();
      int offset = 0;
      int wanted = grown;
      if (tried instanceof HunkOutcome.Applied applied) {
        int start = hunk.newStart() + (hunk.newCount() == 0 ? 1 : 0);
        offset = applied.line() - start;
        wanted = offset + start - grown - hunk.oldStart() - (hunk.oldCount() == 0 ? 1 : 0);
      } else if (!(tried instanceof HunkOutcome.AppliedByThreeWay)) {
        continue;
      } else {
        wanted = 0;
      }
      int mail = patch.mailLineOf(hunk.span().start());
      int at = hunk.span().start();
      for (HunkLine line : hunk.lines()) {
        mail += mail == 0 ? 0 : patch.diff().bytes().slice(at, line.span().start()).lineFeeds();
        at = line.span().start();
        if (line.kind().isInOld()) {
          lines.before.put(line.oldLine() + wanted, mail, line.isRemoved());
        }
        if (line.kind().isInNew()) {
          lines.after.put(line.newLine() + offset, mail, line.isAdded());
        }
      }
      grown += hunk.added() - hunk.removed();
    }
    return lines;
  }

  /** The lines of one side. */
  static final class SideLines {

    private final int patch;
    private final String path;
    private final Side side;
    private final Map<Integer, Integer> mailLines = new HashMap<>();
    private final Set<Integer> touched = new HashSet<>();

    SideLines(int patch, String path, Side side) {
      this.patch = patch;
      this.path = path;
      this.side = side;
    }

    void put(int line, int mailLine, boolean isTouched) {
      if (line > 0) {
        mailLines.put(line, mailLine);
        if (isTouched) {
          touched.add(line);
        }
      }
    }

    /** Whether the patch removes or adds a line. */
    boolean isTouched(int line) {
      return touched.contains(line);
    }

    /** A line as a place; what the mail does not show has no line there. */
    Place place(int line, String function) {
      return Place.line(patch, path, side, line)
          .inFunction(function)
          .atMailLine(mailLines.getOrDefault(line, 0));
    }
  }
}
