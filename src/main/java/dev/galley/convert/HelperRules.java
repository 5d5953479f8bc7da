package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what the definition of a helper stands for. */
final class HelperRules {

  private static final int LONGEST = 400;
  private static final int MOST_STATEMENTS = 9;
  private static final int MOST_LINES = 16;

  private final Definition definition;
  private final Map<String, String> variables = new LinkedHashMap<>();

  private HelperRules(Definition definition) {
    this.definition = definition;
    definition
        .parameters()
        .forEach(
            parameter -> {
              if (!parameter.name().equals("...")) {
                variables.put(parameter.name(), parameter.declaration());
              }
            });
  }

  /** The rule; empty where the helper does more than a rule can say. */
  static Optional<Rule> of(Definition definition) {
    HelperRules helper = new HelperRules(definition);
    return helper.rule().filter(rule -> !helper.hasTypeParameter(rule.left()));
  }

  /** Whether a helper calls itself. */
  static boolean callsItself(Definition definition) {
    boolean[] found = {false};
    for (CNode root : roots(definition)) {
      root.walk(
          node ->
              found[0] |=
                  node instanceof Expr.Call call
                      && call.name().filter(definition.name()::equals).isPresent());
    }
    return found[0];
  }

  private static List<? extends CNode> roots(Definition definition) {
    Definition.Body body = definition.body();
    return body instanceof Definition.Body.Value value
        ? List.of(value.expr())
        : body instanceof Definition.Body.Statements statements ? statements.items() : List.of();
  }

  private Optional<Rule> rule() {
    CodeText text = new CodeText(definition.source());
    if (definition.body() instanceof Definition.Body.Loop loop) {
      variables.put("S", "statement S");
      return loop(loop.head()).flatMap(head -> statements(head, call() + "\n\tS"));
    }
    if (definition.body() instanceof Definition.Body.Value value) {
      return value(ValueOf.of(List.of(back(value.expr())), false).orElse(value.expr()), text);
    }
    Definition.Body.Statements body = (Definition.Body.Statements) definition.body();
    Optional<LocalValues.Result> locals = LocalValues.of(body.items(), text);
    if (locals.isEmpty() || locals.get().rest().isEmpty()) {
      return Optional.empty();
    }
    List<Stmt> rest = locals.get().rest();
    if (locals.get().open().isEmpty()) {
      boolean isTruth = body.result() == Definition.Result.TRUTH;
      Optional<Expr> value =
          body.result() == Definition.Result.NOTHING ? single(rest) : ValueOf.of(rest, isTruth);
      if (value.isPresent()) {
        return value(value.get(), locals.get().text());
      }
    }
    return run(rest, locals.get(), body.result());
  }

  /** The head of a loop with a statement for its body, as people write it. */
  private static Optional<String> loop(String head) {
    String text = head + " S;";
    return RuleText.statements(text)
        .flatMap(
            template ->
                StatementText.of(
                    ((Template.Statements) template).shapes(), new CodeText(Bytes.utf8(text))))
        .map(printed -> printed.replaceFirst(";$", ""));
  }

  private static Stmt back(Expr value) {
    return new Stmt.Return(value.span(), Optional.of(value));
  }

  private static Optional<Expr> single(List<Stmt> statements) {
    return statements.size() == 1 && statements.get(0) instanceof Stmt.Evaluate evaluate
        ? Optional.of(evaluate.expression())
        : Optional.empty();
  }

  private Optional<Rule> value(Expr value, CodeText text) {
    String left = text.of(value);
    if (left.length() > LONGEST || saysNothing(value)) {
      return Optional.empty();
    }
    return RuleText.expression(left)
        .flatMap(from -> RuleText.expression(call()).map(to -> rule(from, to)));
  }

  /** A stub, or a parameter given back. */
  private boolean saysNothing(Expr value) {
    if (!definition.called()) {
      return CodeText.bare(value) instanceof Expr.Strings
          || CodeText.bare(value) instanceof Expr.Text;
    }
    boolean[] says = {false};
    value.walk(
        node ->
            says[0] |=
                node instanceof Expr.Call
                    || node instanceof Expr.Member
                    || (node instanceof Expr.Ident ident
                        && !variables.containsKey(ident.name())
                        && !isConstantName(ident.name()))
                    || (node instanceof Expr.Ident own && variables.containsKey(own.name())));
    return !says[0] || CodeText.bare(value) instanceof Expr.Ident;
  }

