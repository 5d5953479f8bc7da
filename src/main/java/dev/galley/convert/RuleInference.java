package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.series.SeriesPatch;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Infers from the helpers of a series, and of its base, what is rewritten into what.
 *
 * <p>A helper that the series defines or changes gives a rule from the patch on that does so. A
 * helper of the base gives one where patches newly call it and remove what it stands for.
 */
public final class RuleInference {

  private static final int MOST_RULES = 10_000;

  private final SeriesCode code;
  private final SeriesWords words;
  private final BaseHelpers base;
  private final Map<String, List<Rule>> byHelper = new LinkedHashMap<>();
  private final List<Rule> ofBase = new ArrayList<>();
  private final Set<String> defined = new TreeSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final TreeMap<Integer, List<Rule>> book = new TreeMap<>();

  /**
   * What was inferred.
   *
   * @param book the rules by patch
   * @param remarks what could not be inferred and why, for people
   */
  public record Inferred(RuleBook book, List<String> remarks) {
    public Inferred {
      remarks = List.copyOf(remarks);
    }
  }

  private RuleInference(SeriesCode code) {
    this.code = code;
    this.words = SeriesWords.of(code.series().patches());
    this.base = new BaseHelpers(code);
  }

  /** Infers the rules of a series. */
  public static Inferred of(SeriesCode code) {
    RuleInference inference = new RuleInference(code);
    inference.ofBase();
    for (SeriesPatch patch : code.series().patches()) {
      inference.patch(patch.number());
    }
    inference.twins();
    return new Inferred(new RuleBook(inference.book), List.copyOf(inference.remarks));
  }

  /** Infers the rules of a series; those that the user wrote hold too. */
  public static Inferred of(SeriesCode code, WrittenRules written) {
    Inferred inferred = of(code);
    return new Inferred(written.with(inferred.book()), inferred.remarks());
  }

  private void patch(int patch) {
    List<Definition> added = new ArrayList<>();
    List<CodeChange> gone = new ArrayList<>();
    Set<String> existed = new TreeSet<>();
    Set<String> there = new TreeSet<>();
    for (CodeChange change : code.changes(patch)) {
      if (change.after().isEmpty()) {
        gone.add(change);
      } else {
        there.add(change.name());
      }
      Optional<Definition> definition = change.after().flatMap(side -> read(change, side, patch));
      if (definition.isPresent()) {
        added.add(definition.get());
        if (change.before().isPresent()) {
          existed.add(change.name());
        }
      }
    }
    boolean changed = false;
    Set<String> seen = new TreeSet<>();
    for (Definition definition : added) {
      if (seen.add(definition.name())
          || byHelper.getOrDefault(definition.name(), List.of()).isEmpty()) {
        changed |= define(definition, existed.contains(definition.name()));
      }
    }
    Set<String> names = new TreeSet<>();
    gone.forEach(change -> names.add(change.name()));
    for (CodeChange change : gone) {
      changed |= !there.contains(change.name()) && renamed(change, names, patch);
      changed |= remove(change.name(), seen);
    }
    if (changed) {
      snapshot(patch);
    }
  }

  private Optional<Definition> read(CodeChange change, CodeSide side, int patch) {
    Optional<CFile> file = side.file();
    Optional<External> external = side.external();
    if (!side.isWhole() || file.isEmpty() || external.isEmpty() || change.name().isEmpty()) {
      return Optional.empty();
    }
    defined.add(change.name());
    DefinitionReader.Read read = DefinitionReader.read(file.get(), external.get(), patch);
    if (!read.remark().isEmpty()) {
      remarks.add("patch " + patch + ", " + change.path() + ": " + read.remark());
    }
    int line = side.roots().isEmpty() ? 1 : side.line(side.roots().get(0));
    return read.definition()
        .filter(definition -> definition.name().equals(change.name()))
        .map(definition -> definition.in(patch, change.path(), line));
  }

