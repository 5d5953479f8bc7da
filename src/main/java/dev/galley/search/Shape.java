package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * An expression, or statements in a row, with metavariables: what a rule says of one side.
 *
 * <p>Its types need no tree: a struct is known by its tag, a type by its name. Other than the
 * pattern of a search it fits what means the same: see docs/rules.md. Safe for several threads.
 */
public final class Shape {

  private static final Set<String> NO_WORDS = Set.of("NULL", "true", "false");

  private final Pattern pattern;
  private final List<Stmt> statements;

  private Shape(Pattern pattern, List<Stmt> statements) {
    this.pattern = pattern;
    this.statements = List.copyOf(statements);
  }

  /**
   * An expression.
   *
   * @param declarations of the metavariables, each without its semicolon: {@code struct pci_dev
   *     *d}, {@code expression e}
   * @throws PatternException if one of them is not what it should be
   */
  public static Shape expression(String text, Collection<String> declarations)
      throws PatternException {
    ShapeReader.Parts parts = ShapeReader.read(text, declarations, true);
    return new Shape(parts.pattern(), List.of());
  }

  /**
   * Statements in a row.
   *
   * @throws PatternException if they are none
   */
  public static Shape statements(String text, Collection<String> declarations)
      throws PatternException {
    ShapeReader.Parts parts = ShapeReader.read(text, declarations, false);
    return new Shape(parts.pattern(), parts.statements());
  }

  /** Whether it is an expression. */
  public boolean isExpression() {
    return statements.isEmpty();
  }

  /** Every name that means itself; what has not all of them has no place that fits. */
  public Set<String> words() {
    Set<String> words = new TreeSet<>();
    if (isExpression()) {
      pattern.expression().walk(node -> addWords(node, words));
      words.removeAll(pattern.variables().keySet());
    } else {
      statements.forEach(item -> item.walk(node -> addWords(node, words)));
      words.removeAll(pattern.variables().keySet());
    }
    words.removeAll(NO_WORDS);
    return words;
  }

  private static void addWords(CNode node, Set<String> words) {
    Shapes.namesOf(node).forEach(name -> words.add(name.text()));
  }

  /** The word whose occurrences a search accounts for; empty where the shape has none. */
  String anchor() {
    String anchor = isExpression() ? pattern.anchor() : "";
    return words().contains(anchor)
        ? anchor
        : words().stream()
            .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
            .orElse("");
  }

  Pattern pattern() {
    return pattern;
  }

  /**
   * Lays it over an expression, or over all of some statements in a row.
   *
   * <p>An expression fits in a condition what has the same truth, elsewhere what has the same
   * value; {@code isCondition} is asked only where that matters.
   *
   * @param bound what variables stand for already
   * @return empty where words or shapes differ; refusals in it where only types do
   */
  public Optional<Laid> lay(
      List<? extends CNode> nodes,
      Program program,
      Map<String, Expr> bound,
      BooleanSupplier isCondition) {
    if (isExpression()) {
      return nodes.size() == 1 && nodes.get(0) instanceof Expr expr
          ? expression(pattern.expression(), expr, program, bound, isCondition)
          : Optional.empty();
    }
    List<Stmt> run = new ArrayList<>();
    for (CNode node : nodes) {
      if (!(node instanceof Stmt statement)) {
        return Optional.empty();
      }
      run.add(statement);
    }
    return attempt(
        nodes,
        bound,
        fit ->
            new StatementUnifier(new Unifier(pattern, program, Sense.VALUE))
                .fits(statements, run, fit, 0));
  }

  /** Lays the opposite of an expression over an expression: {@code !x} over {@code x}. */
  public Optional<Laid> layOpposite(Expr expr, Program program, Map<String, Expr> bound) {
    return isExpression()
        ? expression(Sense.negation(pattern.expression()), expr, program, bound, () -> true)
        : Optional.empty();
  }

