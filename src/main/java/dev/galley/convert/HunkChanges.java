package dev.galley.convert;

import dev.galley.kernelc.Fragment;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What hunks without their file change. */
final class HunkChanges {

  private final SeriesPatch patch;
  private final FileChange change;
  private final PatchedFile.StateSource states;
  private final LocalHeaders headers;

  HunkChanges(SeriesPatch patch, FileChange change, PatchedFile.StateSource states) {
    this.patch = patch;
    this.change = change;
    this.states = states;
    this.headers = new LocalHeaders(change.hunks());
  }

  List<CodeChange> of(List<Hunk> hunks) {
    List<CodeChange> changes = new ArrayList<>();
    for (Hunk hunk : hunks) {
      changes.addAll(of(hunk));
    }
    return changes;
  }

  /**
   * The functions, macros and other declarations of one hunk by name, then what lies inside the one
   * that it begins in.
   */
  private List<CodeChange> of(Hunk hunk) {
    HunkSide before = side(hunk, Fragment.Side.BEFORE);
    HunkSide after = side(hunk, Fragment.Side.AFTER);
    Map<HunkSide.Key, Optional<FragmentSide>> old = before.parts();
    Map<HunkSide.Key, Optional<FragmentSide>> now = after.parts();
    Map<HunkSide.Key, Boolean> keys = new LinkedHashMap<>();
    old.keySet().forEach(key -> keys.put(key, true));
    now.keySet().forEach(key -> keys.put(key, true));
    List<CodeChange> changes = new ArrayList<>();
    for (HunkSide.Key key : keys.keySet()) {
      Optional<FragmentSide> one = old.getOrDefault(key, Optional.empty());
      Optional<FragmentSide> other = now.getOrDefault(key, Optional.empty());
      if (!one.map(FragmentSide::words).equals(other.map(FragmentSide::words))) {
        changes.add(
            new CodeChange(
                patch.number(),
                change.path(),
                key.name(),
                one.or(() -> other.flatMap(HunkChanges::partner)).map(CodeSide.class::cast),
                other.or(() -> one.flatMap(HunkChanges::partner)).map(CodeSide.class::cast)));
      }
    }
    return changes;
  }

  /**
   * What the other side has where this one has no partner: nothing if the patch adds or removes it
   * from its first line on, else something that could not be read the same way.
   */
  private static Optional<FragmentSide> partner(FragmentSide side) {
    return side.beginsInPatch() ? Optional.empty() : Optional.of(FragmentSide.unknown(side));
  }

  private HunkSide side(Hunk hunk, Fragment.Side side) {
    boolean isAfter = side == Fragment.Side.AFTER;
    String path = isAfter ? change.newPath() : change.oldPath();
    return new HunkSide(
        hunk,
        side,
        path.isEmpty() ? change.path() : path,
        headers.of(hunk, side),
        patch,
        () -> states.state(patch.number(), isAfter).types());
  }
}
