package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.FileOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one patch changes in one file. */
final class PatchedFile {

  /** Where the state before or after a patch comes from. */
  interface StateSource {
    CodeState state(int patch, boolean isAfter);
  }

  private final SeriesPatch patch;
  private final FileOutcome outcome;
  private final FileChange change;
  private final StateSource states;

  PatchedFile(SeriesPatch patch, FileOutcome outcome, StateSource states) {
    this.patch = patch;
    this.outcome = outcome;
    this.change = outcome.change();
    this.states = states;
  }

  /** The external declarations that differ between the whole files. */
  List<CodeChange> whole(Optional<CFile> before, Optional<CFile> after) {
    List<CodeChange> changes = new ArrayList<>();
    if (before.isEmpty() && after.isEmpty()) {
      return changes;
    }
    PatchLines lines = PatchLines.of(patch, outcome);
    Optional<WholeFile> old = before.map(file -> file(file, lines, false));
    Optional<WholeFile> now = after.map(file -> file(file, lines, true));
    for (ExternalPairs.Pair pair : ExternalPairs.of(before, after)) {
      changes.addAll(new ReadingPairs(patch.number(), change.path(), pair, old, now).changes());
    }
    return changes;
  }

  private WholeFile file(CFile file, PatchLines lines, boolean isAfter) {
    return new WholeFile(
        file, lines.side(isAfter), () -> states.state(patch.number(), isAfter).types());
  }

  /** What single hunks show. */
  List<CodeChange> hunks(List<Hunk> hunks) {
    return hunks.isEmpty() ? List.of() : new HunkChanges(patch, change, states).of(hunks);
  }
}
