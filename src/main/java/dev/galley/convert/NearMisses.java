package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges an edit that puts a helper in and is no plain conversion by its rule. */
final class NearMisses {

  /** Expressions of one edit that are looked at for another struct's member. */
  private static final int MOST_PARTS = 200;

  private final CodeSide before;
  private final CodeSide after;
  private final List<Rule> rules;
  private final List<Rule> candidates;
  private final RuleMatcher matcher;
  private final Equivalence equivalence;
  private final Contexts contexts;
  private final Aliases aliasesBefore;
  private final Aliases aliasesAfter;

  /**
   * @param rules all that hold
   * @param candidates those whose right side can be in the side after
   */
  NearMisses(
      CodeSide before,
      CodeSide after,
      ShapeNumbers shapes,
      List<Rule> rules,
      List<Rule> candidates,
      RuleMatcher matcher) {
    this.before = before;
    this.after = after;
    this.rules = rules;
    this.candidates = candidates;
    this.matcher = matcher;
    this.contexts = new Contexts(before, after, shapes);
    this.aliasesBefore = new Aliases(before);
    this.aliasesAfter = new Aliases(after);
    this.equivalence = new Equivalence(before, aliasesBefore, after, aliasesAfter, rules);
  }

  /** What a left side before and the right side of the same rule after are. */
  Explanation direct(Edit edit, Level level, Match left, Match right) {
    Optional<CNode> write =
        left.nodes().size() == 1 && isFunction(right)
            ? contexts.write(left.nodes().get(0))
            : Optional.empty();
    if (write.isPresent()) {
      return new Explanation.WriteConverted(edit, write.get(), right);
    }
    Optional<Contexts.Guard> guard = contexts.guard(level).filter(Contexts.Guard::swapped);
    boolean exchanged =
        guard.isPresent()
            && !isSame(guard.get().before(), guard.get().after(), true, true)
            && isSame(guard.get().before(), guard.get().after(), true, false);
    return exchanged
        ? new Explanation.Negated(edit, left, right)
        : new Explanation.Converted(edit, left, right);
  }

  /** Whether what a match calls is not known to be a macro. */
  private boolean isFunction(Match match) {
    return match.nodes().size() == 1
        && match.nodes().get(0) instanceof Expr expr
        && Nodes.bare(expr) instanceof Expr.Call call
        && !after.typeOf(call.callee()).type().toString().contains("macro");
  }

  private boolean isSame(Expr one, Expr other, boolean condition, boolean negated) {
    return compare(one, other, condition, negated) instanceof Equivalence.Same;
  }

  private Equivalence.Verdict compare(Expr one, Expr other, boolean condition, boolean negated) {
    return equivalence.compare(one, other, condition, negated);
  }

  /** Judges one expression that became another. */
  List<Explanation> judge(Edit edit, Level level, Expr one, Expr other) {
    List<Match> rights = fresh(List.of(one), List.of(other));
    if (rights.isEmpty()) {
      return List.of(new Explanation.Leftover(edit, Optional.empty()));
    }
    Optional<Explanation> write = write(edit, one, other, rights);
    if (write.isPresent()) {
      return List.of(write.get());
    }
    Optional<Contexts.Guard> guard = contexts.guard(level);
    boolean swapped = guard.isPresent() && guard.get().swapped();
    Expr left = swapped ? guard.get().before() : one;
    Expr right = swapped ? guard.get().after() : other;
    boolean condition = swapped || contexts.isCondition(one, other);
    Equivalence.Verdict verdict =
        swapped ? compare(left, right, true, true) : outwards(level, one, other, condition);
    if (verdict instanceof Equivalence.Same) {
      return rights.stream()
          .<Explanation>map(match -> new Explanation.Converted(edit, leftOf(one, match), match))
          .toList();
    }
    boolean opposite = isSame(left, right, condition, !swapped);
    if (opposite) {
      return List.of(
          guard.isEmpty() || swapped || guard.get().sameBodies()
              ? new Explanation.Negated(edit, leftOf(one, rights.get(0)), rights.get(0))
              : new Explanation.Leftover(
                  edit, Optional.of("the condition is the opposite, and what it guards changed")));
    }
    return mismatches(edit, one, rights, verdict);
  }

