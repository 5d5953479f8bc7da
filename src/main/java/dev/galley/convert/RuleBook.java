package dev.galley.convert;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rules of a series by patch: a helper that a later patch changes has another meaning from then
 * on.
 */
public final class RuleBook {

  private final NavigableMap<Integer, List<Rule>> byPatch;

  /**
   * Rules by the patch from which on they hold.
   *
   * @param byPatch all rules that hold after a patch, where they differ from the patch before; 0
   *     for what the base and the user's files give
   */
  public RuleBook(NavigableMap<Integer, List<Rule>> byPatch) {
    TreeMap<Integer, List<Rule>> copy = new TreeMap<>();
    byPatch.forEach((patch, rules) -> copy.put(patch, List.copyOf(rules)));
    this.byPatch = copy;
  }

  /** The rules that hold in the tree after a patch. */
  public List<Rule> after(int patch) {
    var entry = byPatch.floorEntry(patch);
    return entry == null ? List.of() : entry.getValue();
  }

  /** The rules that hold after the last patch. */
  public List<Rule> last() {
    return byPatch.isEmpty() ? List.of() : byPatch.lastEntry().getValue();
  }

  /** The patches at which the rules change, in order; 0 for the base. */
  public List<Integer> changes() {
    return List.copyOf(byPatch.keySet());
  }
}
