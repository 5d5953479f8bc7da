package dev.galley.check.convert;

import dev.galley.check.convert.ConfigWords.Literal;
import dev.galley.convert.CodeState;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.symbols.TreeSymbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a file sees what gives a name a meaning, in one state of a tree. */
final class Sight {

  private static final List<SymbolKind> KINDS =
      List.of(SymbolKind.FUNCTION, SymbolKind.MACRO, SymbolKind.VARIABLE, SymbolKind.ENUMERATOR);

  /** What is found. */
  enum Verdict {
    /** A definition or declaration reaches the place in every configuration that builds it. */
    SEEN,
    /** The tree has none. */
    NOWHERE,
    /** There is one, in a file that is not included. */
    NOT_INCLUDED,
    /** There is one, only with options that the place does not ask for. */
    CONDITIONAL,
    /** Nobody can say. */
    UNDECIDED
  }

  /**
   * An answer.
   *
   * @param where a place that gives the name a meaning; empty where none does
   * @param missing what the configuration must have for it to be seen; empty unless conditional
   * @param reason why it is undecided; else empty
   */
  record Answer(Verdict verdict, Optional<Symbol> where, String missing, String reason) {

    static Answer of(Verdict verdict, Optional<Symbol> where) {
      return new Answer(verdict, where, "", "");
    }
  }

  private final TreeSymbols symbols;
  private final BuiltWith built;

  Sight(CodeState state) {
    this.symbols = state.symbols();
    this.built = new BuiltWith(state.tree());
  }

  /**
   * Looks for a name from a place.
   *
   * @param offset an octet of the file
   */
  Answer look(String name, CFile file, int offset) {
    List<Symbol> reached = new ArrayList<>();
    Optional<Symbol> elsewhere = Optional.empty();
    for (SymbolKind kind : KINDS) {
      for (Symbol symbol : symbols.find(kind, name, file.path())) {
        if (symbols.reaches(file.path(), symbol.file().path())) {
          reached.add(symbol);
        } else if (elsewhere.isEmpty()) {
          elsewhere = Optional.of(symbol);
        }
      }
    }
    if (!reached.isEmpty()) {
      return conditional(reached, file, offset);
    }
    if (elsewhere.isEmpty()) {
      elsewhere =
          KINDS.stream().flatMap(kind -> symbols.everywhere(kind, name).stream()).findFirst();
    }
    return Answer.of(elsewhere.isPresent() ? Verdict.NOT_INCLUDED : Verdict.NOWHERE, elsewhere);
  }

  private Answer conditional(List<Symbol> reached, CFile file, int offset) {
    ConfigWords around = ConfigWords.at(file, offset);
    List<Set<Set<Literal>>> open = new ArrayList<>();
    boolean isClear = true;
    for (Symbol symbol : reached) {
      ConfigWords words = ConfigWords.at(symbol.file(), symbol.external().span().start());
      Set<Set<Literal>> left = words.without(around.facts());
      left.removeAll(around.clauses());
      isClear &= words.isWhole();
      if (left.isEmpty() && words.isWhole()) {
        return Answer.of(Verdict.SEEN, Optional.of(symbol));
      }
      open.add(left);
    }
    Optional<Symbol> first = Optional.of(reached.get(0));
    for (Set<Set<Literal>> one : open) {
      if (isClear && ConfigWords.not(one).filter(open::contains).isPresent()) {
        return Answer.of(Verdict.SEEN, first);
      }
    }
    return isClear && around.isWhole()
        ? byMakefile(open, file.path(), first)
        : undecided(first, "the conditions around it cannot be compared");
  }

  private Answer byMakefile(List<Set<Set<Literal>>> open, String path, Optional<Symbol> first) {
    Optional<Set<String>> options = built.of(path);
    if (options.isEmpty()) {
      return undecided(first, "no makefile says plainly when " + path + " is built");
    }
    Set<Literal> given = new HashSet<>();
    options.get().forEach(option -> given.add(new Literal(option, true)));
    for (Set<Set<Literal>> one : open) {
      if (new ConfigWords(one, true).without(given).isEmpty()) {
        return Answer.of(Verdict.SEEN, first);
      }
    }
    String words = ConfigWords.text(open.get(0));
    return options.get().isEmpty()
        ? new Answer(Verdict.CONDITIONAL, first, words, "")
        : undecided(
            first,
            path
                + " is built with "
                + String.join(" and ", options.get())
                + ", which may or may not ask for "
                + words);
  }

  private static Answer undecided(Optional<Symbol> where, String reason) {
    return new Answer(Verdict.UNDECIDED, where, "", reason);
  }
}