  /**
   * Compares two expressions, and where they differ what they are operands of: a difference that is
   * masked away is none.
   */
  private Equivalence.Verdict outwards(Level level, Expr one, Expr other, boolean condition) {
    Equivalence.Verdict verdict = compare(one, other, condition, false);
    Optional<Level> at = level.outer();
    while (verdict instanceof Equivalence.Differs
        && at.isPresent()
        && at.get().before().size() == 1
        && at.get().after().size() == 1
        && at.get().before().get(0) instanceof Expr left
        && at.get().after().get(0) instanceof Expr right
        && isOperator(left)) {
      boolean logical = left instanceof Expr.Binary chain && chain.op().matches("&&|\\|\\|");
      Equivalence.Verdict around = compare(left, right, contexts.isCondition(left, right), false);
      if (!logical || around instanceof Equivalence.Same) {
        verdict = around;
      }
      at = at.get().outer();
    }
    return verdict;
  }

  private static boolean isOperator(Expr expr) {
    return expr instanceof Expr.Binary
        || expr instanceof Expr.Cast
        || (expr instanceof Expr.Unary unary
            && (unary.op() == Expr.UnaryOp.NOT
                || unary.op() == Expr.UnaryOp.COMPLEMENT
                || unary.op() == Expr.UnaryOp.MINUS));
  }

  /** The left side of a match's rule with the same operands, or the expression as a whole. */
  private Match leftOf(Expr one, Match right) {
    return exact(one, right)
        .orElseGet(
            () ->
                new Match(
                    right.rule(), List.of(one), right.bound(), right.evidence(), right.doubts()));
  }

  private List<Match> lefts(Rule rule, Expr expr) {
    return matcher.within(rule, RuleMatcher.Half.LEFT, List.of(expr), before);
  }

  private Optional<Match> exact(Expr one, Match right) {
    return lefts(right.rule(), one).stream().filter(left -> agree(left, right)).findFirst();
  }

  /** Whether operands are the same, also where one is a variable that holds the other. */
  private boolean agree(Match left, Match right) {
    return Bindings.others(left, right).stream()
        .allMatch(
            other ->
                aliasesBefore.areOne(other.was(), other.now())
                    || aliasesAfter.areOne(other.was(), other.now()));
  }

  /** Right sides that are in the nodes after and not already in those before. */
  private List<Match> fresh(List<? extends CNode> old, List<? extends CNode> now) {
    List<Match> fresh = new ArrayList<>();
    for (Rule rule : candidates) {
      List<Match> there =
          new ArrayList<>(matcher.within(rule, RuleMatcher.Half.RIGHT, old, before));
      for (Match match : matcher.within(rule, RuleMatcher.Half.RIGHT, now, after)) {
        Optional<Match> known =
            there.stream().filter(each -> Bindings.agree(each, match)).findFirst();
        if (known.isPresent()) {
          there.remove(known.get());
        } else {
          fresh.add(match);
        }
      }
    }
    return fresh;
  }

  // A tree's nodes are told apart by what they are, not by what they say.
  @SuppressWarnings("ReferenceEquality")
  private Optional<Explanation> write(Edit edit, Expr one, Expr other, List<Match> rights) {
    for (Match right : rights) {
      boolean isAll = right.nodes().size() == 1 && Nodes.bare(other) == right.nodes().get(0);
      if (!isAll || !isFunction(right)) {
        continue;
      }
      Optional<CNode> around =
          matcher.left(right.rule(), one, before).flatMap(left -> contexts.write(one));
      boolean target =
          Nodes.bare(one) instanceof Expr.Assign assign
              && matcher
                  .left(right.rule(), assign.target(), before)
                  .filter(left -> agree(left, right))
                  .isPresent();
      if (around.isPresent() || target) {
        return Optional.of(new Explanation.WriteConverted(edit, around.orElse(one), right));
      }
    }
    return Optional.empty();
  }

