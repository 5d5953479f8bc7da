package dev.galley.check.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.Group;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the conditional lines around a place ask of the configuration, as far as each is a plain
 * question.
 *
 * @param clauses what must hold: of each at least one literal
 * @param isWhole whether every line was understood
 */
record ConfigWords(Set<Set<Literal>> clauses, boolean isWhole) {

  private static final Pattern DEFINED =
      Pattern.compile("(!)? *(?:defined *\\(? *(\\w+) *\\)?|IS_ENABLED *\\( *(\\w+) *\\))");

  /** An option that must be on, or off. */
  record Literal(String option, boolean isOn) {

    Literal not() {
      return new Literal(option, !isOn);
    }

    @Override
    public String toString() {
      return (isOn ? "" : "!") + option;
    }
  }

  ConfigWords {
    clauses = Set.copyOf(clauses);
  }

  /** Around an octet of a file; include guards are left out. */
  static ConfigWords at(CFile file, int offset) {
    int token = file.outline().tokens().at(offset);
    Set<Set<Literal>> clauses = new HashSet<>();
    boolean isWhole = true;
    for (Group group : file.outline().groupsAround(token)) {
      Optional<Branch> branch = group.isIncludeGuard() ? Optional.empty() : group.branchAt(token);
      if (branch.isPresent()) {
        Optional<Set<Set<Literal>>> asked = clauses(group, branch.get());
        asked.ifPresent(clauses::addAll);
        isWhole &= asked.isPresent();
      }
    }
    return new ConfigWords(clauses, isWhole);
  }

  /** What does not follow from literals that are given. */
  Set<Set<Literal>> without(Set<Literal> given) {
    Set<Set<Literal>> open = new HashSet<>(clauses);
    open.removeIf(clause -> clause.stream().anyMatch(given::contains));
    return open;
  }

  /** The literals that must hold by themselves. */
  Set<Literal> facts() {
    Set<Literal> facts = new HashSet<>();
    clauses.stream().filter(clause -> clause.size() == 1).forEach(facts::addAll);
    return facts;
  }

  /** For people. */
  static String text(Set<Set<Literal>> clauses) {
    return clauses.stream()
        .map(
            clause ->
                clause.stream().map(Literal::toString).sorted().collect(Collectors.joining(" or ")))
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  /** The opposite of some clauses, where it is as plain: of one clause, or of facts alone. */
  static Optional<Set<Set<Literal>>> not(Set<Set<Literal>> clauses) {
    Set<Set<Literal>> not = new HashSet<>();
    if (clauses.size() == 1) {
      clauses.iterator().next().forEach(literal -> not.add(Set.of(literal.not())));
      return Optional.of(not);
    }
    if (clauses.stream().allMatch(clause -> clause.size() == 1)) {
      Set<Literal> either = new HashSet<>();
      clauses.forEach(clause -> clause.forEach(literal -> either.add(literal.not())));
      return Optional.of(Set.of(either));
    }
    return Optional.empty();
  }

  private static Optional<Set<Set<Literal>>> clauses(Group group, Branch branch) {
    List<Branch> all = group.branches();
    if (branch.opening().word().equals("else")) {
      return all.size() == 2 ? clauses(all.get(0)).flatMap(ConfigWords::not) : Optional.empty();
    }
    return branch.opening().opensGroup() ? clauses(branch) : Optional.empty();
  }

  private static Optional<Set<Set<Literal>>> clauses(Branch branch) {
    String rest = branch.opening().rest().strip();
    switch (branch.opening().word()) {
      case "ifdef" -> {
        return Optional.of(Set.of(Set.of(new Literal(rest, true))));
      }
      case "ifndef" -> {
        return Optional.of(Set.of(Set.of(new Literal(rest, false))));
      }
      default -> {
        Set<Set<Literal>> clauses = new HashSet<>();
        for (String part : rest.split("&&", -1)) {
          Optional<Set<Literal>> clause = clause(part, rest.contains("&&"));
          if (clause.isEmpty()) {
            return Optional.empty();
          }
          clauses.add(clause.get());
        }
        return Optional.of(clauses);
      }
    }
  }

  private static Optional<Set<Literal>> clause(String text, boolean isOneOfSeveral) {
    Set<Literal> literals = new HashSet<>();
    String[] parts = text.split("\\|\\|", -1);
    for (String part : parts) {
      Matcher matcher = DEFINED.matcher(part.strip());
      if (!matcher.matches() || (isOneOfSeveral && parts.length > 1)) {
        return Optional.empty();
      }
      String option = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      literals.add(new Literal(option, matcher.group(1) == null));
    }
    return Optional.of(literals);
  }
}