  /**
   * Lays it over operands next to each other in a row of its operator: {@code a && b} in {@code x
   * && a && b}.
   *
   * @return each place, its nodes the operands
   */
  public List<Laid> layInRow(Expr.Binary row, Program program, Map<String, Expr> bound) {
    if (!isExpression()
        || !(Sense.VALUE.of(pattern.expression()) instanceof Expr.Binary wanted)
        || !wanted.op().equals(row.op())) {
      return List.of();
    }
    Sense at = row.op().equals("&&") || row.op().equals("||") ? Sense.TRUTH : Sense.VALUE;
    List<Expr> shapes = Chains.row(wanted, at);
    List<Expr> parts = Chains.row(row, at);
    if (shapes.size() >= parts.size() || row.op().equals("==") || row.op().equals("!=")) {
      return List.of();
    }
    List<Laid> found = new ArrayList<>();
    Chains chains = new Chains(new Unifier(pattern, program, Sense.VALUE));
    for (int from = 0; from + shapes.size() <= parts.size(); from++) {
      List<Expr> part = parts.subList(from, from + shapes.size());
      attempt(part, bound, fit -> chains.inAnyOrder(shapes, part, Chains.mayTurn(row), at, fit, 0))
          .ifPresent(found::add);
    }
    return found;
  }

  /**
   * Lays it over statements next to each other in a block.
   *
   * @return each place, its nodes the statements
   */
  public List<Laid> layInRun(List<Stmt> items, Program program, Map<String, Expr> bound) {
    if (isExpression()) {
      return List.of();
    }
    List<Stmt> flat = StatementUnifier.flat(items);
    int length = StatementUnifier.flat(statements).size();
    List<Laid> found = new ArrayList<>();
    for (int from = 0; length > 0 && from + length <= flat.size(); from++) {
      lay(flat.subList(from, from + length), program, bound, () -> false).ifPresent(found::add);
    }
    return found;
  }

  /** Whether two expressions mean the same, wherever they stand. */
  public static boolean same(Expr one, Expr other) {
    return ShapeReader.SAME.same(one, other);
  }

  private Optional<Laid> expression(
      Expr shape,
      Expr expr,
      Program program,
      Map<String, Expr> bound,
      BooleanSupplier isCondition) {
    Unifier unifier = new Unifier(pattern, program, Sense.VALUE);
    Optional<Laid> byValue =
        attempt(List.of(expr), bound, fit -> unifier.fits(shape, expr, Sense.VALUE, fit, 0));
    if (byValue.isPresent() && byValue.get().fits()) {
      return byValue;
    }
    Optional<Laid> byTruth =
        attempt(List.of(expr), bound, fit -> unifier.fits(shape, expr, Sense.TRUTH, fit, 0))
            .filter(laid -> isTruthOf(expr) || isCondition.getAsBoolean());
    return byTruth.isPresent() ? byTruth : byValue;
  }

  /** Whether an expression itself asks only for truth: {@code !!x}, {@code x != 0}. */
  private static boolean isTruthOf(Expr expr) {
    Expr plain = Sense.VALUE.of(expr);
    return (plain instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT)
        || (plain instanceof Expr.Binary binary
            && Set.of("==", "!=", "<", "<=", "&&", "||").contains(binary.op()));
  }

  /** Whether a way to lay it exists. */
  private interface Way {
    boolean fits(Fit fit);
  }

  private static Optional<Laid> attempt(
      List<? extends CNode> nodes, Map<String, Expr> bound, Way way) {
    for (boolean takesRefusals : new boolean[] {false, true}) {
      Fit fit = new Fit(takesRefusals);
      bound.forEach(fit::bind);
      if (way.fits(fit)) {
        return Optional.of(
            new Laid(
                List.copyOf(nodes), fit.bound(), fit.evidence(), fit.doubts(), fit.refusals()));
      }
      if (fit.otherType().isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }
}
