package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes down from two nodes that were aligned, by what they are. */
final class NodePairs {

  private final TreeAligner aligner;

  NodePairs(TreeAligner aligner) {
    this.aligner = aligner;
  }

  void pair(CNode one, CNode other, Level outer) {
    if (aligner.shapes().same(one, other)) {
      return;
    }
    CNode before = Nodes.plain(one);
    CNode after = Nodes.plain(other);
    if (before instanceof Stmt.Compound || after instanceof Stmt.Compound) {
      blocks(before, after, outer);
    } else if (before.getClass() != after.getClass()) {
      kinds(before, after, outer);
    } else if (before instanceof Stmt || before instanceof Expr.Conditional) {
      statements(before, after, outer);
    } else if (before instanceof Expr expr) {
      expressions(expr, (Expr) after, outer);
    } else {
      others(before, after, outer);
    }
  }

  private static Level level(CNode before, CNode after, Level outer) {
    return new Level(List.of(before), List.of(after), Optional.of(outer), false);
  }

  private void blocks(CNode before, CNode after, Level outer) {
    aligner.lists(items(before), items(after), level(before, after, outer));
  }

  private static List<? extends CNode> items(CNode node) {
    return node instanceof Stmt.Compound compound ? compound.items() : List.of(node);
  }

  /** Nodes of two kinds: loops keep their bodies aligned, all others differ as a whole. */
  private void kinds(CNode before, CNode after, Level outer) {
    aligner.differ(List.of(before), List.of(after), outer);
    Optional<Stmt> body = loopBody(before);
    Optional<Stmt> otherBody = loopBody(after);
    if (body.isPresent() && otherBody.isPresent()) {
      aligner.pair(body.get(), otherBody.get(), level(before, after, outer));
    }
  }

  static Optional<Stmt> loopBody(CNode node) {
    if (node instanceof Stmt.For loop) {
      return Optional.of(loop.body());
    } else if (node instanceof Stmt.While loop) {
      return Optional.of(loop.body());
    } else if (node instanceof Stmt.DoWhile loop) {
      return Optional.of(loop.body());
    }
    return node instanceof Stmt.MacroBlock block ? Optional.of(block.body()) : Optional.empty();
  }

  private void statements(CNode before, CNode after, Level outer) {
    Level level = level(before, after, outer);
    if (before instanceof Stmt.If one && after instanceof Stmt.If other) {
      branches(
          Optional.of(one.then()),
          one.otherwise(),
          Optional.of(other.then()),
          other.otherwise(),
          new CNode[] {one.condition(), other.condition()},
          level);
    } else if (before instanceof Expr.Conditional one
        && after instanceof Expr.Conditional other
        && one.yes().isPresent() == other.yes().isPresent()) {
      branches(
          one.yes(),
          Optional.of(one.no()),
          other.yes(),
          Optional.of(other.no()),
          new CNode[] {one.condition(), other.condition()},
          level);
    } else if (before instanceof Stmt.For one && after instanceof Stmt.For other) {
      role(one.first(), other.first(), level);
      role(one.condition(), other.condition(), level);
      role(one.step(), other.step(), level);
      aligner.pair(one.body(), other.body(), level);
    } else if (before instanceof Stmt.MacroBlock one && after instanceof Stmt.MacroBlock other) {
      macroBlocks(one, other, level);
    } else if (before instanceof Stmt.Return one && after instanceof Stmt.Return other) {
      role(one.value(), other.value(), level);
    } else if (before instanceof Stmt.Alternatives one
        && after instanceof Stmt.Alternatives other) {
      Map<String, List<? extends CNode>> left = new LinkedHashMap<>();
      one.branches().forEach(branch -> left.putIfAbsent(branch.condition(), branch.items()));
      Map<String, List<? extends CNode>> right = new LinkedHashMap<>();
      other.branches().forEach(branch -> right.putIfAbsent(branch.condition(), branch.items()));
      alternatives(left, right, level);
    } else {
      others(before, after, outer);
    }
  }

  /** Branches of an {@code if}; exchanged where that leaves less to tell. */
  private void branches(
      Optional<? extends CNode> yes,
      Optional<? extends CNode> no,
      Optional<? extends CNode> otherYes,
      Optional<? extends CNode> otherNo,
      CNode[] conditions,
      Level level) {
    double straight = like(yes, otherYes) + like(no, otherNo);
    double crossed = like(yes, otherNo) + like(no, otherYes);
    boolean swapped = crossed > straight + 0.3 && crossed > 0.6;
    Level at = new Level(level.before(), level.after(), level.outer(), swapped);
    aligner.pair(conditions[0], conditions[1], at);
    role(yes, swapped ? otherNo : otherYes, at);
    role(no, swapped ? otherYes : otherNo, at);
  }

  private double like(Optional<? extends CNode> one, Optional<? extends CNode> other) {
    return one.isPresent() && other.isPresent() ? aligner.likeness().of(one.get(), other.get()) : 0;
  }

