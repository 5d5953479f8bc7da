package dev.galley.kernelc.symbols;

import dev.galley.kernelc.symbols.Hashes.Space;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names found by looking through the tree's files, each time for some words; kept by word. */
final class ScannedNames implements NameIndex {

  /** Files whose includes are kept. */
  private static final int MAX_FACTS = 20_000;

  private final Tree tree;
  private final SourceCache sources;
  private final Map<String, Boolean> there = new ConcurrentHashMap<>();
  private final Map<String, List<String>> includes = new ConcurrentHashMap<>();

  /** The files that mention a word, and those that may define it. */
  private record Places(List<String> mentions, Map<Space, List<String>> definers) {}

  private final Map<String, Places> places = new HashMap<>();

  ScannedNames(Tree tree, SourceCache sources) {
    this.tree = tree;
    this.sources = sources;
  }

  @Override
  public List<String> mentions(String word) {
    return places(word).mentions();
  }

  @Override
  public List<String> definers(Space space, String name) {
    return places(name).definers().getOrDefault(space, List.of());
  }

  private synchronized Places places(String word) {
    prepare(Set.of(word));
    return places.getOrDefault(word, new Places(List.of(), Map.of()));
  }

  @Override
  public synchronized void prepare(Set<String> words) {
    Map<String, WordSearch> wanted = new HashMap<>();
    for (String word : words) {
      if (!word.isEmpty() && !places.containsKey(word)) {
        wanted.put(word, new WordSearch(word));
        places.put(word, new Places(new ArrayList<>(), new HashMap<>()));
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    FactScanner scanner = new FactScanner();
    TreeScan.of(tree)
        .scan(
            wanted.keySet(),
            TreeScan.Needs.ANY,
            match -> {
              byte[] octets = match.bytes().toArray();
              FileFacts facts = scanner.scan(octets, octets.length);
              wanted.forEach(
                  (word, search) -> {
                    if (search.isIn(octets, octets.length)) {
                      add(places.get(word), match.path(), word, facts);
                    }
                  });
            });
  }

  private static void add(
      @org.jspecify.annotations.Nullable Places places, String path, String word, FileFacts facts) {
    if (places == null) {
      return;
    }
    places.mentions().add(path);
    for (Space space : Space.values()) {
      if (facts.defines(space, word)) {
        places.definers().computeIfAbsent(space, key -> new ArrayList<>()).add(path);
      }
    }
  }

  @Override
  public Optional<List<String>> includes(String path) {
    if (!has(path)) {
      return Optional.empty();
    }
    if (includes.size() > MAX_FACTS) {
      includes.clear();
    }
    return Optional.of(includes.computeIfAbsent(path, this::readIncludes));
  }

  private List<String> readIncludes(String path) {
    return sources.octets(path).map(IncludeLines::of).orElse(List.of());
  }

  @Override
  public boolean has(String path) {
    return there.computeIfAbsent(path, key -> TreeScan.isC(key) && tree.entry(key).isPresent());
  }

  @Override
  public boolean isCheap() {
    return false;
  }
}
