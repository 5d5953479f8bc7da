package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Which names hold where in one unit. For one thread; remembers the blocks it went through. */
final class Scopes {

  private final Declarations declarations;
  private final CNode root;
  private final Context base;
  private final IdentityHashMap<Object, List<Context>> before = new IdentityHashMap<>();

  Scopes(Types types, CNode root, Context base) {
    this.declarations = new Declarations(types);
    this.root = root;
    this.base = base;
  }

  /** What the names of a node of the unit mean. */
  Context at(CNode target) {
    CNode node = root;
    Context context = base;
    while (node != target) {
      Step step = step(node, target, context);
      if (step.node() == node) {
        return step.context();
      }
      node = step.node();
      context = step.context();
    }
    return context;
  }

  /** The next node on the way, and what holds there; the node itself where the way ends. */
  private record Step(CNode node, Context context) {}

  private Step step(CNode node, CNode target, Context context) {
    if (node instanceof Stmt.Compound compound) {
      return inList(node, compound.items(), target, context);
    }
    if (node instanceof Unit.Statements statements) {
      return inList(node, statements.items(), target, context);
    }
    if (node instanceof Stmt.Alternatives alternatives) {
      for (Stmt.Alternatives.Branch branch : alternatives.branches()) {
        Step step = inList(node, branch.items(), target, context);
        if (step.node() != node) {
          return step;
        }
      }
      return new Step(node, context);
    }
    if (node instanceof Decl.FunctionDefinition function) {
      return child(node, target, declarations.parameters(function, context));
    }
    if (node instanceof Stmt.For loop
        && loop.first().isPresent()
        && !holds(loop.first().get(), target)) {
      return child(node, target, declarations.after(loop.first().get(), context));
    }
    if (node instanceof Stmt.MacroBlock block && holds(block.body(), target)) {
      return new Step(block.body(), declarations.block(block, context));
    }
    if (node instanceof Decl.Declaration declaration) {
      return child(node, target, declarations.within(declaration, target, context));
    }
    return child(node, target, context);
  }

  /** The statement of a list that holds the target: statements stand in the order of the file. */
  private Step inList(CNode node, List<Stmt> items, CNode target, Context context) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (items.get(middle).span().end() < target.span().end()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < items.size() && holds(items.get(low), target)
        ? new Step(items.get(low), before(items, context).get(low))
        : new Step(node, context);
  }

  private List<Context> before(List<Stmt> items, Context context) {
    List<Context> known = before.get(items);
    if (known == null) {
      known = new ArrayList<>();
      Context at = context;
      for (Stmt item : items) {
        known.add(at);
        at = declarations.after(item, at);
      }
      before.put(items, known);
    }
    return known;
  }

  private static Step child(CNode node, CNode target, Context context) {
    for (CNode child : node.children()) {
      if (child == target) {
        return new Step(child, context);
      }
    }
    for (CNode child : node.children()) {
      if (holds(child, target)) {
        return new Step(child, context);
      }
    }
    return new Step(node, context);
  }

  private static boolean holds(CNode node, CNode target) {
    Span outer = node.span();
    Span inner = target.span();
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
