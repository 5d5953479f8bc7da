package dev.galley.convert;

import dev.galley.patch.FileChange;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows places of the tree before a series through its patches, line by line. */
final class SiteFates {

  private final SeriesCode code;
  private final Series series;
  private final Set<String> helpers;
  private final IdentityHashMap<FileChange, LineSteps> steps = new IdentityHashMap<>();

  /**
   * @param helpers the names that may take a place's place
   */
  SiteFates(SeriesCode code, Set<String> helpers) {
    this.code = code;
    this.series = code.series();
    this.helpers = helpers;
  }

  /** A place on its way. */
  static final class Traveller {

    private final String expression;
    private final int column;
    private String path;
    private int line;
    private int patch;
    private String helper = "";
    private boolean isUncertain;

    Traveller(String path, int line, int column, String expression) {
      this.path = path;
      this.line = line;
      this.column = column;
      this.expression = expression;
    }

    String path() {
      return path;
    }

    int line() {
      return line;
    }

    /** The patch that took it away; 0 while it is there. */
    int patch() {
      return patch;
    }

    /** What stands in its place; empty where nothing known does. */
    String helper() {
      return helper;
    }

    /** Whether a patch touched the file in a way that cannot be followed. */
    boolean isUncertain() {
      return isUncertain;
    }

    boolean isThere() {
      return patch == 0;
    }
  }

  /** Moves places from before the first patch to after the last. */
  void follow(Collection<Traveller> travellers) {
    for (SeriesPatch patch : series.patches()) {
      Map<String, List<Traveller>> byPath = new LinkedHashMap<>();
      travellers.stream()
          .filter(Traveller::isThere)
          .forEach(one -> byPath.computeIfAbsent(one.path, key -> new ArrayList<>()).add(one));
      for (FileChange change : patch.diff().files()) {
        List<Traveller> here = byPath.getOrDefault(change.oldPath(), List.of());
        if (!here.isEmpty() && change.kind() != FileChange.Kind.COPIED) {
          step(patch.number(), change, here);
        }
      }
    }
  }

  /** The patch that put a line there which stands in the tree after the last patch, by line. */
  Map<Integer, Integer> addedLines(String path) {
    Map<Integer, Integer> added = new HashMap<>();
    for (SeriesPatch patch : series.patches()) {
      Map<Integer, Integer> next = new HashMap<>();
      for (FileChange change : patch.diff().files()) {
        if (!change.newPath().equals(path)) {
          continue;
        }
        LineSteps moves = steps(patch.number(), change);
        added.forEach(
            (line, from) ->
                moves
                    .of(line)
                    .filter(step -> step.run().isEmpty())
                    .ifPresent(step -> next.put(step.line(), from)));
        for (LineSteps.Run run : moves.runs()) {
          for (int i = 0; i < run.added().size(); i++) {
            next.put(run.after() + i, patch.number());
          }
        }
        added.clear();
        added.putAll(next);
        next.clear();
      }
    }
    return added;
  }

  private LineSteps steps(int patch, FileChange change) {
    return steps.computeIfAbsent(
        change,
        key ->
            LineSteps.of(
                change,
                code.before(patch)
                    .flatMap(state -> state.tree().content(change.oldPath()))
                    .map(LineSteps::lines)
                    .orElse(List.of())));
  }

  private void step(int patch, FileChange change, List<Traveller> here) {
    if (change.newPath().isEmpty()) {
      here.forEach(one -> one.patch = patch);
      return;
    }
    LineSteps moves = steps(patch, change);
    Map<LineSteps.Run, List<Traveller>> replaced = new LinkedHashMap<>();
    for (Traveller one : here) {
      Optional<LineSteps.Step> step = moves.of(one.line);
      one.path = change.newPath();
      if (step.isEmpty()) {
        one.isUncertain = true;
      } else if (step.get().run().isPresent()) {
        replaced.computeIfAbsent(step.get().run().get(), key -> new ArrayList<>()).add(one);
      } else {
        one.line = step.get().line();
      }
    }
    replaced.forEach((run, ones) -> replace(patch, run, ones));
  }

  /** What an added line has in the place of a traveller. */
  private record Found(int line, String text) {}

  private void replace(int patch, LineSteps.Run run, List<Traveller> ones) {
    ones.sort(
        Comparator.comparingInt((Traveller one) -> one.line).thenComparingInt(one -> one.column));
    List<Found> found = found(run, ones);
    boolean pairs = found.size() == ones.size();
    for (int i = 0; i < ones.size(); i++) {
      Traveller one = ones.get(i);
      Optional<Found> there = pairs ? Optional.of(found.get(i)) : first(found, one);
      if (there.isPresent() && !helpers.contains(there.get().text())) {
        one.line = there.get().line();
      } else {
        one.patch = patch;
        one.helper = there.map(Found::text).orElse("");
      }
    }
  }

  private static Optional<Found> first(List<Found> found, Traveller one) {
    Optional<Found> same =
        found.stream()
            .filter(there -> plain(there.text()).equals(plain(one.expression)))
            .findFirst();
    return same.or(() -> found.stream().findFirst());
  }

  private List<Found> found(LineSteps.Run run, List<Traveller> ones) {
    StringBuilder wanted = new StringBuilder();
    for (String expression : ones.stream().map(one -> one.expression).distinct().toList()) {
      wanted.append(spaced(expression)).append('|');
    }
    wanted.append("\\b(?:");
    wanted.append(String.join("|", helpers.stream().map(Pattern::quote).toList()));
    wanted.append(")\\b(?=\\s{0,4}\\()");
    Pattern pattern = Pattern.compile(wanted.toString());
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < run.added().size(); i++) {
      Matcher there = pattern.matcher(run.added().get(i));
      while (there.find()) {
        found.add(new Found(run.after() + i, there.group()));
      }
    }
    return found;
  }

  /** The expression with any white space between its words. */
  private static String spaced(String expression) {
    List<String> parts = new ArrayList<>();
    for (String part : expression.split("\\s+", 200)) {
      parts.add(Pattern.quote(part));
    }
    return "(?<![A-Za-z0-9_>.])" + String.join("\\s{1,80}", parts) + "(?![A-Za-z0-9_])";
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
