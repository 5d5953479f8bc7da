package dev.galley.kernelc.types;

import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.symbols.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of a name's meanings a file sees. */
final class Names {

  /** Architectures that have no 64-bit kernel: never seen from elsewhere. */
  private static final Set<String> NARROW =
      Set.of(
          "arc",
          "arm",
          "csky",
          "hexagon",
          "m68k",
          "microblaze",
          "nios2",
          "openrisc",
          "sh",
          "xtensa");

  private static final int FAR = 5;
  private static final int NOT_SEEN = 9;

  private final Symbols symbols;
  private final Map<Key, List<Symbol>> seen = new ConcurrentHashMap<>();

  private record Key(List<SymbolKind> kinds, String name, String from) {}

  Names(Symbols symbols) {
    this.symbols = symbols;
  }

  /**
   * The meanings that a name may have: those of the same file, else of files that it includes, else
   * of the nearest; more than one only where configuration or architecture decides. Of a name in a
   * header or macro body those that the header itself includes come first.
   */
  List<Symbol> seen(List<SymbolKind> kinds, String name, Context context) {
    List<Symbol> near = seen(kinds, name, context.from());
    String place = context.file().path();
    if (near.size() == 1 || place.equals(context.from())) {
      return near;
    }
    List<Symbol> own =
        seen(kinds, name, place).stream().filter(each -> isReached(place, each)).toList();
    List<Symbol> both =
        near.stream()
            .filter(each -> own.stream().anyMatch(other -> isSamePlace(each, other)))
            .toList();
    return !both.isEmpty() ? both : near.isEmpty() || !own.isEmpty() ? own : near;
  }

  private static boolean isSamePlace(Symbol one, Symbol other) {
    return one.file().path().equals(other.file().path())
        && one.external().span().equals(other.external().span());
  }

  private List<Symbol> seen(List<SymbolKind> kinds, String name, String from) {
    Key key = new Key(kinds, name, from);
    List<Symbol> known = seen.get(key);
    if (known == null) {
      known = choose(kinds, name, from);
      seen.put(key, known);
    }
    return known;
  }

  private List<Symbol> choose(List<SymbolKind> kinds, String name, String from) {
    List<Symbol> all = new ArrayList<>();
    for (SymbolKind kind : kinds) {
      for (Symbol symbol : symbols.find(kind, name, from)) {
        if (mayReach(from, symbol.file().path()) && truth(symbol) != Lp64.Truth.NO) {
          all.add(symbol);
        }
      }
    }
    if (all.size() == 1 && all.get(0).file().path().startsWith("include/")) {
      return all;
    }
    List<Symbol> best = new ArrayList<>();
    int nearest = Integer.MAX_VALUE;
    for (Symbol symbol : all) {
      int tier = tier(from, symbol.file().path());
      if (tier < nearest) {
        nearest = tier;
        best.clear();
      }
      if (tier == nearest) {
        best.add(symbol);
      }
    }
    boolean far = nearest == FAR && !isType(best.get(0)) && !isNear(from, best.get(0));
    return nearest == NOT_SEEN || far ? List.of() : List.copyOf(best);
  }

  private static boolean isType(Symbol symbol) {
    return symbol.kind() == SymbolKind.RECORD
        || symbol.kind() == SymbolKind.TYPEDEF
        || symbol.kind() == SymbolKind.ENUM;
  }

  /** Whether two files share the first two folders of their paths. */
  private static boolean isNear(String from, Symbol symbol) {
    int first = from.indexOf('/');
    int second = first < 0 ? -1 : from.indexOf('/', first + 1);
    return second > 0 && symbol.file().path().startsWith(from.substring(0, second + 1));
  }

  /** Whether a file can see another at all: no other .c file, no other or narrow architecture. */
  private static boolean mayReach(String from, String definer) {
    if (from.equals(definer)) {
      return true;
    }
    String arch = architecture(definer);
    String own = architecture(from);
    if (!arch.isEmpty() && !arch.equals(own) && (!own.isEmpty() || NARROW.contains(arch))) {
      return false;
    }
    return !isNarrow(definer) && (!isTool(definer) || isTool(from));
  }

  /** The half of a header that only a 32-bit kernel includes. */
  private static boolean isNarrow(String path) {
    return path.endsWith("_32.h") || path.endsWith("-32.h") || path.endsWith("_x32.h");
  }

  private int tier(String from, String definer) {
    if (from.equals(definer)) {
      return 0;
    }
    if (symbols.reaches(from, definer)) {
      return 1;
    }
    if (definer.endsWith(".c")) {
      return NOT_SEEN;
    }
    if (folder(from).equals(folder(definer))) {
      return 2;
    }
    if (!architecture(from).isEmpty() && architecture(from).equals(architecture(definer))) {
      return 3;
    }
    return definer.startsWith("include/") ? 4 : isTool(definer) ? FAR + 1 : FAR;
  }

  /** Whether a symbol that {@link #seen} gave is in a file that is surely part of the program. */
  private boolean isReached(String from, Symbol symbol) {
    return tier(from, symbol.file().path()) <= 1;
  }

  static String architecture(String path) {
    String at = path.startsWith("tools/") ? path.substring("tools/".length()) : path;
    if (!at.startsWith("arch/")) {
      return "";
    }
    int end = at.indexOf('/', "arch/".length());
    return end < 0 ? "" : at.substring("arch/".length(), end);
  }

  static boolean isTool(String path) {
    return path.startsWith("tools/") || path.startsWith("scripts/") || path.startsWith("samples/");
  }

  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Whether a 64-bit kernel compiles the symbol. */
  static Lp64.Truth truth(Symbol symbol) {
    Lp64.Truth truth = Lp64.Truth.YES;
    for (Branch branch : symbol.conditions()) {
      truth = truth.and(Lp64.of(branch.text(), before(symbol, branch)));
    }
    return truth;
  }

  /** Whether a symbol is only declared where no macro of its name is: {@code #ifndef outw}. */
  static boolean givesWay(Symbol symbol) {
    String name = symbol.name();
    return symbol.conditions().stream()
        .map(branch -> branch.text().replace(" ", ""))
        .anyMatch(
            text ->
                text.equals("#ifndef" + name)
                    || text.contains("!defined(" + name + ")")
                    || text.contains("!defined" + name));
  }

  private static List<String> before(Symbol symbol, Branch branch) {
    if (!branch.opening().continuesGroup()) {
      return List.of();
    }
    for (Group group : symbol.file().outline().groupsAround(branch.firstToken())) {
      int at = group.branches().indexOf(branch);
      if (at >= 0) {
        return group.branches().subList(0, at).stream().map(Branch::text).toList();
      }
    }
    return List.of();
  }

  /** When the symbol holds, for people; its path where no conditional stands around it. */
  static String condition(Symbol symbol) {
    if (symbol.conditions().isEmpty()) {
      return symbol.file().path();
    }
    Branch inner = symbol.conditions().get(symbol.conditions().size() - 1);
    List<String> before = before(symbol, inner);
    String text =
        inner.opening().word().equals("else") && !before.isEmpty()
            ? "not " + before.get(before.size() - 1)
            : inner.text();
    return text + " in " + symbol.file().path();
  }
}
