package dev.galley.review;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import java.util.List;
import java.util.Optional;

/** Follows a line that one patch added through the later patches of a series. */
final class LineTracker {

  private final Series series;

  LineTracker(Series series) {
    this.series = series;
  }

  /**
   * Where a line ends: in the patch that takes it away.
   *
   * @param patch number of that patch
   * @param path the file as that patch leaves it; empty when it deletes the file
   * @param firstAdded first line, on the new side, of what the patch puts in its place
   * @param lastAdded last such line; one less than {@code firstAdded} when nothing takes its place
   */
  record Removal(int patch, String path, int firstAdded, int lastAdded) {}

  /**
   * The patch that removes a line.
   *
   * @param from the patch that added it
   * @param path the file after that patch
   * @param line its line there, counted from 1
   * @return empty when the line is still there at the end, or when a gap in the series or a context
   *     that does not fit makes the answer uncertain
   */
  Optional<Removal> removalOf(int from, String path, int line) {
    Optional<Bytes> text = textOf(from, path, line);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String file = path;
    int at = line;
    for (int number = from + 1; number <= series.total(); number++) {
      Optional<SeriesPatch> patch = series.patch(number);
      if (patch.isEmpty()) {
        return Optional.empty();
      }
      for (FileChange change : patch.get().diff().files()) {
        if (!change.oldPath().equals(file) || change.kind() == FileChange.Kind.COPIED) {
          continue;
        }
        Step step = step(change, at, text.get());
        if (step.state == State.UNCERTAIN) {
          return Optional.empty();
        }
        if (step.state == State.REMOVED) {
          return Optional.of(
              new Removal(number, change.newPath(), step.firstAdded, step.lastAdded));
        }
        at = step.line;
        file = change.newPath();
      }
    }
    return Optional.empty();
  }

  private Optional<Bytes> textOf(int patch, String path, int line) {
    for (FileChange change : series.patch(patch).map(p -> p.diff().files()).orElse(List.of())) {
      if (change.newPath().equals(path)) {
        for (Hunk hunk : change.hunks()) {
          for (HunkLine candidate : hunk.lines()) {
            if (candidate.isAdded() && candidate.newLine() == line) {
              return Optional.of(candidate.text());
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private enum State {
    KEPT,
    REMOVED,
    UNCERTAIN
  }

  private record Step(State state, int line, int firstAdded, int lastAdded) {}

  private static Step step(FileChange change, int line, Bytes text) {
    int shift = 0;
    for (Hunk hunk : change.hunks()) {
      // A hunk that only adds names the line it adds behind.
      int first = hunk.oldCount() == 0 ? hunk.oldStart() + 1 : hunk.oldStart();
      if (line < first) {
        break;
      }
      if (line >= first + hunk.oldCount()) {
        shift += hunk.newCount() - hunk.oldCount();
        continue;
      }
      return within(hunk, line, text);
    }
    return new Step(State.KEPT, line + shift, 0, 0);
  }

  private static Step within(Hunk hunk, int line, Bytes text) {
    List<HunkLine> lines = hunk.lines();
    for (int i = 0; i < lines.size(); i++) {
      HunkLine candidate = lines.get(i);
      if (candidate.isAdded() || candidate.oldLine() != line) {
        continue;
      }
      if (!candidate.text().equals(text)) {
        break;
      }
      if (!candidate.isRemoved()) {
        return new Step(State.KEPT, candidate.newLine(), 0, 0);
      }
      ChangeGroup group = ChangeGroup.around(lines, i);
      return new Step(State.REMOVED, 0, group.firstNewLine(), group.lastNewLine());
    }
    return new Step(State.UNCERTAIN, 0, 0, 0);
  }
}
