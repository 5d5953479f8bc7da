package dev.galley.kernelc.symbols;

import dev.galley.kernelc.symbols.Hashes.Space;
import dev.galley.text.Bytes;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The names of a base, but for the files that were changed over it: these are kept in memory. */
final class OverlayNames implements NameIndex {

  private final NameIndex base;
  private final Set<String> changed;
  private final Map<String, FileFacts> facts = new TreeMap<>();

  /**
   * Reads the changed files.
   *
   * @param tree as it is after the changes
   * @param changed every path at which it differs from the base
   */
  OverlayNames(NameIndex base, Tree tree, Set<String> changed) {
    this(base, Set.copyOf(changed), Map.of(), tree, changed);
  }

  private OverlayNames(
      NameIndex base,
      Set<String> all,
      Map<String, FileFacts> known,
      Tree tree,
      Set<String> changed) {
    this.base = base;
    this.changed = all;
    facts.putAll(known);
    facts.keySet().removeAll(changed);
    FactScanner scanner = new FactScanner();
    for (String path : changed) {
      if (TreeScan.isC(path)
          && tree.entry(path)
              .filter(entry -> !entry.isSymlink() && !entry.isSubmodule())
              .isPresent()) {
        tree.content(path)
            .map(Bytes::toArray)
            .ifPresent(octets -> facts.put(path, scanner.scan(octets, octets.length)));
      }
    }
  }

  /** The same over an overlay: one layer, in which only what changed once more is read again. */
  static OverlayNames over(NameIndex before, Tree tree, Set<String> changed) {
    if (before instanceof OverlayNames overlay) {
      Set<String> all = new HashSet<>(overlay.changed);
      all.addAll(changed);
      return new OverlayNames(overlay.base, Set.copyOf(all), overlay.facts, tree, changed);
    }
    return new OverlayNames(before, tree, changed);
  }

  /** Whether files at these paths are there, and include what they include, just as before. */
  boolean includesAsIn(NameIndex before, Set<String> paths) {
    return paths.stream()
        .allMatch(
            path -> has(path) == before.has(path) && includes(path).equals(before.includes(path)));
  }

  @Override
  public List<String> mentions(String word) {
    return merge(base.mentions(word), file -> file.mentions(word));
  }

  @Override
  public List<String> definers(Space space, String name) {
    return merge(base.definers(space, name), file -> file.defines(space, name));
  }

  private List<String> merge(List<String> ofBase, Predicate<FileFacts> wanted) {
    List<String> merged = new ArrayList<>(ofBase);
    merged.removeIf(changed::contains);
    facts.forEach(
        (path, file) -> {
          if (wanted.test(file)) {
            merged.add(path);
          }
        });
    merged.sort(String::compareTo);
    return merged;
  }

  @Override
  public Optional<List<String>> includes(String path) {
    FileFacts file = facts.get(path);
    if (file != null) {
      return Optional.of(file.includes());
    }
    return changed.contains(path) ? Optional.empty() : base.includes(path);
  }

  @Override
  public boolean has(String path) {
    return facts.containsKey(path) || (!changed.contains(path) && base.has(path));
  }

  @Override
  public void prepare(Set<String> words) {
    base.prepare(words);
  }

  @Override
  public boolean isCheap() {
    return base.isCheap();
  }
}