  private static boolean isConstantName(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        || name.equals("true")
        || name.equals("false");
  }

  private Optional<Rule> run(
      List<Stmt> statements, LocalValues.Result locals, Definition.Result result) {
    List<Stmt> run = new ArrayList<>(statements);
    String before = "";
    Stmt last = run.get(run.size() - 1);
    boolean returnsInside =
        run.subList(0, run.size() - 1).stream().anyMatch(HelperRules::hasReturn);
    if (result != Definition.Result.NOTHING) {
      if (!returnsInside
          && last instanceof Stmt.Return back
          && back.value().isPresent()
          && CodeText.bare(back.value().get()) instanceof Expr.Ident ident
          && locals.open().contains(ident.name())) {
        run.remove(run.size() - 1);
        before = ident.name() + " = ";
      } else if (result == Definition.Result.MACRO_VALUE) {
        return Optional.empty();
      } else {
        before = "return ";
      }
    } else if (returnsInside || hasReturn(last)) {
      return Optional.empty();
    }
    int weight = run.stream().mapToInt(HelperRules::weight).sum();
    Optional<String> left = StatementText.of(run, locals.text());
    if (run.isEmpty() || weight > MOST_STATEMENTS || left.isEmpty()) {
      return Optional.empty();
    }
    locals.open().forEach(name -> variables.put(name, "identifier " + name));
    return left.get().lines().count() > MOST_LINES
        ? Optional.empty()
        : statements(left.get(), before + call() + ";");
  }

  private static boolean hasReturn(Stmt statement) {
    boolean[] found = {false};
    statement.walk(node -> found[0] |= node instanceof Stmt.Return);
    return found[0];
  }

  /** How many statements there are, those inside others too. */
  private static int weight(Stmt statement) {
    int[] weight = {0};
    statement.walk(
        node -> weight[0] += node instanceof Stmt && !(node instanceof Stmt.Compound) ? 1 : 0);
    return weight[0];
  }

  private Optional<Rule> statements(String left, String right) {
    return RuleText.statements(left)
        .flatMap(from -> RuleText.statements(right).map(to -> rule(from, to)));
  }

  private String call() {
    return definition.called()
        ? definition.name()
            + "("
            + definition.parameters().stream()
                .map(Definition.Parameter::name)
                .collect(Collectors.joining(", "))
            + ")"
        : definition.name();
  }

  /** Whether a macro's parameter is a type, which no variable can stand for. */
  private boolean hasTypeParameter(Template template) {
    boolean[] found = {false};
    roots(template)
        .forEach(
            root ->
                root.walk(
                    node ->
                        found[0] |=
                            node instanceof TypeSyntax.Named named
                                && variables.containsKey(named.name())));
    return found[0];
  }

  private Rule rule(Template left, Template right) {
    Set<String> used = new TreeSet<>();
    names(left, used);
    names(right, used);
    List<Rule.Variable> declared = new ArrayList<>();
    variables.forEach(
        (name, declaration) -> {
          if (used.contains(name)) {
            declared.add(new Rule.Variable(name, declaration));
          }
        });
    return new Rule(
        definition.name(),
        declared,
        left,
        right,
        new Rule.Origin.Helper(definition.path(), definition.line(), definition.patch()),
        List.of(),
        List.of());
  }

  /** The words of a template that can be names of variables. */
  static void names(Template template, Set<String> names) {
    roots(template)
        .forEach(
            root ->
                root.walk(
                    node -> {
                      if (node instanceof Expr.Ident ident) {
                        names.add(ident.name());
                      } else if (node instanceof Expr.Member member) {
                        names.add(member.name().text());
                      } else if (node instanceof Stmt.MacroStatement macro) {
                        names.add(macro.macro().text());
                      }
                    }));
  }

  private static List<? extends CNode> roots(Template template) {
    return template instanceof Template.Expression expression
        ? List.of(expression.shape())
        : ((Template.Statements) template).shapes();
  }
}
