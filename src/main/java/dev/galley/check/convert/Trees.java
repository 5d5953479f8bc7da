package dev.galley.check.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What checks ask of trees. */
final class Trees {

  private Trees() {}

  static <T extends CNode> List<T> all(CNode node, Class<T> kind) {
    List<T> found = new ArrayList<>();
    node.walk(
        child -> {
          if (kind.isInstance(child)) {
            found.add(kind.cast(child));
          }
        });
    return found;
  }

  static <T extends CNode> List<T> all(List<? extends CNode> nodes, Class<T> kind) {
    List<T> found = new ArrayList<>();
    nodes.forEach(node -> found.addAll(all(node, kind)));
    return found;
  }

  /** The names of variables, functions and macros in a tree. */
  static Set<String> names(CNode node) {
    Set<String> names = new LinkedHashSet<>();
    all(node, Expr.Ident.class).forEach(ident -> names.add(ident.name()));
    return names;
  }

  static Expr bare(Expr expression) {
    Expr inner = expression;
    while (inner instanceof Expr.Paren paren) {
      inner = paren.inner();
    }
    return inner;
  }

  /** The expression without parentheses and casts. */
  static Expr core(Expr expression) {
    Expr inner = bare(expression);
    while (inner instanceof Expr.Cast cast) {
      inner = bare(cast.operand());
    }
    return inner;
  }

  static boolean isNot(Expr expression) {
    return bare(expression) instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT;
  }

  /** What is negated, or the expression itself. */
  static Expr positive(Expr expression) {
    Expr inner = bare(expression);
    return inner instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT
        ? bare(unary.operand())
        : inner;
  }

  static Optional<String> identifier(Expr expression) {
    return core(expression) instanceof Expr.Ident ident
        ? Optional.of(ident.name())
        : Optional.empty();
  }

  /** The variable at the bottom of {@code a->b[i].c}: {@code a}. */
  static Optional<String> root(Expr expression) {
    Expr inner = core(expression);
    while (true) {
      if (inner instanceof Expr.Member member) {
        inner = core(member.base());
      } else if (inner instanceof Expr.Index index) {
        inner = core(index.base());
      } else if (inner instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.DEREFERENCE) {
        inner = core(unary.operand());
      } else {
        return inner instanceof Expr.Ident ident ? Optional.of(ident.name()) : Optional.empty();
      }
    }
  }

  /** The operands of a chain of one operator, {@code a || b || c}, in order. */
  static List<Expr> chain(Expr expression, String op) {
    List<Expr> operands = new ArrayList<>();
    chain(expression, op, operands::add);
    return operands;
  }

  private static void chain(Expr expression, String op, Consumer<Expr> sink) {
    List<Expr> open = new ArrayList<>(List.of(expression));
    while (!open.isEmpty()) {
      Expr inner = bare(open.remove(open.size() - 1));
      if (inner instanceof Expr.Binary binary && binary.op().equals(op)) {
        open.add(binary.right());
        open.add(binary.left());
      } else {
        sink.accept(inner);
      }
    }
  }

  /** Variables with a name and how they are declared, in order. */
  static List<Decl.Declared> declared(List<Stmt> items) {
    List<Decl.Declared> found = new ArrayList<>();
    for (Stmt item : items) {
      if (item instanceof Stmt.Declare declare
          && declare.declaration() instanceof Decl.Declaration declaration) {
        found.addAll(declaration.declared());
      }
    }
    return found;
  }

  static Optional<String> name(Decl.Declared declared) {
    return declared.declarator().name().map(name -> name.text());
  }

  /** Whether control cannot get behind it. */
  static boolean leaves(Stmt statement) {
    if (statement instanceof Stmt.Compound block) {
      return !block.items().isEmpty() && leaves(block.items().get(block.items().size() - 1));
    }
    return statement instanceof Stmt.Return
        || statement instanceof Stmt.Goto
        || statement instanceof Stmt.ComputedGoto
        || statement instanceof Stmt.Break
        || statement instanceof Stmt.Continue;
  }

  /** A block's statements, or the one that stands without braces. */
  static List<Stmt> body(Stmt statement) {
    return statement instanceof Stmt.Compound block ? block.items() : List.of(statement);
  }
}
