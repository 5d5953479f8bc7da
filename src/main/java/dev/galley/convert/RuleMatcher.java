package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.search.Laid;
import dev.galley.search.PatternException;
import dev.galley.search.Refusal;
import dev.galley.search.Shape;
import dev.galley.search.ShapeFinder;
import dev.galley.search.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lays the sides of rules over parts of a program.
 *
 * <p>What counts as the same is told in docs/rules.md: parentheses, {@code (*p).x}, the order of
 * operands where it has no meaning, comparisons with zero in conditions, and more. A part whose
 * type is not known is a match with a doubt; one whose type is another is none, and {@link
 * #otherType} tells. Safe for several threads; what was prepared for a rule is kept.
 */
public final class RuleMatcher {

  private final Map<Key, Optional<Shape>> shapes = new ConcurrentHashMap<>();

  /** Which side of a rule. */
  public enum Half {
    /** What is replaced. */
    LEFT,
    /** What replaces it. */
    RIGHT;

    Template of(Rule rule) {
      return this == LEFT ? rule.left() : rule.right();
    }
  }

  /** A rule by its identity. */
  private static final class Key {
    private final Rule rule;
    private final Half half;

    Key(Rule rule, Half half) {
      this.rule = rule;
      this.half = half;
    }

    // A key is one rule object: to compare trees would cost more than the matching.
    @SuppressWarnings("ReferenceEquality")
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.rule == rule && key.half == half;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(rule) * 2 + (half == Half.LEFT ? 0 : 1);
    }
  }

  /** The left side over one expression or statement. */
  public Optional<Match> left(Rule rule, CNode node, CodeSide side) {
    return match(rule, Half.LEFT, List.of(node), side, Map.of());
  }

  /** The left side over one expression, or over all of some statements in a row. */
  public Optional<Match> left(Rule rule, List<? extends CNode> nodes, CodeSide side) {
    return match(rule, Half.LEFT, nodes, side, Map.of());
  }

  /** The right side over one expression or statement. */
  public Optional<Match> right(Rule rule, CNode node, CodeSide side) {
    return match(rule, Half.RIGHT, List.of(node), side, Map.of());
  }

  /** The right side over one expression, or over all of some statements in a row. */
  public Optional<Match> right(Rule rule, List<? extends CNode> nodes, CodeSide side) {
    return match(rule, Half.RIGHT, nodes, side, Map.of());
  }

  /**
   * A side over one expression, or over all of some statements in a row.
   *
   * @param bound what metavariables stand for already, from the other side: a part that says
   *     another thing is no match
   */
  public Optional<Match> match(
      Rule rule, Half half, List<? extends CNode> nodes, CodeSide side, Map<String, Expr> bound) {
    return laid(rule, half, nodes, side, bound).filter(Laid::fits).map(laid -> match(rule, laid));
  }

  /** Where all words of a side fit and a type is certainly another. */
  public Optional<OtherType> otherType(
      Rule rule, Half half, List<? extends CNode> nodes, CodeSide side) {
    return laid(rule, half, nodes, side, Map.of())
        .filter(laid -> !laid.fits())
        .map(
            laid -> {
              Refusal first = laid.refusals().get(0);
              return new OtherType(
                  rule,
                  laid.nodes(),
                  first.variable(),
                  first.expression(),
                  first.wanted(),
                  first.had());
            });
  }

  /** The opposite of a side over an expression: {@code !d->x} of a rule over {@code d->x}. */
  public Optional<Match> opposite(
      Rule rule, Half half, Expr expr, CodeSide side, Map<String, Expr> bound) {
    return shape(rule, half)
        .flatMap(shape -> shape.layOpposite(expr, new SideProgram(side), bound))
        .filter(Laid::fits)
        .map(laid -> match(rule, laid));
  }

  /**
   * Every place in some trees where a side fits, in the order of the file; also operands next to
   * each other in a row of {@code &&}, {@code ||}, {@code |}, then {@link Match#nodes} are these.
   */
  public List<Match> within(Rule rule, Half half, List<? extends CNode> roots, CodeSide side) {
    Optional<Shape> shape = shape(rule, half);
    if (shape.isEmpty()) {
      return List.of();
    }
    List<Match> found = new ArrayList<>();
    for (Laid laid : ShapeFinder.find(shape.get(), new SideProgram(side), roots)) {
      if (laid.fits()) {
        found.add(match(rule, laid));
      }
    }
    return found;
  }

  /** Whether two expressions mean the same, wherever they stand. */
  public static boolean same(Expr one, Expr other) {
    return Shape.same(one, other);
  }

  /** The prepared side of a rule; empty where its text is not what it should be. */
  Optional<Shape> shape(Rule rule, Half half) {
    return shapes.computeIfAbsent(new Key(rule, half), key -> read(rule, half.of(rule)));
  }

  private static Optional<Shape> read(Rule rule, Template template) {
    List<String> declarations = rule.variables().stream().map(RuleMatcher::declaration).toList();
    try {
      return Optional.of(
          template instanceof Template.Expression
              ? Shape.expression(template.text(), declarations)
              : Shape.statements(template.text(), declarations));
    } catch (PatternException unreadable) {
      return Optional.empty();
    }
  }

  /** A variable's declaration, its name in it. */
  static String declaration(Rule.Variable variable) {
    String declaration = variable.declaration();
    return declaration.equals("expression") ? declaration + " " + variable.name() : declaration;
  }

  private Optional<Laid> laid(
      Rule rule, Half half, List<? extends CNode> nodes, CodeSide side, Map<String, Expr> bound) {
    return shape(rule, half).flatMap(shape -> laid(shape, nodes, side, bound));
  }

  private static Optional<Laid> laid(
      Shape shape, List<? extends CNode> nodes, CodeSide side, Map<String, Expr> bound) {
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    CNode first = nodes.get(0);
    List<? extends CNode> parts = nodes;
    if (shape.isExpression() && nodes.size() == 1 && first instanceof Stmt.Evaluate evaluate) {
      parts = List.of(evaluate.expression());
    } else if (!shape.isExpression() && nodes.size() == 1 && first instanceof Expr expr) {
      parts = List.of(new Stmt.Evaluate(expr.span(), expr));
    }
    CNode part = parts.get(0);
    return shape.lay(
        parts,
        new SideProgram(side),
        bound,
        () -> part instanceof Expr expr && new Surroundings(side.roots()).isCondition(expr));
  }

  private static Match match(Rule rule, Laid laid) {
    Map<String, Expr> bound = new LinkedHashMap<>();
    for (Rule.Variable variable : rule.variables()) {
      Expr expr = laid.bound().get(variable.name());
      if (expr != null) {
        bound.put(variable.name(), expr);
      }
    }
    return new Match(rule, laid.nodes(), bound, laid.evidence(), laid.doubts());
  }
}
