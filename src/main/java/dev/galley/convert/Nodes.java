package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Small questions about nodes. */
final class Nodes {

  /** Operators whose chains are lists of operands: {@code a && b && c}. */
  private static final Set<String> CHAINED = Set.of("&&", "||", "|", "&", "+", "^");

  private Nodes() {}

  /** The expression inside parentheses that only group. */
  static Expr bare(Expr expr) {
    Expr at = expr;
    while (at instanceof Expr.Paren paren) {
      at = paren.inner();
    }
    return at;
  }

  /** A node without what does not count: parentheses, braces around one statement. */
  static CNode plain(CNode node) {
    CNode at = node;
    while (true) {
      if (at instanceof Expr.Paren paren) {
        at = paren.inner();
      } else if (at instanceof Stmt.Compound compound
          && compound.items().size() == 1
          && !(compound.items().get(0) instanceof Stmt.Declare)
          && !isMark(compound.items().get(0))) {
        at = compound.items().get(0);
      } else {
        return at;
      }
    }
  }

  /** Whether a statement is a label of any kind. */
  static boolean isMark(CNode node) {
    return node instanceof Stmt.Case || node instanceof Stmt.Default || node instanceof Stmt.Label;
  }

  /** Whether an expression is a chain of an operator whose operands may be told one by one. */
  static boolean isChain(CNode node) {
    return node instanceof Expr.Binary binary && CHAINED.contains(binary.op());
  }

  /** The operands of a chain from left to right; parentheses inside it do not count. */
  static List<Expr> operands(Expr.Binary chain) {
    List<Expr> operands = new ArrayList<>();
    List<Expr> open = new ArrayList<>();
    open.add(chain);
    while (!open.isEmpty()) {
      Expr node = bare(open.remove(open.size() - 1));
      if (node instanceof Expr.Binary binary && binary.op().equals(chain.op())) {
        open.add(binary.right());
        open.add(binary.left());
      } else {
        operands.add(node);
      }
    }
    return operands;
  }

  /** Operands in a row as one expression, with the octets from the first to the last. */
  static Expr chain(String op, List<? extends CNode> operands) {
    Expr all = (Expr) operands.get(0);
    for (CNode operand : operands.subList(1, operands.size())) {
      Span span = new Span(all.span().start(), operand.span().end());
      all = new Expr.Binary(span, op, all, (Expr) operand);
    }
    return all;
  }

  /** All nodes below some roots and the roots, children before parents. */
  static List<CNode> upwards(List<? extends CNode> roots) {
    List<CNode> all = new ArrayList<>();
    roots.forEach(root -> root.walk(all::add));
    Collections.reverse(all);
    return all;
  }

  /** Whether two lists have the same nodes, not only equal ones. */
  // A tree's nodes are told apart by what they are, not by what they say.
  @SuppressWarnings("ReferenceEquality")
  static boolean areOne(List<? extends CNode> some, List<? extends CNode> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Octets from the first node to the last. */
  static Span span(List<? extends CNode> nodes) {
    return new Span(nodes.get(0).span().start(), nodes.get(nodes.size() - 1).span().end());
  }
}
