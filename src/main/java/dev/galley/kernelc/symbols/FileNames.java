package dev.galley.kernelc.symbols;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Outline;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        if (external.what() != External.What.DEFINE) {
          addInnerMacros(outline.tokens(), external, found);
        }
      }
      places = found;
      known = true;
    }
    return places;
  }

  /** The macros that are defined amid a declaration: flags beside the member that holds them. */
  private static void addInnerMacros(
      CTokens tokens, External external, Map<Key, List<Place>> found) {
    for (int token = external.firstToken(); token < external.endToken(); token++) {
      if (tokens.is(token, Kind.DIRECTIVE) && Directives.word(tokens, token).equals("define")) {
        int line = token;
        Directives.nameOf(tokens, token)
            .ifPresent(
                name ->
                    found
                        .computeIfAbsent(new Key(SymbolKind.MACRO, name), key -> new ArrayList<>(1))
                        .add(new Place(define(tokens, line, name), line)));
      }
    }
  }

  private static External define(CTokens tokens, int line, String name) {
    Span span = tokens.span(line);
    return new External(External.What.DEFINE, name, line, line, line + 1, -1, span);
  }

  CFile file() {
    return file;
  }

  /** Every place of a name, in order. */
  List<Symbol> find(SymbolKind kind, String name) {
    return places().getOrDefault(new Key(kind, name), List.of()).stream()
        .map(place -> new Symbol(kind, name, file, place.external(), conditions(place.token())))
        .toList();
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
