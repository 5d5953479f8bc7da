package dev.galley.kernelc.symbols;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.symbols.Hashes.Space;
import dev.galley.text.Bytes;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of a tree, by its index or by looking through its files.
 *
 * <p>Without an index a look through a kernel takes a second or two. So a name that the asking file
 * or what it includes gives any meaning in the same space of names is then not looked for
 * elsewhere: with an index every place is given, without one every place where none is near. {@link
 * #prepare} looks for several names at once.
 *
 * <p>Not known: folders that makefiles add to the search for includes, generated headers, and names
 * that a macro makes ({@code DEFINE_MUTEX(x)}, {@code SYSCALL_DEFINE}).
 */
public final class TreeSymbols implements Symbols {

  /** Octets of source whose outlines are kept; each is some ten times as large. */
  private static final long KEPT = 48L << 20;

  private final Tree tree;
  private final SourceCache sources;
  private final Map<String, FileNames> files = new LinkedHashMap<>(64, 0.75f, true);
  private long kept;
  private volatile NameIndex names;
  private volatile IncludePaths includes;

  private TreeSymbols(Tree tree, SourceCache sources, NameIndex names) {
    this.tree = tree;
    this.sources = sources;
    this.names = names;
    this.includes = new IncludePaths(names);
  }

  /** The names of a tree that has an index. */
  public static TreeSymbols of(Tree tree, TreeIndex index) {
    return new TreeSymbols(tree, new SourceCache(tree), index.names());
  }

  /** The names of a tree without an index. */
  public static TreeSymbols of(Tree tree) {
    SourceCache sources = new SourceCache(tree);
    return new TreeSymbols(tree, sources, new ScannedNames(tree, sources));
  }

  /**
   * The names of a tree that was changed.
   *
   * @param changed every path at which it differs from this one
   */
  public TreeSymbols with(Tree patched, Set<String> changed) {
    return new TreeSymbols(
        patched, new SourceCache(patched), new OverlayNames(names, patched, changed));
  }

  /** Says which names will be asked for: without an index they are then looked for together. */
  public void prepare(Collection<String> wanted) {
    names.prepare(Set.copyOf(wanted));
  }

  /**
   * The paths of the files that can have a word, in order: perhaps some too many, never one too
   * few.
   */
  public List<String> mentions(String word) {
    try {
      return names.mentions(word);
    } catch (IndexImage.DamagedException e) {
      doWithoutIndex();
      return names.mentions(word);
    }
  }

  @Override
  public List<Symbol> find(SymbolKind kind, String name, String from) {
    try {
      return look(kind, name, from);
    } catch (IndexImage.DamagedException e) {
      doWithoutIndex();
      return look(kind, name, from);
    }
  }

  @Override
  public boolean reaches(String from, String definer) {
    try {
      return includes.reaches(from, definer);
    } catch (IndexImage.DamagedException e) {
      doWithoutIndex();
      return includes.reaches(from, definer);
    }
  }

  @Override
  public Optional<CFile> file(String path) {
    return names(path).map(FileNames::file);
  }

  /** A file that has every one of some words; empty where it has not, or there is none. */
  public Optional<CFile> file(String path, Set<String> words) {
    return words.stream().allMatch(word -> sources.has(path, new WordSearch(word)))
        ? file(path)
        : Optional.empty();
  }

  /** Whether there is a file that can be read and is not too large. */
  public boolean isReadable(String path) {
    return sources.octets(path).isPresent();
  }

  private synchronized void doWithoutIndex() {
    if (names.isCheap()) {
      names = new ScannedNames(tree, sources);
      includes = new IncludePaths(names);
    }
  }

  private List<Symbol> look(SymbolKind kind, String name, String from) {
    if (!names.isCheap()) {
      boolean hasOtherMeaning = false;
      for (String near : includes.closure(from).paths()) {
        Optional<FileNames> file = naming(near, name);
        List<Symbol> found = file.map(known -> known.find(kind, name)).orElse(List.of());
        if (!found.isEmpty()) {
          return found;
        }
        hasOtherMeaning |= file.filter(known -> known.rivals(kind, name)).isPresent();
      }
      if (hasOtherMeaning) {
        return List.of();
      }
    }
    List<Symbol> found = new ArrayList<>();
    for (String path : ordered(names.definers(Space.of(kind), name), from)) {
      naming(path, name).ifPresent(file -> found.addAll(file.find(kind, name)));
    }
    return found;
  }

  /**
   * The names of a file that has a word; cutting a file costs far more than finding that it has
   * not.
   */
  private Optional<FileNames> naming(String path, String word) {
    synchronized (this) {
      FileNames known = files.get(path);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return sources.has(path, new WordSearch(word))
        ? sources.read(path).map(bytes -> keep(path, bytes))
        : Optional.empty();
  }

  private List<String> ordered(List<String> paths, String from) {
    if (paths.size() < 2) {
      return paths;
    }
    Map<String, Integer> ranks = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>(paths);
    all.forEach(path -> ranks.put(path, rank(path, from)));
    List<String> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparing((String path) -> ranks.getOrDefault(path, 0))
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  /** The smaller, the likelier that a file sees it. */
  private int rank(String path, String from) {
    int rank = 0;
    if (path.equals(from)) {
      return rank;
    }
    rank++;
    if (includes.closure(from).contains(path)) {
      return rank;
    }
    rank++;
    if (includes.reaches(from, path)) {
      return rank;
    }
    rank++;
    if (IncludePaths.folder(path).equals(IncludePaths.folder(from))) {
      return rank;
    }
    rank++;
    if (path.startsWith("arch/" + IncludePaths.arch(from) + "/include/")) {
      return rank;
    }
    rank++;
    if (path.startsWith("include/")) {
      return rank;
    }
    rank++;
    return path.startsWith("tools/") && !from.startsWith("tools/") ? rank + 1 : rank;
  }

  private Optional<FileNames> names(String path) {
    synchronized (this) {
      FileNames known = files.get(path);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return sources.read(path).map(bytes -> keep(path, bytes));
  }

  private FileNames keep(String path, Bytes bytes) {
    FileNames made = new FileNames(CFile.of(path, bytes));
    synchronized (this) {
      FileNames other = files.putIfAbsent(path, made);
      if (other != null) {
        return other;
      }
      kept += bytes.length();
      var eldest = files.entrySet().iterator();
      while (kept > KEPT && files.size() > 1) {
        kept -= eldest.next().getValue().file().bytes().length();
        eldest.remove();
      }
    }
    return made;
  }
}