  /** Takes a definition; whether the rules change. */
  private boolean define(Definition definition, boolean existed) {
    if (HelperRules.callsItself(definition)) {
      remarks.add(
          "patch "
              + definition.patch()
              + ", "
              + definition.path()
              + ": "
              + definition.name()
              + " calls itself: no rule can say what it stands for");
      return byHelper.remove(definition.name()) != null;
    }
    boolean isKnown = byHelper.containsKey(definition.name());
    Optional<Rule> rule =
        HelperRules.of(definition)
            .map(made -> definition.called() ? made : named(made))
            .filter(made -> isKnown || isHelper(made, definition, existed))
            .map(made -> directed(made, definition));
    if (rule.isEmpty()) {
      return byHelper.remove(definition.name()) != null;
    }
    List<Rule> rules = new ArrayList<>(List.of(rule.get()));
    rules.addAll(RuleVariants.of(rule.get()));
    byHelper.put(definition.name(), rules);
    return true;
  }

  /**
   * Whether a function is there for others to call instead of what it does, rather than a part of
   * the program like any other.
   */
  private boolean isHelper(Rule rule, Definition definition, boolean existed) {
    if (!definition.called()) {
      return isPutIn(rule);
    }
    boolean isCalled = words.addedCalls(definition.name()) > (existed ? 0 : 1);
    boolean isShared = definition.path().endsWith(".h") || definition.isMacro();
    boolean isValue = rule.left() instanceof Template.Expression;
    boolean isLoop = definition.body() instanceof Definition.Body.Loop;
    return (existed || !(isValue || isLoop)) ? isCalled && isRemoved(rule) : isCalled || isShared;
  }

  /** A wrapper that stays for old callers stands on the left. */
  private Rule directed(Rule rule, Definition definition) {
    Optional<String> inner =
        definition.called() ? RuleComposer.called(rule.left()) : Optional.empty();
    if (inner.isPresent()
        && words.removed(rule.name()) > words.added(rule.name())
        && words.added(inner.get()) > words.removed(inner.get())) {
      return RuleComposer.turned(rule).orElse(rule);
    }
    return rule;
  }

  /** The number as the series removes it where it puts the name in: 0x4 for BIT(2). */
  private Rule named(Rule rule) {
    if (!(rule.left() instanceof Template.Expression left) || isPutIn(rule)) {
      return rule;
    }
    Optional<BigInteger> value = NamedNumber.of(left.shape());
    return value
        .flatMap(number -> words.numberFor(rule.name(), number))
        .flatMap(RuleText::expression)
        .map(written -> RuleComposer.with(rule, rule.variables(), written, rule.right()))
        .orElse(rule);
  }

  /** Whether the series puts the name of a number, or of a list of flags, in for it. */
  private boolean isPutIn(Rule rule) {
    if (!(rule.left() instanceof Template.Expression left)) {
      return false;
    }
    Set<String> parts = new TreeSet<>();
    left.shape()
        .walk(
            node -> {
              if (node instanceof Expr.Ident ident) {
                parts.add(ident.name());
              } else if (node instanceof Expr.Constant constant) {
                parts.add(constant.text());
              }
            });
    return !parts.isEmpty() && !parts.equals(Set.of("0")) && words.isPutIn(rule.name(), parts);
  }

  private List<Rule> all() {
    List<Rule> all = new ArrayList<>(ofBase);
    byHelper.values().forEach(rules -> all.add(rules.get(0)));
    return all;
  }

  /** Rules from removed calls of helpers that stand for the same. */
  private List<Rule> replacements(Rule rule, Optional<Rule> expanded) {
    List<Rule> found = new ArrayList<>();
    for (Rule old : removedHelpers()) {
      Optional<Rule> direct = RuleComposer.replacement(old, rule);
      direct
          .or(() -> expanded.flatMap(wide -> RuleComposer.replacement(old, wide)))
          .ifPresent(found::add);
    }
    return found;
  }

  /** What helpers of the base stand for whose calls the series removes. */
  private List<Rule> removedHelpers() {
    List<Rule> rules = new ArrayList<>();
    for (String name : words.removedCalls()) {
      if (words.removed(name) > words.added(name) && !defined.contains(name)) {
        base.helper(name).ifPresent(rules::add);
      }
    }
    return rules;
  }

  /** Helpers of the base that the series newly calls instead of what they stand for. */
  private void ofBase() {
    List<String> wanted = new ArrayList<>();
    for (String name : words.addedCalls()) {
      if (words.added(name) > words.removed(name)) {
        wanted.add(name);
      }
    }
    Set<String> names = new TreeSet<>(wanted);
    names.addAll(words.removedCalls());
    base.prepare(names);
    for (String name : wanted) {
      base.helper(name).filter(this::isRemoved).ifPresent(ofBase::add);
    }
    if (!ofBase.isEmpty()) {
      book.put(0, List.copyOf(ofBase));
    }
  }

