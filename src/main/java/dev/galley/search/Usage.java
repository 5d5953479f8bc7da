package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/** What happens to an expression, by what stands around it in its tree. */
final class Usage {

  /**
   * Macros that declare the names among their arguments, by the kernel's custom; others refer to
   * them (EXPORT_SYMBOL).
   */
  private static final Pattern DECLARES =
      Pattern.compile("_{0,2}(DEFINE|DECLARE|[A-Z]*LIST_HEAD|[A-Z]+_NOTIFIER_HEAD)");

  private final IdentityHashMap<CNode, CNode> parents = new IdentityHashMap<>();

  /** Prepares a tree. */
  Usage(CNode root) {
    root.walk(node -> node.children(child -> parents.put(child, node)));
  }

  /** The node around another one; empty at the root. */
  Optional<CNode> parent(CNode node) {
    return Optional.ofNullable(parents.get(node));
  }

  /**
   * The kind of a site.
   *
   * <p>Of an object that is a part of a larger access ({@code d->dev} in {@code d->dev.kobj = x})
   * what happens to the part counts. A write that reads too ({@code +=}, {@code ++}) is a write.
   */
  SiteKind kind(Expr expr) {
    if (isUnevaluated(expr)) {
      return SiteKind.UNEVALUATED;
    }
    Optional<SiteKind> own = own(Shapes.bare(expr));
    if (own.isPresent()) {
      return own.get();
    }
    Expr at = expr;
    while (true) {
      Optional<CNode> around = parent(at);
      if (around.isEmpty()) {
        return SiteKind.READ;
      }
      CNode node = around.get();
      if (node instanceof Expr.Paren paren) {
        at = paren;
      } else if (node instanceof Expr.Member member && !member.arrow()) {
        at = member;
      } else {
        return by(node, at);
      }
    }
  }

  /** What an expression does by itself, whatever is around it. */
  private static Optional<SiteKind> own(Expr expr) {
    if (expr instanceof Expr.Call) {
      return Optional.of(SiteKind.CALL);
    }
    if (expr instanceof Expr.Assign) {
      return Optional.of(SiteKind.WRITE);
    }
    if (expr instanceof Expr.Unary unary) {
      return unary.op() == Expr.UnaryOp.ADDRESS
          ? Optional.of(SiteKind.ADDRESS)
          : unary.op().writes() ? Optional.of(SiteKind.WRITE) : Optional.empty();
    }
    return Optional.empty();
  }

  private static SiteKind by(CNode node, Expr part) {
    if (node instanceof Expr.Assign assign && assign.target() == part) {
      return SiteKind.WRITE;
    }
    if (node instanceof Decl.MacroDeclaration macro && part instanceof Expr.Ident) {
      return DECLARES.matcher(macro.macro().text()).lookingAt()
          ? SiteKind.DECLARATION
          : SiteKind.ADDRESS;
    }
    if (node instanceof Expr.Unary unary) {
      return unary.op().writes()
          ? SiteKind.WRITE
          : unary.op() == Expr.UnaryOp.ADDRESS ? SiteKind.ADDRESS : SiteKind.READ;
    }
    return node instanceof Expr.Call call && call.callee() == part && part instanceof Expr.Ident
        ? SiteKind.CALL
        : SiteKind.READ;
  }

  private boolean isUnevaluated(CNode node) {
    for (Optional<CNode> at = parent(node); at.isPresent(); at = parent(at.get())) {
      if (at.get() instanceof Expr.SizeOf || at.get() instanceof TypeSyntax.TypeOf) {
        return true;
      }
      if (at.get() instanceof Expr.StatementExpr) {
        return false;
      }
    }
    return false;
  }
}
