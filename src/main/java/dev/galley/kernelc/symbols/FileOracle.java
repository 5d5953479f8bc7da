package dev.galley.kernelc.symbols;

import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.MacroShape;
import dev.galley.kernelc.lex.NameMeaning;
import dev.galley.kernelc.lex.NameMeaning.Sort;
import dev.galley.kernelc.lex.NameOracle;
import dev.galley.text.Bytes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What names mean in one file of a tree: what it and the files that it includes define. */
final class FileOracle implements NameOracle {

  /** How many macros are followed that stand for another one. */
  private static final int DEEPEST = 6;

  private final TreeSymbols symbols;
  private final String path;
  private final Map<Use, Optional<NameMeaning>> known = new ConcurrentHashMap<>();

  private record Use(String name, boolean called) {}

  FileOracle(TreeSymbols symbols, String path) {
    this.symbols = symbols;
    this.path = path;
  }

  @Override
  public Optional<NameMeaning> meaning(String name, boolean called) {
    return meaning(new Use(name, called), 0);
  }

  private Optional<NameMeaning> meaning(Use use, int depth) {
    Optional<NameMeaning> before = known.get(use);
    if (before != null) {
      return before;
    }
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    Optional<NameMeaning> found = look(use, depth);
    known.put(use, found);
    return found;
  }

  private Optional<NameMeaning> look(Use use, int depth) {
    Set<Sort> sorts = EnumSet.noneOf(Sort.class);
    String evidence = "";
    for (Symbol symbol : symbols.inReach(use.name(), path)) {
      Set<Sort> each = sorts(symbol, use, depth);
      if (evidence.isEmpty() && !each.isEmpty()) {
        evidence = place(symbol);
      }
      sorts.addAll(each);
    }
    return sorts.isEmpty() ? Optional.empty() : Optional.of(new NameMeaning(sorts, evidence));
  }

  private Set<Sort> sorts(Symbol symbol, Use use, int depth) {
    return switch (symbol.kind()) {
      case TYPEDEF -> Set.of(Sort.TYPE);
      case FUNCTION -> isMacroCall(symbol) ? Set.of() : Set.of(Sort.ORDINARY);
      case VARIABLE, ENUMERATOR -> Set.of(Sort.ORDINARY);
      case MACRO ->
          MacroShape.of(
              symbol.file().outline().tokens(),
              symbol.external().firstToken(),
              use.called(),
              (name, called) -> meaning(new Use(name, called), depth + 1));
      case RECORD, ENUM -> Set.of();
    };
  }

  /** {@code static DEFINE_TIMER(t, run);} is no prototype, though it is written like one. */
  private static boolean isMacroCall(Symbol symbol) {
    return symbol.external().what() != External.What.FUNCTION
        && symbol.name().equals(symbol.name().toUpperCase(Locale.ROOT));
  }

  private static String place(Symbol symbol) {
    Bytes bytes = symbol.file().bytes();
    int line = bytes.slice(0, symbol.external().span().start()).lineFeeds() + 1;
    return symbol.file().path() + ":" + line;
  }
}
