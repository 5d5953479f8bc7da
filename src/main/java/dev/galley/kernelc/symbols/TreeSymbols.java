package dev.galley.kernelc.symbols;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.NameOracle;
import dev.galley.kernelc.symbols.Hashes.Space;
import dev.galley.text.Bytes;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of a tree, by its index or by looking through its files.
 *
 * <p>Without an index a look through a kernel takes a second or two. So a name that the asking file
 * or what it includes gives any meaning in the same space of names is then not looked for
 * elsewhere: with an index every place is given, without one every place where none is near. {@link
 * #prepare} looks for several names at once.
 *
 * <p>With an index the files that it gives have their guesses held against what their names are
 * defined as, see {@link NameOracle}.
 *
 * <p>Not known: folders that makefiles add to the search for includes, generated headers, and names
 * that a macro makes ({@code DEFINE_MUTEX(x)}, {@code SYSCALL_DEFINE}).
 */
public final class TreeSymbols implements Symbols {

  /** Octets of source whose outlines are kept; each is some ten times as large. */
  private static final long KEPT = 48L << 20;

  /** The kernel's makefile includes it before each file of C. */
  private static final String ALWAYS_INCLUDED = "include/linux/compiler_types.h";

  private final Tree tree;
  private final SourceCache sources;
  private final Map<String, FileNames> files = new LinkedHashMap<>(64, 0.75f, true);
  private final boolean isNear;

  /** Who has the files that are the same there; of all others {@link #below}, or this. */
  private final Map<String, TreeSymbols> owners;

  private final Optional<TreeSymbols> below;
  private long kept;
  private volatile NameIndex names;
  private volatile IncludePaths includes;

  private TreeSymbols(Tree tree, SourceCache sources, NameIndex names, boolean isNear) {
    this.tree = tree;
    this.sources = sources;
    this.names = names;
    this.includes = new IncludePaths(names);
    this.isNear = isNear;
    this.owners = Map.of();
    this.below = Optional.empty();
  }

  // The map of owners holds this, and hands it to nobody before it is whole.
  @SuppressWarnings("this-escape")
  private TreeSymbols(TreeSymbols before, Tree patched, Set<String> changed) {
    this.tree = patched;
    this.sources = new SourceCache(patched);
    OverlayNames over = OverlayNames.over(before.names, patched, changed);
    this.names = over;
    this.includes =
        over.includesAsIn(before.names, changed) ? before.includes : new IncludePaths(over);
    this.isNear = before.isNear;
    Map<String, TreeSymbols> owned = new HashMap<>(before.owners);
    changed.forEach(path -> owned.put(path, this));
    this.owners = owned;
    this.below = Optional.of(before.below.orElse(before));
  }

  /** The names of a tree that has an index. */
  public static TreeSymbols of(Tree tree, TreeIndex index) {
    return new TreeSymbols(tree, new SourceCache(tree), index.names(), false);
  }

  /** The names of a tree without an index. */
  public static TreeSymbols of(Tree tree) {
    SourceCache sources = new SourceCache(tree);
    return new TreeSymbols(tree, sources, new ScannedNames(tree, sources), false);
  }

  /**
   * The names of a tree for who asks about some files and cannot wait for the whole tree: a name is
   * looked for in the file and what it includes; elsewhere only where that has none, with an index
   * alone, and in headers alone.
   */
  public static TreeSymbols near(Tree tree, Optional<TreeIndex> index) {
    SourceCache sources = new SourceCache(tree);
    NameIndex names =
        index.<NameIndex>map(TreeIndex::names).orElseGet(() -> new ScannedNames(tree, sources));
    return new TreeSymbols(tree, sources, names, true);
  }

  /**
   * The names of a tree that was changed. Files that did not change are shared, with what is known
   * of them.
   *
   * @param changed every path at which it differs from this one
   */
  public TreeSymbols with(Tree patched, Set<String> changed) {
    return new TreeSymbols(this, patched, changed);
  }

  /** Whoever has a path as it is here. */
  private TreeSymbols owner(String path) {
    TreeSymbols owner = owners.get(path);
    return owner != null ? owner : below.orElse(this);
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

  /** Whether questions take a moment only: there is an index. Else a new name is a look through. */
  public boolean isIndexed() {
    return names.isCheap();
  }

  /**
   * The paths of the files that may give a name a meaning at file level, wherever they are, in
   * order; perhaps some too many.
   */
  public List<String> definers(SymbolKind kind, String name) {
    try {
      return names.definers(Space.of(kind), name);
    } catch (IndexImage.DamagedException e) {
      doWithoutIndex();
      return names.definers(Space.of(kind), name);
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

  /** The names that a file gives a meaning at file level; none where it cannot be read. */
  public Set<String> namesIn(String path) {
    return names(path).map(FileNames::all).orElse(Set.of());
  }

  /** The files that a file reaches by {@code #include}, itself first, nearest first. */
  public List<String> reached(String path) {
    try {
      return includes.closure(path).paths();
    } catch (IndexImage.DamagedException e) {
      doWithoutIndex();
      return includes.closure(path).paths();
    }
  }

  /** The file that an {@code #include} of another means: {@code <linux/pci.h>}, {@code "x.h"}. */
  public Optional<String> included(String from, String target) {
    try {
      return includes.included(from, target);
    } catch (IndexImage.DamagedException e) {
      doWithoutIndex();
      return includes.included(from, target);
    }
  }

  @Override
  public Optional<CFile> file(String path) {
    return names(path).map(FileNames::file);
  }

  /** A file that has every one of some words; empty where it has not, or there is none. */
  public Optional<CFile> file(String path, Set<String> words) {
    return words.stream().allMatch(word -> owner(path).sources.has(path, new WordSearch(word)))
        ? file(path)
        : Optional.empty();
  }

  /**
   * Every place of the whole tree that gives a name a meaning of a kind, in the order of paths;
   * without an index that is a look through the tree, unless {@link #prepare} was told.
   */
  public List<Symbol> everywhere(SymbolKind kind, String name) {
    List<Symbol> found = new ArrayList<>();
    for (String path : names.definers(Space.of(kind), name)) {
      naming(path, name).ifPresent(file -> found.addAll(file.find(kind, name)));
    }
    return found;
  }

  /** Whether there is a file that can be read and is not too large. */
  public boolean isReadable(String path) {
    return owner(path).sources.octets(path).isPresent();
  }

  /** What names mean in a file; without an index it knows nothing. */
  public NameOracle oracle(String path) {
    return names.isCheap() ? new FileOracle(this, path) : NameOracle.NONE;
  }

  /**
   * Every meaning of a name, tags aside, in the files that a file reaches; none without an index,
   * where each question would be a look through the tree.
   */
  List<Symbol> inReach(String name, String from) {
    NameIndex index = names;
    if (!index.isCheap()) {
      return List.of();
    }
    try {
      Set<String> paths = new TreeSet<>(index.definers(Space.MACRO, name));
      paths.addAll(index.definers(Space.ORDINARY, name));
      List<Symbol> found = new ArrayList<>();
      paths.removeIf(
          path -> !includes.reaches(from, path) && !includes.reaches(ALWAYS_INCLUDED, path));
      for (String path : ordered(List.copyOf(paths), from)) {
        naming(path, name).ifPresent(file -> found.addAll(file.meanings(name)));
      }
      return found;
    } catch (IndexImage.DamagedException e) {
      doWithoutIndex();
      return List.of();
    }
  }

  private synchronized void doWithoutIndex() {
    if (names.isCheap()) {
      names = new ScannedNames(tree, sources);
      includes = new IncludePaths(names);
    }
  }

  private List<Symbol> look(SymbolKind kind, String name, String from) {
    if (isNear && names.isCheap()) {
      return lookNear(kind, name, from);
    }
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
      if (hasOtherMeaning || isNear) {
        return List.of();
      }
    }
    List<Symbol> found = new ArrayList<>();
    for (String path : ordered(names.definers(Space.of(kind), name), from)) {
      naming(path, name).ifPresent(file -> found.addAll(file.find(kind, name)));
    }
    return found;
  }

  /** The same with an index: of the files that may define it those that the file includes first. */
  private List<Symbol> lookNear(SymbolKind kind, String name, String from) {
    Set<String> definers = new LinkedHashSet<>(names.definers(Space.of(kind), name));
    if (definers.isEmpty()) {
      return List.of();
    }
    Reached closure = includes.closure(from);
    List<String> reached = new ArrayList<>(definers.stream().filter(closure::contains).toList());
    if (reached.size() > 1) {
      List<String> order = closure.paths();
      reached.sort(Comparator.comparingInt(order::indexOf));
    }
    for (String near : reached) {
      List<Symbol> found =
          naming(near, name).map(known -> known.find(kind, name)).orElse(List.of());
      if (!found.isEmpty()) {
        return found;
      }
    }
    definers.removeIf(path -> !isWithinSight(path, from, kind));
    List<Symbol> found = new ArrayList<>();
    for (String path : ordered(List.copyOf(definers), from)) {
      naming(path, name).ifPresent(file -> found.addAll(file.find(kind, name)));
    }
    return found;
  }

  /**
   * Whether a header that a file does not include may still be what it sees, by a way that is not
   * known: of types any, of values and macros one for all, of its architecture, or from nearby.
   */
  private static boolean isWithinSight(String path, String from, SymbolKind kind) {
    boolean isType =
        kind == SymbolKind.RECORD || kind == SymbolKind.ENUM || kind == SymbolKind.TYPEDEF;
    return path.endsWith(".h")
        && (isType
            || path.startsWith("include/")
            || path.startsWith("arch/" + IncludePaths.arch(from) + "/")
            || path.startsWith(nearby(from)));
  }

  /** The first two folders of a path. */
  private static String nearby(String from) {
    int second = from.indexOf('/', from.indexOf('/') + 1);
    return from.substring(0, second + 1);
  }

  /**
   * The names of a file that has a word; cutting a file costs far more than finding that it has
   * not.
   */
  private Optional<FileNames> naming(String path, String word) {
    return owner(path).ownNaming(path, word);
  }

  private Optional<FileNames> ownNaming(String path, String word) {
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
    return owner(path).ownNames(path);
  }

  private Optional<FileNames> ownNames(String path) {
    synchronized (this) {
      FileNames known = files.get(path);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return sources.read(path).map(bytes -> keep(path, bytes));
  }

  private FileNames keep(String path, Bytes bytes) {
    FileNames made = new FileNames(CFile.of(path, bytes, oracle(path)));
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
