package dev.galley.convert;

import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.kernelc.Fragment;
import dev.galley.patch.HunkLine;
import dev.galley.patch.LineKind;
import dev.galley.series.SeriesPatch;
import java.util.List;

/** The lines of one side of a hunk, and where they stand. */
final class FragmentLines {

  private final SeriesPatch patch;
  private final String path;
  private final Fragment.Side side;
  private final List<HunkLine> lines;

  FragmentLines(SeriesPatch patch, String path, Fragment.Side side, List<HunkLine> lines) {
    this.patch = patch;
    this.path = path;
    this.side = side;
    this.lines = lines;
  }

  /** The line's number in the file, of the line that holds an octet of the diff. */
  int line(int diffOffset) {
    return number(at(diffOffset));
  }

  /** The file's number of the line at a position of this side, counted from 0. */
  int lineAt(int position) {
    return number(Math.min(position, lines.size() - 1));
  }

  private int number(int position) {
    HunkLine line = lines.get(position);
    return Math.max(side == Fragment.Side.AFTER ? line.newLine() : line.oldLine(), 1);
  }

  /** Whether the patch adds or removes the line that holds an octet of the diff. */
  boolean isTouched(int diffOffset) {
    return lines.get(at(diffOffset)).kind() != LineKind.CONTEXT;
  }

  /** The same by its position of this side, counted from 0. */
  boolean isTouchedAt(int position) {
    return lines.get(Math.min(position, lines.size() - 1)).kind() != LineKind.CONTEXT;
  }

  private int at(int diffOffset) {
    int low = 0;
    int high = lines.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lines.get(middle).span().start() <= diffOffset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  Place place(int line, String function) {
    int position = 0;
    while (position + 1 < lines.size() && number(position) < line) {
      position++;
    }
    return Place.line(patch.number(), path, side == Fragment.Side.AFTER ? Side.NEW : Side.OLD, line)
        .inFunction(function)
        .atMailLine(patch.mailLineOf(lines.get(position).span().start()));
  }
}
