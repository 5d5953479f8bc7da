package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.BaseTree;
import dev.galley.tree.FileOutcome;
import dev.galley.tree.HunkOutcome;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The C of a series whose patches were applied to something: to its base, or to nothing, where only
 * files that it adds are whole. What does not apply is read hunk by hunk.
 */
final class PatchedCode implements SeriesCode {

  private final Series series;
  private final Optional<BaseTree> base;
  private final Map<Integer, PatchOutcome> outcomes;
  private final States states;
  private final Map<Integer, List<CodeChange>> changes = new ConcurrentHashMap<>();

  PatchedCode(
      Series series, Optional<BaseTree> base, Map<Integer, PatchOutcome> outcomes, States states) {
    this.series = series;
    this.base = base;
    this.outcomes = Map.copyOf(outcomes);
    this.states = states;
  }

  @Override
  public Series series() {
    return series;
  }

  @Override
  public Optional<BaseTree> base() {
    return base;
  }

  @Override
  public List<CodeChange> changes(int patch) {
    List<CodeChange> known = changes.get(patch);
    if (known == null) {
      known = read(patch);
      List<CodeChange> other = changes.putIfAbsent(patch, known);
      known = other == null ? known : other;
    }
    return known;
  }

  private List<CodeChange> read(int number) {
    Optional<SeriesPatch> patch = series.patch(number);
    PatchOutcome outcome = outcomes.get(number);
    if (patch.isEmpty() || outcome == null) {
      return List.of();
    }
    List<CodeChange> all = new ArrayList<>();
    for (FileOutcome file : outcome.files()) {
      FileChange change = file.change();
      if (!change.isBinary() && (isC(change.oldPath()) || isC(change.newPath()))) {
        PatchedFile patched = new PatchedFile(patch.get(), file, this::state);
        all.addAll(
            patched.whole(
                file(outcome.before(), change.oldPath(), number, false),
                file(outcome.after(), change.newPath(), number, true)));
        all.addAll(patched.hunks(loose(file)));
      }
    }
    return List.copyOf(all);
  }

  private static boolean isC(String path) {
    return TreeScan.isC(path);
  }

  /** The hunks that did not make it into the tree. */
  private static List<Hunk> loose(FileOutcome file) {
    if (file.applies()) {
      return List.of();
    }
    return file.hunks().isEmpty()
        ? file.change().hunks()
        : file.hunks().stream().filter(hunk -> !hunk.isApplied()).map(HunkOutcome::hunk).toList();
  }

  private CodeState state(int patch, boolean isAfter) {
    return isAfter ? states.after(patch) : states.before(patch);
  }

  private Optional<CFile> file(Tree tree, String path, int patch, boolean isAfter) {
    boolean isFile =
        !path.isEmpty()
            && tree.entry(path)
                .filter(entry -> !entry.isSymlink() && !entry.isSubmodule())
                .isPresent();
    return isFile ? state(patch, isAfter).symbols().file(path) : Optional.empty();
  }

  @Override
  public Optional<CodeState> before(int patch) {
    return base.map(tree -> states.before(patch));
  }

  @Override
  public Optional<CodeState> after(int patch) {
    return base.map(tree -> states.after(patch));
  }

  @Override
  public Optional<CodeState> last() {
    return base.map(tree -> states.last());
  }

  @Override
  public Optional<CFile> fileBefore(int patch, String path) {
    PatchOutcome outcome = outcomes.get(patch);
    return outcome == null
        ? before(patch).flatMap(state -> state.symbols().file(path))
        : file(outcome.before(), path, patch, false);
  }

  @Override
  public Optional<CFile> fileAfter(int patch, String path) {
    PatchOutcome outcome = outcomes.get(patch);
    return outcome == null
        ? after(patch).flatMap(state -> state.symbols().file(path))
        : file(outcome.after(), path, patch, true);
  }
}
