package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands around the nodes of some trees. */
public final class Surroundings {

  /** Macros and functions of the kernel that take a condition. */
  private static final Set<String> CONDITIONAL_CALLS =
      Set.of(
          "likely",
          "unlikely",
          "WARN_ON",
          "WARN_ON_ONCE",
          "WARN",
          "WARN_ONCE",
          "BUG_ON",
          "VM_BUG_ON",
          "VM_WARN_ON",
          "wait_event");

  private final IdentityHashMap<CNode, CNode> parents = new IdentityHashMap<>();

  /** Prepares trees. */
  public Surroundings(List<? extends CNode> roots) {
    roots.forEach(root -> root.walk(node -> node.children(child -> parents.put(child, node))));
  }

  /** The node around another; empty at a root. */
  public Optional<CNode> around(CNode node) {
    return Optional.ofNullable(parents.get(node));
  }

  /** Whether of an expression only counts whether it is zero. */
  // A tree's nodes are told apart by what they are, not by what they say.
  @SuppressWarnings("ReferenceEquality")
  public boolean isCondition(Expr expr) {
    CNode at = expr;
    while (parents.get(at) instanceof Expr.Paren paren) {
      at = paren;
    }
    CNode around = parents.get(at);
    if (around instanceof Stmt statement) {
      return statement instanceof Stmt.If
          || statement instanceof Stmt.While
          || statement instanceof Stmt.DoWhile
          || (statement instanceof Stmt.For loop && loop.condition().orElse(null) == at)
          || (statement instanceof Stmt.Return && isInPredicate(statement));
    }
    if (around instanceof Expr.Unary unary) {
      return unary.op() == Expr.UnaryOp.NOT;
    }
    if (around instanceof Expr.Binary binary) {
      return binary.op().equals("&&") || binary.op().equals("||");
    }
    if (around instanceof Expr.Conditional choice) {
      return choice.condition() == at;
    }
    return around instanceof Expr.Call call
        && call.name().map(CONDITIONAL_CALLS::contains).orElse(false)
        && !call.arguments().isEmpty()
        && call.arguments().get(0) == at;
  }

  /** Whether the function around returns {@code bool}. */
  private boolean isInPredicate(CNode node) {
    for (Optional<CNode> at = around(node); at.isPresent(); at = around(at.get())) {
      if (at.get() instanceof Decl.FunctionDefinition function) {
        return function.specifiers().map(Surroundings::isBool).orElse(false);
      }
    }
    return false;
  }

  /** Whether a declaration says {@code bool}. */
  public static boolean isBool(TypeSyntax.Specifiers specifiers) {
    return specifiers.types().stream()
        .anyMatch(
            type ->
                (type instanceof TypeSyntax.Named named && named.name().equals("bool"))
                    || (type instanceof TypeSyntax.Basic basic
                        && (basic.word().equals("_Bool") || basic.word().equals("bool"))));
  }
}
