package dev.galley.convert;

import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.types.Types;
import dev.galley.series.Series;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.Tree;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the mails of a series show of the tree, state by state: files that it adds, and definitions
 * that stand in its hunks.
 */
final class MailStates implements States {

  private final ShownDefinitions shown;
  private final NavigableMap<Integer, PatchOutcome> outcomes;
  private final Map<Integer, CodeState> states = new TreeMap<>();

  MailStates(Series series, NavigableMap<Integer, PatchOutcome> outcomes) {
    this.shown = new ShownDefinitions(series);
    this.outcomes = outcomes;
  }

  @Override
  public CodeState before(int patch) {
    return after(Optional.ofNullable(outcomes.lowerKey(patch)).orElse(0));
  }

  @Override
  public synchronized CodeState after(int patch) {
    int at = Optional.ofNullable(outcomes.floorKey(patch)).orElse(0);
    return states.computeIfAbsent(at, this::state);
  }

  @Override
  public CodeState last() {
    return after(Integer.MAX_VALUE);
  }

  private CodeState state(int patch) {
    PatchOutcome outcome = outcomes.get(patch);
    Tree whole = outcome == null ? MailTree.EMPTY : outcome.after();
    Tree tree = whole.with(shown.after(patch, path -> whole.entry(path).isPresent()));
    TreeSymbols symbols = TreeSymbols.of(tree);
    return new CodeState(tree, symbols, new Types(symbols));
  }
}
