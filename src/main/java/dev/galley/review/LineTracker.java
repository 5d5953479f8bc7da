package dev.galley.review;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Follows a line that one patch added through the later patches of a series. */
final class LineTracker {

  private final NavigableSet<Integer> missing;
  private final Map<Integer, SeriesPatch> patches = new HashMap<>();
  private final Map<String, List<Touch>> touches = new HashMap<>();

  LineTracker(Series series) {
    this.missing = new TreeSet<>(series.missing());
    for (SeriesPatch patch : series.patches()) {
      patches.put(patch.number(), patch);
      for (FileChange change : patch.diff().files()) {
        if (!change.oldPath().isEmpty() && change.kind() != FileChange.Kind.COPIED) {
          touches
              .computeIfAbsent(change.oldPath(), path -> new ArrayList<>())
              .add(new Touch(patch.number(), change));
        }
      }
    }
  }

  /** A patch that changes a file, moves it or takes it away. */
  private record Touch(int patch, FileChange change) {}

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
    Place place = new Place(from, path, line);
    for (Optional<Touch> next = next(place); next.isPresent(); next = next(place)) {
      Touch touch = next.get();
      if (!missing.subSet(from, touch.patch()).isEmpty()) {
        return Optional.empty();
      }
      Step step = step(touch.change(), place.line, text.get());
      if (step.state == State.UNCERTAIN) {
        return Optional.empty();
      }
      if (step.state == State.REMOVED) {
        return Optional.of(
            new Removal(touch.patch(), touch.change().newPath(), step.firstAdded, step.lastAdded));
      }
      place = new Place(touch.patch(), touch.change().newPath(), step.line);
    }
    return Optional.empty();
  }

  private record Place(int patch, String path, int line) {}

  /** The next patch that touches the file. */
  private Optional<Touch> next(Place place) {
    return touches.getOrDefault(place.path, List.of()).stream()
        .filter(touch -> touch.patch() > place.patch)
        .findFirst();
  }

  private Optional<Bytes> textOf(int patch, String path, int line) {
    SeriesPatch adder = patches.get(patch);
    for (FileChange change : adder == null ? List.<FileChange>of() : adder.diff().files()) {
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
