package dev.galley.convert;

import dev.galley.kernelc.symbols.IndexFolder;
import dev.galley.kernelc.symbols.TreeIndex;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.types.Types;
import dev.galley.patch.FileChange;
import dev.galley.tree.FileOutcome;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The states of a base tree. Each is made when it is asked for, from the one before; where no C
 * changes, names and types are the same objects.
 */
final class TreeStates implements States {

  private final Supplier<TreeSymbols> base;
  private final Tree tree;
  private final List<Integer> numbers;
  private final List<PatchOutcome> outcomes;
  private final List<CodeState> states = new ArrayList<>();

  TreeStates(Supplier<TreeSymbols> base, Tree tree, NavigableMap<Integer, PatchOutcome> outcomes) {
    this.base = base;
    this.tree = tree;
    this.numbers = List.copyOf(outcomes.keySet());
    this.outcomes = List.copyOf(outcomes.values());
  }

  /** The names of a tree, by its index: the given one, else the one that the user has. */
  static Supplier<TreeSymbols> symbols(Tree tree, Optional<TreeIndex> index) {
    return () -> TreeSymbols.near(tree, index.or(() -> IndexFolder.ofUser().find(tree).index()));
  }

  @Override
  public CodeState before(int patch) {
    return state(position(patch - 1));
  }

  @Override
  public CodeState after(int patch) {
    return state(position(patch));
  }

  @Override
  public CodeState last() {
    return state(numbers.size());
  }

  /** How many patches that are there are numbered up to this one. */
  private int position(int patch) {
    int count = 0;
    while (count < numbers.size() && numbers.get(count) <= patch) {
      count++;
    }
    return count;
  }

  private synchronized CodeState state(int position) {
    if (states.isEmpty()) {
      TreeSymbols symbols = base.get();
      states.add(new CodeState(tree, symbols, new Types(symbols)));
    }
    while (states.size() <= position) {
      PatchOutcome outcome = outcomes.get(states.size() - 1);
      states.add(next(states.get(states.size() - 1), outcome));
    }
    return states.get(position);
  }

  private static CodeState next(CodeState before, PatchOutcome outcome) {
    Set<String> changed = changed(outcome);
    if (changed.stream().noneMatch(TreeScan::isC)) {
      return new CodeState(outcome.after(), before.symbols(), before.types());
    }
    TreeSymbols symbols = before.symbols().with(outcome.after(), changed);
    return new CodeState(outcome.after(), symbols, new Types(symbols));
  }

  /** Every path that a patch may have changed. */
  static Set<String> changed(PatchOutcome outcome) {
    Set<String> paths = new TreeSet<>();
    for (FileOutcome file : outcome.files()) {
      FileChange change = file.change();
      paths.add(change.oldPath());
      paths.add(change.newPath());
    }
    paths.remove("");
    return paths;
  }
}