  private List<Explanation> mismatches(
      Edit edit, Expr one, List<Match> rights, Equivalence.Verdict verdict) {
    List<Explanation> told = new ArrayList<>();
    List<Match> plain = new ArrayList<>();
    List<Match> used = new ArrayList<>();
    for (Match right : rights) {
      Optional<Match> exact = exact(one, right);
      exact.ifPresent(
          left -> {
            plain.add(right);
            used.add(left);
          });
    }
    for (Match right : rights) {
      if (!plain.contains(right)) {
        told.add(mismatch(edit, one, right, used, verdict, rights.size()));
      }
    }
    if (told.isEmpty()
        && verdict instanceof Equivalence.Differs differs
        && TermReader.helperOf(plain.get(0).rule()).isPresent()) {
      Match right = plain.get(0);
      return List.of(
          new Explanation.NotEquivalent(edit, right.rule(), right, List.of(differs.witness())));
    }
    for (Match right : plain) {
      told.add(new Explanation.Converted(edit, leftOf(one, right), right));
    }
    if (verdict instanceof Equivalence.Unknown unknown && told.size() == plain.size()) {
      told.add(new Explanation.Leftover(edit, Optional.of(unknown.reason())));
    }
    return told;
  }

  private Explanation mismatch(
      Edit edit, Expr one, Match right, List<Match> used, Equivalence.Verdict verdict, int count) {
    boolean saysMuch = !RuleWords.left(right.rule()).isEmpty();
    for (Match left : saysMuch ? lefts(right.rule(), one) : List.<Match>of()) {
      boolean isFree = used.stream().noneMatch(each -> Nodes.areOne(each.nodes(), left.nodes()));
      List<Bindings.Other> others = Bindings.others(left, right);
      if (isFree && !others.isEmpty()) {
        Bindings.Other other = others.get(0);
        return new Explanation.WrongOperand(
            edit,
            left,
            right,
            other.variable(),
            other.was(),
            other.now(),
            relation(other.was(), other.now()));
      }
    }
    for (Rule sibling : rules) {
      if (RuleWords.areSiblings(right.rule(), sibling)) {
        for (Match left : lefts(sibling, one)) {
          if (Bindings.sameThings(left, right)) {
            return new Explanation.WrongHelper(edit, left, right);
          }
        }
      }
    }
    Optional<Explanation> otherType = otherType(edit, one, right);
    if (otherType.isPresent()) {
      return otherType.get();
    }
    if (verdict instanceof Equivalence.Differs differs
        && count == 1
        && TermReader.helperOf(right.rule()).isPresent()) {
      return new Explanation.NotEquivalent(edit, right.rule(), right, List.of(differs.witness()));
    }
    String reason =
        verdict instanceof Equivalence.Unknown unknown ? unknown.reason() : "several helpers came";
    return new Explanation.Leftover(edit, Optional.of(reason));
  }

  private Optional<Explanation> otherType(Edit edit, Expr one, Match right) {
    List<CNode> parts = new ArrayList<>();
    one.walk(
        node -> {
          if (node instanceof Expr && parts.size() < MOST_PARTS) {
            parts.add(node);
          }
        });
    for (CNode part : parts) {
      Optional<OtherType> other =
          matcher.otherType(right.rule(), RuleMatcher.Half.LEFT, List.of(part), before);
      if (other.isPresent()) {
        return Optional.of(
            new Explanation.OtherType(edit, part, right, other.get().wanted(), other.get().had()));
      }
    }
    return Optional.empty();
  }

  /** Statements that became others: told apart where a conversion can be seen in them. */
  List<Explanation> blocks(Edit edit) {
    List<Match> rights =
        edit.before().isEmpty() || edit.after().isEmpty()
            ? List.of()
            : fresh(edit.before(), edit.after());
    for (Match right : rights) {
      boolean there =
          matcher.within(right.rule(), RuleMatcher.Half.LEFT, edit.before(), before).stream()
              .anyMatch(left -> agree(left, right));
      if (there) {
        return List.of(
            new Explanation.Leftover(
                edit,
                Optional.of(
                    "what " + right.rule().name() + "() replaces was rewritten around it")));
      }
    }
    return List.of(new Explanation.Leftover(edit, Optional.empty()));
  }

  /** How two operands may be one thing, where an assignment of the function tells. */
  private Optional<String> relation(Expr was, Expr now) {
    return aliasesBefore.relation(was, now).or(() -> aliasesAfter.relation(was, now));
  }
}
