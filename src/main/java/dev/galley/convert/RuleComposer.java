package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rules of rules: helpers that use helpers. */
final class RuleComposer {

  private static final int MOST_STEPS = 8;
  private static final int LONGEST = 240;

  private RuleComposer() {}

  /**
   * A rule whose left side has no call of a helper of other rules any more, but what they stand
   * for; empty where it has none.
   */
  static Optional<Rule> expanded(Rule rule, List<Rule> others) {
    Optional<Template> left = Optional.of(rule.left());
    for (int step = 0; step < MOST_STEPS; step++) {
      Optional<Template> next = left.flatMap(at -> step(at, rule, others));
      if (next.isEmpty()) {
        break;
      }
      left = next;
    }
    return left.filter(at -> !at.text().equals(rule.left().text()))
        .map(at -> with(rule, rule.variables(), at, rule.right()));
  }

  private static Optional<Template> step(Template left, Rule rule, List<Rule> others) {
    if (!(left instanceof Template.Expression from)) {
      return Optional.empty();
    }
    Bytes source = Bytes.utf8(left.text());
    for (Expr.Call call : calls(from.shape())) {
      for (Rule other : others) {
        if (other.name().equals(call.name().orElse("")) && !other.name().equals(rule.name())) {
          Optional<String> value = value(other, call, source);
          if (value.isPresent()) {
            String text =
                source.slice(0, call.span().start()).utf8()
                    + "("
                    + value.get()
                    + ")"
                    + source.slice(call.span().end(), source.length()).utf8();
            return clean(text);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** An expression without parentheses that are not needed. */
  private static Optional<Template> clean(String text) {
    return RuleText.expression(text)
        .filter(template -> text.length() <= 2 * LONGEST)
        .map(
            template -> new CodeText(Bytes.utf8(text)).of(((Template.Expression) template).shape()))
        .filter(printed -> printed.length() <= LONGEST)
        .flatMap(RuleText::expression);
  }

  private static List<Expr.Call> calls(Expr expr) {
    List<Expr.Call> calls = new ArrayList<>();
    expr.walk(
        node -> {
          if (node instanceof Expr.Call call) {
            calls.add(call);
          }
        });
    return calls;
  }

  /** What a call stands for by a rule. */
  private static Optional<String> value(Rule rule, Expr.Call call, Bytes source) {
    if (!(rule.left() instanceof Template.Expression left)
        || !(rule.right() instanceof Template.Expression right)
        || !(right.shape() instanceof Expr.Call pattern)
        || pattern.arguments().size() != call.arguments().size()) {
      return Optional.empty();
    }
    CodeText arguments = new CodeText(source);
    CodeText text = new CodeText(Bytes.utf8(left.text()));
    for (int i = 0; i < call.arguments().size(); i++) {
      if (!(pattern.arguments().get(i) instanceof Expr.Ident parameter)) {
        return Optional.empty();
      }
      Expr argument = call.arguments().get(i);
      text = text.with(parameter.name(), arguments.of(argument), CodeText.bare(argument));
    }
    return Optional.of(text.of(left.shape()));
  }

  /**
   * A rule from the call of one helper to the call of another that stands for the same.
   *
   * @param old what the old helper stands for
   * @param fresh what the new one stands for
   */
  static Optional<Rule> replacement(Rule old, Rule fresh) {
    List<Rule.Variable> from = old.variables();
    List<Rule.Variable> to = fresh.variables();
    if (from.size() != to.size()
        || old.name().equals(fresh.name())
        || !(old.left() instanceof Template.Expression was)
        || !(fresh.left() instanceof Template.Expression is)
        || !(old.right() instanceof Template.Expression call)) {
      return Optional.empty();
    }
    CodeText meaning = new CodeText(Bytes.utf8(was.text()));
    CodeText calling = new CodeText(Bytes.utf8(call.text()));
    for (int i = 0; i < from.size(); i++) {
      meaning = meaning.with(from.get(i).name(), to.get(i).name());
      calling = calling.with(from.get(i).name(), to.get(i).name());
    }
    Optional<Template> same = RuleText.expression(meaning.of(was.shape()));
    if (same.isEmpty()
        || !(same.get() instanceof Template.Expression renamed)
        || !(RuleMatcher.same(renamed.shape(), is.shape())
            || RuleMatcher.same(asked(renamed.shape()), asked(is.shape())))) {
      return Optional.empty();
    }
    return RuleText.expression(calling.of(call.shape()))
        .map(left -> with(fresh, to, left, fresh.right()));
  }

  private static Expr asked(Expr expr) {
    return new Expr.Unary(expr.span(), Expr.UnaryOp.NOT, expr);
  }

  /** The rule the other way round, where its left side is a call with all its variables. */
  static Optional<Rule> turned(Rule rule) {
    if (!(rule.left() instanceof Template.Expression inner)
        || !(inner.shape() instanceof Expr.Call call)
        || call.name().isEmpty()) {
      return Optional.empty();
    }
    for (Rule.Variable variable : rule.variables()) {
      boolean isArgument =
          call.arguments().stream()
              .anyMatch(each -> each instanceof Expr.Ident i && i.name().equals(variable.name()));
      if (!isArgument) {
        return Optional.empty();
      }
    }
    Template left = rule.right();
    Template right = rule.left();
    return Optional.of(
        new Rule(
            call.name().orElse(rule.name()),
            rule.variables(),
            left,
            right,
            rule.origin(),
            rule.scope(),
            rule.exemptions()));
  }

  static Rule with(Rule rule, List<Rule.Variable> variables, Template left, Template right) {
    return new Rule(
        rule.name(), variables, left, right, rule.origin(), rule.scope(), rule.exemptions());
  }

  /** Whether a side is one statement or expression that is a call. */
  static Optional<String> called(Template template) {
    if (template instanceof Template.Expression expression) {
      return expression.shape() instanceof Expr.Call call ? call.name() : Optional.empty();
    }
    List<Stmt> shapes = ((Template.Statements) template).shapes();
    return shapes.size() == 1
            && shapes.get(0) instanceof Stmt.Evaluate evaluate
            && evaluate.expression() instanceof Expr.Call call
        ? call.name()
        : Optional.empty();
  }
}
