package dev.galley.kernelc.syntax;

import dev.galley.text.Span;
import java.util.List;
import java.util.function.Consumer;

/** The root of a tree: what one external declaration, macro body or fragment holds. */
public sealed interface Unit extends CNode {

  /** Declarations of a file: usually one; a function definition is one. */
  record Declarations(Span span, List<Decl> items) implements Unit {
    public Declarations {
      items = List.copyOf(items);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      items.forEach(sink);
    }
  }

  /** Statements without a function around them: a macro's body, the inside of a hunk. */
  record Statements(Span span, List<Stmt> items) implements Unit {
    public Statements {
      items = List.copyOf(items);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      items.forEach(sink);
    }
  }

  /** One expression: a macro's body, a search pattern. */
  record Expression(Span span, Expr expression) implements Unit {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(expression);
    }
  }
}
