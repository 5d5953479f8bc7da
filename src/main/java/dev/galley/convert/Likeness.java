package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.IdentityHashMap;
import java.util.List;

/** How much two nodes have in common, from 0 to 1; and whether they may be one, changed. */
final class Likeness {

  /** Words that are looked at in one node: more say nothing new. */
  private static final int MOST_WORDS = 256;

  /** Below this, two statements of one kind are two statements and not one that changed. */
  private static final double LIKE = 0.4;

  /** The same for statements of kinds that can become each other. */
  private static final double KIND_CHANGED = 0.5;

  private final ShapeNumbers shapes;
  private final IdentityHashMap<CNode, int[]> words = new IdentityHashMap<>();

  Likeness(ShapeNumbers shapes) {
    this.shapes = shapes;
  }

  /** The share of common words: twice the common ones by all (Dice). */
  double of(CNode one, CNode other) {
    if (shapes.same(one, other)) {
      return 1;
    }
    int[] left = words.computeIfAbsent(one, node -> shapes.words(node, MOST_WORDS));
    int[] right = words.computeIfAbsent(other, node -> shapes.words(node, MOST_WORDS));
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      if (left[i] == right[j]) {
        common++;
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return left.length + right.length == 0 ? 0 : 2.0 * common / (left.length + right.length);
  }

  /** The likeness of two lists: the mean of what each of the shorter finds in the longer. */
  double ofLists(List<? extends CNode> one, List<? extends CNode> other) {
    List<? extends CNode> few = one.size() <= other.size() ? one : other;
    List<? extends CNode> many = few == one ? other : one;
    if (few.isEmpty() || few.size() * (long) many.size() > 10_000) {
      return 0;
    }
    double sum = 0;
    for (CNode node : few) {
      double best = 0;
      for (CNode candidate : many) {
        best = Math.max(best, of(node, candidate));
      }
      sum += best;
    }
    return sum / many.size();
  }

  /** How well a node of a list fits as what another one became; 0 where it cannot be. */
  double asChanged(CNode one, CNode other) {
    CNode left = Nodes.plain(one);
    CNode right = Nodes.plain(other);
    if (!mayBecome(left, right)) {
      return 0;
    }
    double like = of(left, right);
    double needed = left.getClass() == right.getClass() ? LIKE : KIND_CHANGED;
    return like >= needed ? like : 0;
  }

  /** Whether a node may be what another one became, by their kinds alone. */
  static boolean mayBecome(CNode one, CNode other) {
    if (Nodes.isMark(one) || Nodes.isMark(other)) {
      return one.getClass() == other.getClass();
    }
    return one.getClass() == other.getClass()
        || (one instanceof Expr && other instanceof Expr)
        || (carries(one) && carries(other))
        || (loops(one) && loops(other))
        || (one instanceof Decl && other instanceof Decl && !isFunction(one) && !isFunction(other));
  }

  private static boolean isFunction(CNode node) {
    return node instanceof Decl.FunctionDefinition;
  }

  /** Statements that are an expression with little around it. */
  private static boolean carries(CNode node) {
    return node instanceof Stmt.Evaluate
        || node instanceof Stmt.Declare
        || node instanceof Stmt.MacroStatement;
  }

  private static boolean loops(CNode node) {
    return node instanceof Stmt.For
        || node instanceof Stmt.While
        || node instanceof Stmt.DoWhile
        || node instanceof Stmt.MacroBlock;
  }
}
