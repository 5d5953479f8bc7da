package dev.galley.kernelc.syntax;

import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A node of a syntax tree. */
public sealed interface CNode permits Expr, Stmt, Decl, TypeSyntax, Unit {

  /** Its octets in the file, from its first token to its last; comments between them included. */
  Span span();

  /** Hands over its children in the order of the file. */
  void children(Consumer<? super CNode> sink);

  /** Its children in the order of the file. */
  default List<CNode> children() {
    List<CNode> children = new ArrayList<>();
    children(children::add);
    return children;
  }

  /** Hands over nodes of several kinds in the order of the file. */
  static void inOrder(List<? extends CNode> nodes, Consumer<? super CNode> sink) {
    List<CNode> sorted = new ArrayList<>(nodes);
    sorted.sort(Comparator.comparingInt(node -> node.span().start()));
    sorted.forEach(sink);
  }

  /**
   * Itself and everything below it, parents first; without recursion, so that depth is no matter.
   */
  default void walk(Consumer<? super CNode> sink) {
    List<CNode> stack = new ArrayList<>();
    stack.add(this);
    while (!stack.isEmpty()) {
      CNode node = stack.remove(stack.size() - 1);
      sink.accept(node);
      List<CNode> children = node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        stack.add(children.get(i));
      }
    }
  }
}
