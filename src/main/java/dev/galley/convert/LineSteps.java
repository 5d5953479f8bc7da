package dev.galley.convert;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the lines of a file are after one change of it. A hunk stands where its old lines are,
 * nearest to the place that it names.
 */
final class LineSteps {

  private final List<Run> runs = new ArrayList<>();
  private final boolean isCertain;

  /**
   * Lines that a change takes out, and those that it puts there.
   *
   * @param before first line of the file before, counted from 1
   * @param removed how many lines go
   * @param after first line of the file after
   * @param added what comes, without line feeds
   */
  record Run(int before, int removed, int after, List<String> added) {}

  /** Where a line went: it stays, or it is in a run. */
  record Step(int line, Optional<Run> run) {}

  private LineSteps(boolean isCertain) {
    this.isCertain = isCertain;
  }

  /**
   * The steps of a change.
   *
   * @param before the file before, line by line
   */
  static LineSteps of(FileChange change, List<String> before) {
    List<int[]> places = new ArrayList<>();
    int shift = 0;
    for (Hunk hunk : change.hunks()) {
      Optional<Integer> place = place(hunk, before, shift);
      if (place.isEmpty()) {
        return new LineSteps(false);
      }
      places.add(new int[] {place.get()});
      shift = place.get() - first(hunk);
    }
    LineSteps steps = new LineSteps(true);
    int grown = 0;
    for (int i = 0; i < places.size(); i++) {
      grown = steps.take(change.hunks().get(i), places.get(i)[0], grown);
    }
    return steps;
  }

  private static int first(Hunk hunk) {
    return hunk.oldStart() + (hunk.oldCount() == 0 ? 1 : 0);
  }

  private static Optional<Integer> place(Hunk hunk, List<String> before, int shift) {
    List<String> old =
        hunk.lines().stream()
            .filter(line -> line.kind().isInOld())
            .map(line -> text(line.text()))
            .toList();
    int wanted = first(hunk) + shift;
    int farthest = Math.max(before.size(), wanted);
    for (int away = 0; away <= farthest; away++) {
      if (isAt(old, before, wanted - away)) {
        return Optional.of(wanted - away);
      }
      if (isAt(old, before, wanted + away)) {
        return Optional.of(wanted + away);
      }
    }
    return Optional.empty();
  }

  private static boolean isAt(List<String> old, List<String> before, int line) {
    int from = line - 1;
    return from >= 0
        && from + old.size() <= before.size()
        && before.subList(from, from + old.size()).equals(old);
  }

  /** Adds the runs of a hunk; gives how much longer the file is after it. */
  private int take(Hunk hunk, int place, int grownBefore) {
    int line = place;
    int grown = grownBefore;
    int start = place;
    int removed = 0;
    List<String> added = new ArrayList<>();
    for (HunkLine one : hunk.lines()) {
      if (one.isAdded()) {
        added.add(text(one.text()));
      } else if (one.isRemoved()) {
        removed++;
        line++;
      } else {
        if (removed > 0 || !added.isEmpty()) {
          runs.add(new Run(start, removed, start + grown, List.copyOf(added)));
          grown += added.size() - removed;
        }
        line++;
        start = line;
        removed = 0;
        added.clear();
      }
    }
    if (removed > 0 || !added.isEmpty()) {
      runs.add(new Run(start, removed, start + grown, List.copyOf(added)));
      grown += added.size() - removed;
    }
    return grown;
  }

  /** Where a line is afterwards; empty where that cannot be said. */
  Optional<Step> of(int line) {
    if (!isCertain) {
      return Optional.empty();
    }
    int at = line;
    for (Run run : runs) {
      if (line >= run.before() && line < run.before() + run.removed()) {
        return Optional.of(new Step(run.after(), Optional.of(run)));
      }
      if (line >= run.before() + run.removed()) {
        at = line + run.after() + run.added().size() - run.before() - run.removed();
      }
    }
    return Optional.of(new Step(at, Optional.empty()));
  }

  /** What is taken out and put in, in order. */
  List<Run> runs() {
    return runs;
  }

  /** The lines of a file, without line feeds. */
  static List<String> lines(Bytes file) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < file.length(); at = file.nextLine(at)) {
      int end = file.nextLine(at);
      lines.add(text(file.slice(at, file.at(end - 1) == '\n' ? end - 1 : end)));
    }
    return lines;
  }

  private static String text(Bytes line) {
    return line.latin1();
  }
}
