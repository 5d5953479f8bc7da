package dev.galley.kernelc.symbols;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Outline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that one file gives a meaning at file level. */
final class FileNames {

  private static final Set<SymbolKind> RIVALS =
      EnumSet.complementOf(EnumSet.of(SymbolKind.RECORD, SymbolKind.ENUM));

  /** A kind of name. */
  record Key(SymbolKind kind, String name) {}

  /** Where: the external declaration and the token of the name. */
  record Place(External external, int token) {}

  private final CFile file;
  private volatile Map<Key, List<Place>> places = Map.of();
  private volatile boolean known;

  FileNames(CFile file) {
    this.file = file;
  }

  /** Where each name is given a meaning; worked out when first asked for. */
  private Map<Key, List<Place>> places() {
    if (!known) {
      Map<Key, List<Place>> found = new HashMap<>();
      Outline outline = file.outline();
      for (External external : outline.externals()) {
        new ExternalNames(outline.tokens(), external)
            .each(
                (kind, name, token) ->
                    found
                        .computeIfAbsent(new Key(kind, name), key -> new ArrayList<>(1))
                        .add(new Place(external, token)));
        // Macros may be defined amid a declaration: flags beside the member that holds them.
        for (External define : outline.definesInside(external)) {
          found
              .computeIfAbsent(new Key(SymbolKind.MACRO, define.name()), key -> new ArrayList<>(1))
              .add(new Place(define, define.firstToken()));
        }
      }
      places = found;
      known = true;
    }
    return places;
  }

  CFile file() {
    return file;
  }

  /** Every name that is given a meaning. */
  Set<String> all() {
    return places().keySet().stream().map(Key::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Every place of a name, in order. */
  List<Symbol> find(SymbolKind kind, String name) {
    return places().getOrDefault(new Key(kind, name), List.of()).stream()
        .map(place -> new Symbol(kind, name, file, place.external(), conditions(place.token())))
        .toList();
  }

  /** Every place that gives a name a meaning, tags aside. */
  List<Symbol> meanings(String name) {
    return RIVALS.stream().flatMap(kind -> find(kind, name).stream()).toList();
  }

  /**
   * Whether a name means something else here that stands for it in the same places: a macro for a
   * function.
   */
  boolean rivals(SymbolKind kind, String name) {
    return RIVALS.contains(kind)
        && RIVALS.stream().anyMatch(other -> places().containsKey(new Key(other, name)));
  }

  private List<Branch> conditions(int token) {
    return file.outline().groupsAround(token).stream()
        .filter(group -> !group.isIncludeGuard())
        .flatMap(group -> group.branchAt(token).stream())
        .toList();
  }
}
