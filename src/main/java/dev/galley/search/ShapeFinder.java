package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds every place of some trees that a shape fits, types refused or not. */
public final class ShapeFinder {

  private static final Comparator<Laid> BY_PLACE =
      Comparator.<Laid>comparingInt(ShapeFinder::start)
          .thenComparing(Comparator.<Laid>comparingInt(ShapeFinder::end).reversed());

  private final Shape shape;
  private final Program program;
  private final List<? extends CNode> roots;
  private final Map<Laid, Laid> found = new TreeMap<>(BY_PLACE);
  private final Set<CNode> inRows = Collections.newSetFromMap(new IdentityHashMap<>());
  private Optional<Surroundings> around = Optional.empty();

  private ShapeFinder(Shape shape, Program program, List<? extends CNode> roots) {
    this.shape = shape;
    this.program = program;
    this.roots = roots;
  }

  /**
   * The places in the order of the file. Of several around each other that say the same ({@code
   * !!d->x}) only the innermost.
   */
  public static List<Laid> find(Shape shape, Program program, List<? extends CNode> roots) {
    ShapeFinder finder = new ShapeFinder(shape, program, roots);
    if (shape.isExpression()) {
      roots.forEach(root -> root.walk(finder::expression));
    } else {
      finder.run(statements(roots));
      roots.forEach(root -> root.walk(finder::runs));
    }
    return innermost(List.copyOf(finder.found.values()));
  }

  private static List<Laid> innermost(List<Laid> inOrder) {
    List<Laid> kept = new ArrayList<>();
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      Laid laid = inOrder.get(i);
      boolean isAround = false;
      for (int j = kept.size() - 1; j >= 0 && start(kept.get(j)) < end(laid); j--) {
        isAround |= end(kept.get(j)) <= end(laid) && bindings(kept.get(j)).equals(bindings(laid));
      }
      if (!isAround) {
        kept.add(laid);
      }
    }
    Collections.reverse(kept);
    return kept;
  }

  private static Map<String, Span> bindings(Laid laid) {
    Map<String, Span> bindings = new TreeMap<>();
    laid.bound().forEach((name, expr) -> bindings.put(name, expr.span()));
    return bindings;
  }

  private static int start(Laid laid) {
    return laid.nodes().get(0).span().start();
  }

  private static int end(Laid laid) {
    return laid.nodes().get(laid.nodes().size() - 1).span().end();
  }

  private void expression(CNode node) {
    if (!(node instanceof Expr expr) || expr instanceof Expr.Paren) {
      return;
    }
    shape
        .lay(List.of(expr), program, Map.of(), () -> surroundings().isCondition(expr))
        .ifPresent(this::take);
    if (expr instanceof Expr.Binary binary) {
      if (!inRows.contains(binary)) {
        shape.layInRow(binary, program, Map.of()).forEach(this::take);
      }
      markRow(binary, binary.left());
      markRow(binary, binary.right());
    }
  }

  private void take(Laid laid) {
    found.putIfAbsent(laid, laid);
  }

  /** An operand that is the same operator again belongs to the row of the one around it. */
  private void markRow(Expr.Binary row, Expr operand) {
    Expr at = operand;
    while (at instanceof Expr.Paren paren) {
      at = paren.inner();
    }
    if (at instanceof Expr.Binary inner && inner.op().equals(row.op())) {
      inRows.add(inner);
    }
  }

  private Surroundings surroundings() {
    if (around.isEmpty()) {
      around = Optional.of(new Surroundings(roots));
    }
    return around.get();
  }

  private void runs(CNode node) {
    if (node instanceof Stmt.Compound block) {
      run(block.items());
    } else if (node instanceof Unit.Statements unit) {
      run(unit.items());
    } else if (node instanceof Expr.Statements argument) {
      run(argument.items());
    } else if (node instanceof Stmt.Alternatives alternatives) {
      alternatives.branches().forEach(branch -> run(branch.items()));
    } else if (node instanceof Stmt) {
      for (CNode child : node.children()) {
        if (child instanceof Stmt body && !(body instanceof Stmt.Compound)) {
          run(List.of(body));
        }
      }
    }
  }

  private void run(List<Stmt> items) {
    shape.layInRun(items, program, Map.of()).forEach(this::take);
  }

  private static List<Stmt> statements(List<? extends CNode> nodes) {
    List<Stmt> statements = new ArrayList<>();
    for (CNode node : nodes) {
      if (!(node instanceof Stmt statement)) {
        return List.of();
      }
      statements.add(statement);
    }
    return statements;
  }
}