  private void role(
      Optional<? extends CNode> before, Optional<? extends CNode> after, Level level) {
    if (before.isPresent() && after.isPresent()) {
      aligner.pair(before.get(), after.get(), level);
    } else {
      aligner.differ(list(before), list(after), level);
    }
  }

  private static List<CNode> list(Optional<? extends CNode> node) {
    return node.<List<CNode>>map(List::of).orElse(List.of());
  }

  private void macroBlocks(Stmt.MacroBlock one, Stmt.MacroBlock other, Level level) {
    if (!aligner.shapes().sameLabel(one, other)) {
      aligner.differ(List.of(one), List.of(other), level.outer().orElse(level));
    } else {
      arguments(one.arguments(), other.arguments(), level);
    }
    aligner.pair(one.body(), other.body(), level);
    role(one.otherwise(), other.otherwise(), level);
  }

  private void alternatives(
      Map<String, List<? extends CNode>> before,
      Map<String, List<? extends CNode>> after,
      Level level) {
    before.forEach(
        (condition, items) -> {
          List<? extends CNode> others = after.getOrDefault(condition, List.of());
          aligner.step(() -> aligner.lists(items, others, level));
        });
    after.forEach(
        (condition, items) -> {
          if (!before.containsKey(condition)) {
            aligner.differ(List.of(), items, level);
          }
        });
  }

  private void expressions(Expr before, Expr after, Level outer) {
    Level level = level(before, after, outer);
    if (before instanceof Expr.Alternatives one && after instanceof Expr.Alternatives other) {
      Map<String, List<? extends CNode>> left = new LinkedHashMap<>();
      one.branches().forEach(branch -> left.putIfAbsent(branch.condition(), branch.items()));
      Map<String, List<? extends CNode>> right = new LinkedHashMap<>();
      other.branches().forEach(branch -> right.putIfAbsent(branch.condition(), branch.items()));
      alternatives(left, right, level);
    } else if (!aligner.shapes().sameLabel(before, after)) {
      aligner.differ(List.of(before), List.of(after), outer);
    } else if (Nodes.isChain(before)) {
      aligner.chains((Expr.Binary) before, (Expr.Binary) after, level);
    } else if (before instanceof Expr.Call one && after instanceof Expr.Call other) {
      aligner.pair(one.callee(), other.callee(), level);
      arguments(one.arguments(), other.arguments(), level);
    } else if (before instanceof Expr.InitList one && after instanceof Expr.InitList other) {
      aligner.lists(one.items(), other.items(), level);
    } else {
      children(before.children(), after.children(), level);
    }
  }

  /** Arguments stand for each other by their places where there are as many. */
  private void arguments(List<? extends CNode> before, List<? extends CNode> after, Level level) {
    children(before, after, level);
  }

  private void children(List<? extends CNode> before, List<? extends CNode> after, Level level) {
    if (before.size() != after.size()) {
      aligner.lists(before, after, level);
      return;
    }
    for (int i = 0; i < before.size(); i++) {
      aligner.pair(before.get(i), after.get(i), level);
    }
  }

  private void others(CNode before, CNode after, Level outer) {
    Level level = level(before, after, outer);
    if (before instanceof Decl.Declared one && after instanceof Decl.Declared other) {
      aligner.pair(one.declarator(), other.declarator(), level);
      role(one.width(), other.width(), level);
      role(one.initializer(), other.initializer(), level);
    } else if (before instanceof Decl.FunctionDefinition one
        && after instanceof Decl.FunctionDefinition other) {
      role(one.specifiers(), other.specifiers(), level);
      aligner.pair(one.declarator(), other.declarator(), level);
      aligner.lists(one.oldStyle(), other.oldStyle(), level);
      aligner.pair(one.body(), other.body(), level);
    } else if (before instanceof Decl.Alternatives one
        && after instanceof Decl.Alternatives other) {
      Map<String, List<? extends CNode>> left = new LinkedHashMap<>();
      one.branches().forEach(branch -> left.putIfAbsent(branch.condition(), branch.items()));
      Map<String, List<? extends CNode>> right = new LinkedHashMap<>();
      other.branches().forEach(branch -> right.putIfAbsent(branch.condition(), branch.items()));
      alternatives(left, right, level);
    } else if (aligner.shapes().sameLabel(before, after)) {
      children(before.children(), after.children(), level);
    } else {
      aligner.differ(List.of(before), List.of(after), outer);
    }
  }

  /** The nodes of an edit that are statements, with all statements inside them. */
  static List<CNode> statementsIn(List<CNode> nodes) {
    List<CNode> all = new ArrayList<>();
    for (CNode node : nodes) {
      node.walk(
          inner -> {
            if (inner instanceof Stmt && Nodes.plain(inner) == inner) {
              all.add(inner);
            }
          });
    }
    return all;
  }
}
