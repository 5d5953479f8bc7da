package dev.galley.convert;

import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What functions and macros of a series' base stand for; nothing without a base. */
final class BaseHelpers {

  private static final int MOST_LOOKED_UP = 400;

  private final Optional<CodeState> state;
  private final String from;
  private final Map<String, Optional<Rule>> known = new LinkedHashMap<>();

  BaseHelpers(SeriesCode code) {
    Optional<SeriesPatch> first = code.series().patches().stream().findFirst();
    this.state =
        code.base().isPresent()
            ? first.flatMap(patch -> code.before(patch.number()))
            : Optional.empty();
    this.from =
        first
            .flatMap(patch -> patch.diff().files().stream().findFirst())
            .map(file -> file.path())
            .orElse("");
  }

  /** Says which names will be asked for. */
  void prepare(Set<String> names) {
    state.ifPresent(tree -> tree.symbols().prepare(names));
  }

  /** The rule of a helper; empty where it is none, or nobody knows it. */
  Optional<Rule> helper(String name) {
    Optional<Rule> rule = known.get(name);
    if (rule == null) {
      rule =
          known.size() < MOST_LOOKED_UP
              ? state.flatMap(tree -> look(tree, name))
              : Optional.empty();
      known.put(name, rule);
    }
    return rule;
  }

  private Optional<Rule> look(CodeState tree, String name) {
    List<Symbol> symbols = new ArrayList<>(tree.symbols().find(SymbolKind.MACRO, name, from));
    symbols.addAll(tree.symbols().find(SymbolKind.FUNCTION, name, from));
    for (Symbol symbol : symbols) {
      Optional<Rule> rule =
          DefinitionReader.read(symbol.file(), symbol.external(), 0)
              .definition()
              .filter(definition -> !HelperRules.callsItself(definition))
              .flatMap(HelperRules::of);
      if (rule.isPresent()) {
        return rule;
      }
    }
    return Optional.empty();
  }
}
