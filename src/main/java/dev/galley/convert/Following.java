package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What runs before and after a place of a function, by its blocks: the statements of the same
 * block, then those of the blocks around, and where a {@code goto} leads. Loops run once.
 */
final class Following {

  private static final int MOST = 5_000;

  private final SiteTree tree;

  Following(SiteTree tree) {
    this.tree = tree;
  }

  /** The statement of a block that a node belongs to. */
  Optional<Stmt> statementOf(CNode node) {
    Optional<CNode> at = Optional.of(node);
    while (at.isPresent()) {
      Optional<CNode> around = tree.parent(at.get());
      if (at.get() instanceof Stmt statement
          && around.filter(block -> listWith(block, statement).isPresent()).isPresent()) {
        return Optional.of(statement);
      }
      at = around;
    }
    return Optional.empty();
  }

  /** The statements that can run after one, in order; where it jumps, those at the label. */
  List<Stmt> after(Stmt statement) {
    List<Stmt> found = new ArrayList<>();
    collect(statement, found, new HashSet<>());
    return found;
  }

  /** The statements at a label and after it. */
  List<Stmt> at(String label) {
    List<Stmt> found = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(label));
    label(label).ifPresent(there -> collect(there, found, seen));
    return found;
  }

  private void collect(Stmt from, List<Stmt> found, Set<String> jumped) {
    Stmt at = from;
    while (found.size() < MOST) {
      Optional<CNode> around = tree.parent(at);
      if (around.isEmpty()) {
        return;
      }
      Optional<List<Stmt>> list = listWith(around.get(), at);
      if (list.isPresent()) {
        List<Stmt> items = list.get();
        for (int i = place(items, at) + 1; i < items.size(); i++) {
          Stmt item = items.get(i);
          found.add(item);
          if (item instanceof Stmt.Goto jump) {
            if (jumped.add(jump.label().text())) {
              label(jump.label().text()).ifPresent(there -> collect(there, found, jumped));
            }
            return;
          }
          if (item instanceof Stmt.Return || Guarded.leaves(item)) {
            return;
          }
        }
      }
      if (!(around.get() instanceof Stmt outer)) {
        return;
      }
      at = outer;
    }
  }

  /**
   * The statements of the same block, and of the blocks around, that run before one in any case.
   */
  List<Stmt> before(Stmt statement) {
    List<Stmt> found = new ArrayList<>();
    Stmt at = statement;
    while (true) {
      Optional<CNode> around = tree.parent(at);
      if (around.isEmpty()) {
        return found;
      }
      Optional<List<Stmt>> list = listWith(around.get(), at);
      if (list.isPresent()) {
        List<Stmt> items = list.get();
        for (int i = place(items, at) - 1; i >= 0; i--) {
          if (items.get(i) instanceof Stmt.Label || items.get(i) instanceof Stmt.Case) {
            return found;
          }
          found.add(items.get(i));
        }
      }
      if (!(around.get() instanceof Stmt outer)) {
        return found;
      }
      at = outer;
    }
  }

  private Optional<Stmt> label(String name) {
    List<Stmt> found = new ArrayList<>();
    tree.root()
        .walk(
            node -> {
              if (node instanceof Stmt.Label label && label.name().text().equals(name)) {
                found.add(label);
              }
            });
    return found.stream().findFirst();
  }

  /** The list of statements of a block that has one of them. */
  private static Optional<List<Stmt>> listWith(CNode block, Stmt statement) {
    List<List<Stmt>> lists =
        block instanceof Stmt.Compound compound
            ? List.of(compound.items())
            : block instanceof Unit.Statements unit
                ? List.of(unit.items())
                : block instanceof Stmt.Alternatives alternatives
                    ? alternatives.branches().stream().map(Stmt.Alternatives.Branch::items).toList()
                    : List.of();
    return lists.stream().filter(items -> place(items, statement) >= 0).findFirst();
  }

  private static int place(List<Stmt> items, Stmt one) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) == one) {
        return i;
      }
    }
    return -1;
  }

  /** The expressions of a kind below a node. */
  static <T extends Expr> List<T> all(CNode node, Class<T> kind) {
    List<T> found = new ArrayList<>();
    node.walk(
        one -> {
          if (kind.isInstance(one)) {
            found.add(kind.cast(one));
          }
        });
    return found;
  }
}
