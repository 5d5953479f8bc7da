package dev.galley.kernelc.sitter;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.sitter.SitterTree.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares our trees with those of tree-sitter, function by function, and counts. */
public final class Agreement {

  private final SitterTree sitter;
  private final Map<Fact.Kind, Integer> agreed = new EnumMap<>(Fact.Kind.class);
  private final List<Difference> unexplained = new ArrayList<>();
  private final Map<SitterErrors, List<Difference>> explained = new TreeMap<>();
  private final List<String> unread = new ArrayList<>();
  private int drawn;
  private int withDirectives;
  private int unclean;
  private int compared;

  public Agreement(SitterTree sitter) {
    this.sitter = sitter;
  }

  /** Compares one function, if both can read it. */
  public void add(CFile file, External function) {
    drawn++;
    if (hasDirective(file.outline().tokens(), function)) {
      withDirectives++;
      return;
    }
    String text = ascii(file, function);
    Optional<Node> theirs = sitter.clean(text).filter(Agreement::isOneFunction);
    if (theirs.isEmpty()) {
      unclean++;
      return;
    }
    List<Reading> readings = file.readings(function);
    if (readings.get(0) instanceof Reading.Tree tree) {
      compared++;
      compare(
          file,
          function,
          TreeFacts.of(tree.unit(), file.outline().tokens()),
          SitterFacts.of(theirs.get(), text, function.span().start()),
          SitterErrors.in(theirs.get(), text, function.span().start()));
    } else {
      // What tree-sitter reads wrongly without telling, it does not read either.
      boolean isTheirError =
          SitterErrors.in(theirs.get(), text, 0).stream()
              .anyMatch(place -> place.error() == SitterErrors.RETURN_AS_NAME);
      if (!isTheirError) {
        unread.add("UNREAD " + file.path() + " " + function.name());
      }
    }
  }

  private void compare(
      CFile file,
      External function,
      Set<Fact> ours,
      Set<Fact> theirs,
      List<SitterErrors.Place> errors) {
    Set<Fact> both = new TreeSet<>(ours);
    both.retainAll(theirs);
    both.forEach(fact -> agreed.merge(fact.kind(), 1, Integer::sum));
    Set<Fact> onlyOurs = new TreeSet<>(ours);
    onlyOurs.removeAll(both);
    Set<Fact> onlyTheirs = new TreeSet<>(theirs);
    onlyTheirs.removeAll(both);
    onlyOurs.forEach(fact -> sort(new Difference(file, function, fact, true), errors));
    onlyTheirs.forEach(fact -> sort(new Difference(file, function, fact, false), errors));
  }

  private void sort(Difference difference, List<SitterErrors.Place> errors) {
    errors.stream()
        .filter(place -> place.explains(difference.fact()))
        .map(SitterErrors.Place::error)
        .findFirst()
        .ifPresentOrElse(
            error -> explained.computeIfAbsent(error, key -> new ArrayList<>()).add(difference),
            () -> unexplained.add(difference));
  }

  private static boolean hasDirective(CTokens tokens, External function) {
    for (int token = function.firstToken(); token < function.endToken(); token++) {
      if (tokens.is(token, Kind.DIRECTIVE)) {
        return true;
      }
    }
    return false;
  }

  /** The function's text, one character an octet: others than ASCII stand in strings only. */
  private static String ascii(CFile file, External function) {
    return file.bytes().slice(function.span()).latin1().replaceAll("[^\\x00-\\x7f]", "x");
  }

  private static boolean isOneFunction(Node root) {
    return root.children().stream().filter(child -> !child.type().equals("comment")).count() == 1
        && root.children().stream().anyMatch(child -> child.type().equals("function_definition"));
  }

  /** Functions handed in. */
  public int drawn() {
    return drawn;
  }

  /** Functions that both read. */
  public int compared() {
    return compared;
  }

  /** Functions that tree-sitter reads without repair and we do not read at all. */
  public List<String> unread() {
    return List.copyOf(unread);
  }

  /** Differences that are no known error of tree-sitter's. */
  public List<Difference> unexplained() {
    return List.copyOf(unexplained);
  }

  /** Differences by the known error that they come from. */
  public Map<SitterErrors, List<Difference>> explained() {
    return Map.copyOf(explained);
  }

  /** Facts that both trees have. */
  public int agreed(Fact.Kind kind) {
    return agreed.getOrDefault(kind, 0);
  }

  /** The counts, as a table for people. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "functions drawn %d, with directives %d, not clean in tree-sitter %d, not read by us %d, compared %d%n%n"
            .formatted(drawn, withDirectives, unclean, unread.size(), compared));
    table.append("| fact | agree | only ours | only tree-sitter's | of these explained |\n");
    table.append("|---|---|---|---|---|\n");
    for (Fact.Kind kind : Fact.Kind.values()) {
      List<Difference> known =
          explained.values().stream()
              .flatMap(List::stream)
              .filter(d -> d.fact().kind() == kind)
              .toList();
      List<Difference> all = new ArrayList<>(known);
      unexplained.stream().filter(d -> d.fact().kind() == kind).forEach(all::add);
      long ours = all.stream().filter(Difference::isOurs).count();
      table.append(
          "| %s | %d | %d | %d | %d |%n"
              .formatted(kind, agreed(kind), ours, all.size() - ours, known.size()));
    }
    explained.forEach((error, all) -> table.append("%s: %d%n".formatted(error, all.size())));
    return table.toString();
  }
}
