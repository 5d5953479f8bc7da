package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.NameMeaning.Verdict;
import dev.galley.kernelc.lex.PositionPass.Unit;
import dev.galley.kernelc.lex.Roles.Certainty;
import dev.galley.kernelc.lex.Roles.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the guesses of the position pass against the definitions of their names. What these
 * contradict is walked over once more with the definitions known; the other names keep their role.
 */
final class RoleCheck {

  private final VisibleTokens visible;
  private final Unit unit;
  private final NameOracle oracle;
  private final Map<Vocabulary.Use, Optional<NameMeaning>> asked = new HashMap<>();

  RoleCheck(VisibleTokens visible, Unit unit, NameOracle oracle) {
    this.visible = visible;
    this.unit = unit;
    this.oracle = oracle;
  }

  CheckedRoles run() {
    Row first = walk(Map.of());
    List<Integer> guesses = guesses(first);
    if (guesses.isEmpty()) {
      return new CheckedRoles(first.roles(), first.roles(), List.of());
    }
    Map<Vocabulary.Use, NameMeaning> wrong = new HashMap<>();
    for (int i : guesses) {
      Optional<NameMeaning> meaning = meaning(first, i);
      if (meaning.isPresent() && verdict(first, i, meaning.get()) == Verdict.OVERTURNED) {
        wrong.put(first.words().use(i), meaning.get());
      }
    }
    Roles shape = roles(first);
    if (wrong.isEmpty()) {
      return new CheckedRoles(shape, shape, told(first, guesses, first));
    }
    Row second = walk(wrong);
    return new CheckedRoles(roles(second), shape, told(first, guesses, second));
  }

  private Row walk(Map<Vocabulary.Use, NameMeaning> meanings) {
    Row row = new Row(visible, meanings);
    new RoleWalk(row, unit).run();
    return row;
  }

  private static List<Integer> guesses(Row row) {
    List<Integer> guesses = new ArrayList<>();
    for (int i = 0; i < row.count(); i++) {
      if (row.isGuess(i)) {
        guesses.add(i);
      }
    }
    return guesses;
  }

  /** What the index knows; nothing of a name that the row itself declares, or that C knows. */
  private Optional<NameMeaning> meaning(Row row, int i) {
    return row.declares(row.name(i)) || KnownNames.isSureType(row.name(i))
        ? Optional.empty()
        : asked.computeIfAbsent(
            row.words().use(i), use -> oracle.meaning(use.name(), use.called()));
  }

  private static Verdict verdict(Row row, int i, NameMeaning meaning) {
    if (row.rule(i) != null) {
      return meaning.verdict(row.kind(i));
    }
    return meaning.is(NameMeaning.Sort.TYPE) ? Verdict.OVERTURNED : Verdict.CONFIRMED;
  }

  /** The roles with what is confirmed marked as such. */
  private Roles roles(Row row) {
    Map<Integer, Role> roles = new LinkedHashMap<>(row.roles().roles());
    for (int i = 0; i < row.count(); i++) {
      Rule rule = row.rule(i);
      if (rule != null && (row.isGuess(i) || row.words().given(i) != null)) {
        Optional<NameMeaning> meaning = meaning(row, i);
        if (meaning.isPresent() && meaning.get().verdict(row.kind(i)) == Verdict.CONFIRMED) {
          roles.put(
              row.token(i),
              new Role(row.kind(i), id(row, i, rule), Certainty.INDEX, meaning.get().evidence()));
        }
      }
    }
    return new Roles(roles);
  }

  private static String id(Row row, int i, Rule rule) {
    boolean byName = rule.certainty() == Certainty.KNOWN && row.words().given(i) != null;
    return byName ? "defined-so" : rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<CheckedRoles.Answer> told(Row first, List<Integer> guesses, Row last) {
    List<CheckedRoles.Answer> told = new ArrayList<>();
    for (int i : guesses) {
      Optional<NameMeaning> meaning = meaning(first, i);
      CheckedRoles.Result result =
          meaning
              .map(known -> result(verdict(first, i, known), isSame(first, last, i)))
              .orElse(CheckedRoles.Result.NOT_KNOWN);
      @Nullable Rule rule = first.rule(i);
      told.add(
          new CheckedRoles.Answer(
              first.token(i),
              first.kind(i),
              rule == null ? "no-type" : id(first, i, rule),
              last.kind(i),
              result,
              meaning.map(NameMeaning::evidence).orElse("")));
    }
    return told;
  }

  private static boolean isSame(Row first, Row last, int i) {
    return first.kind(i) == last.kind(i);
  }

  private static CheckedRoles.Result result(Verdict verdict, boolean same) {
    return switch (verdict) {
      case CONFIRMED -> CheckedRoles.Result.CONFIRMED;
      case OPEN -> CheckedRoles.Result.OPEN;
      case OVERTURNED -> same ? CheckedRoles.Result.KEPT : CheckedRoles.Result.OVERTURNED;
    };
  }
}
