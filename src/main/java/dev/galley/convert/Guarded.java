package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What runs only where a test is true, by the structure of the code around it: the branch of an
 * {@code if}, the other operand of {@code &&}, all that follows {@code if (!test) return}.
 *
 * <p>Jumps other than these are not followed, and a test that is kept in a variable guards nothing.
 */
final class Guarded {

  /** Macros whose value is the truth of their argument. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "likely",
          "unlikely",
          "WARN_ON",
          "WARN_ON_ONCE",
          "WARN",
          "WARN_ONCE",
          "READ_ONCE",
          "IS_ENABLED",
          "pci_WARN",
          "drm_WARN_ON");

  private final SiteTree tree;
  private final Predicate<Expr> alike;
  private final List<CNode> inside = new ArrayList<>();
  private final List<CNode> outside = new ArrayList<>();

  private Guarded(SiteTree tree, Predicate<Expr> alike) {
    this.tree = tree;
    this.alike = alike;
  }

  /**
   * What a test decides about.
   *
   * @param inside what runs only where it is true
   * @param outside what runs only where it is false
   */
  record Regions(List<CNode> inside, List<CNode> outside) {
    Regions {
      inside = List.copyOf(inside);
      outside = List.copyOf(outside);
    }
  }

  /**
   * The regions of a test.
   *
   * @param alike other tests of the same kind: {@code a || b} of two of them is one test
   */
  static Regions of(SiteTree tree, Expr test, Predicate<Expr> alike) {
    Guarded guarded = new Guarded(tree, alike);
    guarded.climb(test);
    return new Regions(guarded.inside, guarded.outside);
  }

  /** Goes up while one value of the expression around still tells the test's value. */
  private void climb(Expr test) {
    CNode at = test;
    boolean value = true;
    while (true) {
      Optional<CNode> around = tree.parent(at);
      if (around.isEmpty()) {
        return;
      }
      CNode node = around.get();
      if (node instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
        value = !value;
      } else if (node instanceof Expr.Binary binary && isLogic(binary)) {
        if (!logic(binary, at, value)) {
          return;
        }
      } else if (!(node instanceof Expr.Paren) && !isTransparent(node, at)) {
        decide(node, at, value);
        return;
      }
      at = node;
    }
  }

  private static boolean isLogic(Expr.Binary binary) {
    return binary.op().equals("&&") || binary.op().equals("||");
  }

  /** Whether the whole still tells the test's value. */
  private boolean logic(Expr.Binary binary, CNode at, boolean value) {
    boolean isAnd = binary.op().equals("&&");
    boolean isLeft = binary.left() == at;
    CNode other = isLeft ? binary.right() : binary.left();
    if (isAnd == value) {
      if (isLeft) {
        inside.add(other);
      }
      return true;
    }
    if (isLeft) {
      outside.add(other);
    }
    return other instanceof Expr expr && alike.test(expr);
  }

  private static boolean isTransparent(CNode node, CNode part) {
    return node instanceof Expr.Call call
        && call.callee() != part
        && call.name().filter(TRANSPARENT::contains).isPresent();
  }

  private void decide(CNode node, CNode at, boolean value) {
    if (node instanceof Expr.Conditional choice && choice.condition() == at) {
      choice.yes().ifPresent(value ? inside::add : outside::add);
      (value ? outside : inside).add(choice.no());
    } else if (node instanceof Stmt.If branch && branch.condition() == at) {
      (value ? inside : outside).add(branch.then());
      branch.otherwise().ifPresent(value ? outside::add : inside::add);
      if (leaves(branch.then())) {
        (value ? outside : inside).addAll(after(branch));
      } else if (branch.otherwise().filter(Guarded::leaves).isPresent()) {
        (value ? inside : outside).addAll(after(branch));
      }
    } else if (node instanceof Stmt.While loop && loop.condition() == at) {
      (value ? inside : outside).add(loop.body());
    }
  }

  /** Whether control never comes out at the end of a statement. */
  static boolean leaves(Stmt statement) {
    Stmt at = statement;
    while (true) {
      if (at instanceof Stmt.Compound block && !block.items().isEmpty()) {
        at = block.items().get(block.items().size() - 1);
      } else if (at instanceof Stmt.If branch
          && branch.otherwise().isPresent()
          && leaves(branch.then())) {
        at = branch.otherwise().get();
      } else {
        return at instanceof Stmt.Return
            || at instanceof Stmt.Goto
            || at instanceof Stmt.Break
            || at instanceof Stmt.Continue;
      }
    }
  }

  /** The statements that follow in the same block, up to a label that others can jump to. */
  private List<Stmt> after(Stmt statement) {
    List<Stmt> following = new ArrayList<>();
    Stmt at = statement;
    Optional<CNode> around = tree.parent(at);
    while (around.isPresent()) {
      boolean isOpen = false;
      for (List<Stmt> items : blocks(around.get())) {
        int place = place(items, at);
        for (Stmt item : place < 0 ? List.<Stmt>of() : items.subList(place + 1, items.size())) {
          if (item instanceof Stmt.Case || item instanceof Stmt.Default) {
            return following;
          }
          following.add(item);
        }
        isOpen |= place >= 0;
      }
      // Alternatives of an #if are no block of their own: what follows them follows, too.
      if (!isOpen || !(around.get() instanceof Stmt.Alternatives alternatives)) {
        return following;
      }
      at = alternatives;
      around = tree.parent(at);
    }
    return following;
  }

  private static int place(List<Stmt> items, Stmt one) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) == one) {
        return i;
      }
    }
    return -1;
  }

  private static List<List<Stmt>> blocks(CNode node) {
    if (node instanceof Stmt.Compound block) {
      return List.of(block.items());
    }
    if (node instanceof Unit.Statements unit) {
      return List.of(unit.items());
    }
    return node instanceof Stmt.Alternatives alternatives
        ? alternatives.branches().stream().map(Stmt.Alternatives.Branch::items).toList()
        : List.of();
  }
}
