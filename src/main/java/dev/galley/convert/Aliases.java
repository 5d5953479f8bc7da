package dev.galley.convert;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the variables of a function are assigned. */
final class Aliases {

  /** One assignment. */
  private record Assigned(String name, Expr value) {}

  private final List<Assigned> all = new ArrayList<>();
  private final CodeSide side;

  Aliases(CodeSide side) {
    this.side = side;
    side.roots()
        .forEach(
            root ->
                root.walk(
                    node -> {
                      if (node instanceof Expr.Assign assign
                          && assign.op().equals("=")
                          && Nodes.bare(assign.target()) instanceof Expr.Ident ident) {
                        all.add(new Assigned(ident.name(), assign.value()));
                      } else if (node instanceof Decl.Declared declared
                          && declared.initializer().isPresent()
                          && declared.declarator().name().isPresent()) {
                        all.add(
                            new Assigned(
                                declared.declarator().name().get().text(),
                                declared.initializer().get()));
                      }
                    }));
  }

  /** Whether one of two expressions is a variable that is only ever assigned the other. */
  boolean areOne(Expr one, Expr other) {
    return isOnly(one, other) || isOnly(other, one);
  }

  private boolean isOnly(Expr variable, Expr value) {
    if (!(Nodes.bare(variable) instanceof Expr.Ident ident)) {
      return false;
    }
    List<Expr> values = values(ident.name());
    return values.size() == 1 && RuleMatcher.same(values.get(0), value);
  }

  private List<Expr> values(String name) {
    return all.stream().filter(each -> each.name().equals(name)).map(Assigned::value).toList();
  }

  /** The expression that a variable of the function always stands for; empty where it varies. */
  Optional<Expr> meaning(Expr.Ident variable) {
    List<Expr> values = values(variable.name());
    return values.size() == 1 && isPath(values.get(0)) && side.isLocal(variable)
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  /** Whether an expression is a way to an object: members, dereferences, a cast up. */
  private static boolean isPath(Expr expr) {
    Expr at = Nodes.bare(expr);
    while (true) {
      if (at instanceof Expr.Member member) {
        at = Nodes.bare(member.base());
      } else if (at instanceof Expr.Unary unary
          && (unary.op() == Expr.UnaryOp.ADDRESS || unary.op() == Expr.UnaryOp.DEREFERENCE)) {
        at = Nodes.bare(unary.operand());
      } else if (at instanceof Expr.Call call
          && call.arguments().size() == 1
          && call.name().orElse("").startsWith("to_")) {
        at = Nodes.bare(call.arguments().get(0));
      } else {
        return at instanceof Expr.Ident;
      }
    }
  }

  /** How two expressions may be the same thing: an assignment of one from the other, as text. */
  Optional<String> relation(Expr one, Expr other) {
    return derived(one, other).or(() -> derived(other, one));
  }

  private Optional<String> derived(Expr variable, Expr from) {
    if (!(Nodes.bare(variable) instanceof Expr.Ident ident)
        || !(Nodes.bare(from) instanceof Expr.Ident source)) {
      return Optional.empty();
    }
    return values(ident.name()).stream()
        .filter(value -> Nodes.bare(value) instanceof Expr.Call)
        .filter(value -> RuleWords.in(List.of(value)).contains(source.name()))
        .map(value -> ident.name() + " = " + side.text(value))
        .findFirst();
  }
}