  /** Whether the lines that the series removes have every word of a rule's left side. */
  private boolean isRemoved(Rule rule) {
    Set<String> names = new TreeSet<>();
    HelperRules.names(rule.left(), names);
    rule.variables().forEach(variable -> names.remove(variable.name()));
    names.removeIf(name -> name.equals("NULL") || name.equals("true") || name.equals("false"));
    return !names.isEmpty() && names.stream().allMatch(name -> words.removed(name) > 0);
  }

  private boolean renamed(CodeChange change, Set<String> gone, int patch) {
    Optional<String> was = change.before().filter(CodeSide::isWhole).flatMap(this::body);
    if (was.isEmpty() || change.name().isEmpty()) {
      return false;
    }
    for (CodeChange other : code.changes(patch)) {
      Optional<String> is = other.after().filter(CodeSide::isWhole).flatMap(this::body);
      if (other.before().isEmpty()
          && !gone.contains(other.name())
          && is.isPresent()
          && is.get().equals(was.get())
          && !other.name().isEmpty()) {
        Optional<Definition> definition = other.after().flatMap(side -> read(other, side, patch));
        Optional<Rule> rule = definition.flatMap(made -> rename(change.name(), made));
        rule.ifPresent(
            made -> byHelper.computeIfAbsent(other.name(), key -> new ArrayList<>()).add(made));
        return rule.isPresent();
      }
    }
    return false;
  }

  private static Optional<Rule> rename(String old, Definition definition) {
    List<Rule.Variable> variables =
        definition.parameters().stream()
            .filter(each -> !each.name().equals("..."))
            .map(each -> new Rule.Variable(each.name(), each.declaration()))
            .toList();
    String arguments =
        definition.called()
            ? "("
                + String.join(
                    ", ", definition.parameters().stream().map(Definition.Parameter::name).toList())
                + ")"
            : "";
    Optional<Template> left = RuleText.expression(old + arguments);
    Optional<Template> right = RuleText.expression(definition.name() + arguments);
    return left.flatMap(
        from ->
            right.map(
                to ->
                    new Rule(
                        definition.name(),
                        variables,
                        from,
                        to,
                        new Rule.Origin.Helper(
                            definition.path(), definition.line(), definition.patch()),
                        List.of(),
                        List.of())));
  }

  /** The text of a function's body, or of what follows a macro's name. */
  private Optional<String> body(CodeSide side) {
    if (side.file().isEmpty() || side.external().isEmpty()) {
      return Optional.empty();
    }
    String text =
        CodeText.oneLine(side.file().get().bytes().slice(side.external().get().span()).utf8());
    int from = text.indexOf('(');
    return from < 0 ? Optional.empty() : Optional.of(text.substring(from));
  }

  private boolean remove(String name, Set<String> seen) {
    return !seen.contains(name) && byHelper.remove(name) != null;
  }

  private void snapshot(int patch) {
    List<Rule> rules = new ArrayList<>(ofBase);
    List<Rule> all = all();
    for (List<Rule> own : byHelper.values()) {
      rules.addAll(own);
      Rule rule = own.get(0);
      Optional<Rule> expanded = RuleComposer.expanded(rule, all);
      expanded.ifPresent(rules::add);
      rules.addAll(replacements(rule, expanded));
    }
    if (rules.size() > MOST_RULES) {
      remarks.add("the series has " + rules.size() + " rules; at most " + MOST_RULES + " are used");
      rules = rules.subList(0, MOST_RULES);
    }
    book.put(patch, List.copyOf(rules));
  }

  /** Two helpers that stand for the same. */
  private void twins() {
    Map<String, Rule> seen = new LinkedHashMap<>();
    for (Rule rule : new RuleBook(book).last()) {
      String key = RuleKeys.of(rule);
      Rule other = seen.putIfAbsent(key, rule);
      boolean isNumber =
          rule.left() instanceof Template.Expression left && left.shape() instanceof Expr.Constant;
      if (other != null && !other.name().equals(rule.name()) && !isNumber) {
        remarks.add(
            other.name()
                + " and "
                + rule.name()
                + " stand for the same: "
                + CodeText.oneLine(rule.left().text()));
      }
    }
  }
}
