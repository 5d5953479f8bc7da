package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A loop over device nodes that holds a reference, left by a return that does not drop it. */
@CheckInfo(
    id = "kernel/node-put",
    severity = Severity.WARNING,
    summary = "Return out of a loop over nodes keeps a reference",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "include/linux/of.h: for_each_child_of_node() and its relatives")
public final class NodePut implements PatchCheck {

  /** Macros that hold a reference to the current node, by the index of that argument. */
  private static final Map<Pattern, Integer> LOOPS =
      Map.of(
          Pattern.compile("for_each_(?:\\w+_)?child_of_node(?:_with_prefix)?"), 1,
          Pattern.compile("(?:device|fwnode)_for_each_(?:available_)?child_node"), 1,
          Pattern.compile("for_each_(?:compatible_node|matching_node|matching_node_and_match)"), 0,
          Pattern.compile("for_each_node_(?:by_name|by_type|with_property)"), 0,
          Pattern.compile("for_each_endpoint_of_node"), 1);

  private static final Pattern PUT = Pattern.compile("(?:of_node|fwnode_handle)_put|put_device");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        for (Stmt.MacroBlock loop : Trees.all(part.items(), Stmt.MacroBlock.class)) {
          node(loop).ifPresent(node -> leaving(part, loop.body(), loop, node, false, out));
        }
      }
    }
  }

  private static Optional<String> node(Stmt.MacroBlock loop) {
    for (Map.Entry<Pattern, Integer> entry : LOOPS.entrySet()) {
      if (entry.getKey().matcher(loop.macro().text()).matches()
          && entry.getValue() < loop.arguments().size()
          && Trees.bare(loop.arguments().get(entry.getValue())) instanceof Expr.Ident ident) {
        return Optional.of(ident.name());
      }
    }
    return Optional.empty();
  }

  /** Looks for returns below a statement; {@code put} when the reference is dropped on the way. */
  private static boolean leaving(
      Part part, Stmt at, Stmt.MacroBlock loop, String node, boolean put, Remarks out) {
    if (at instanceof Stmt.Return back) {
      boolean handsOn = back.value().filter(value -> isHandedOn(value, node)).isPresent();
      if (!put && !handsOn && part.isNew(back)) {
        out.add(
            Remark.at(
                    part.place(back),
                    "returns out of "
                        + loop.macro()
                        + "() and keeps the reference to '"
                        + node
                        + "'")
                .excerpt(part.excerpt(back))
                .fix("of_node_put(" + node + ") before, or the _scoped variant of the loop"));
      }
      return put;
    }
    boolean dropped = put;
    if (at instanceof Stmt.Compound block) {
      for (Stmt item : block.items()) {
        dropped |= leaving(part, item, loop, node, dropped, out) || puts(item, node);
      }
      return put;
    }
    for (CNode child : at.children()) {
      if (child instanceof Stmt statement && !(at instanceof Stmt.MacroBlock)) {
        leaving(part, statement, loop, node, dropped, out);
      } else if (child instanceof Stmt statement) {
        leaving(part, statement, loop, node, dropped, out);
      }
    }
    return put;
  }

  /** Whether the node itself is the result. */
  private static boolean isHandedOn(Expr value, String node) {
    Expr core = Trees.core(value);
    return core instanceof Expr.Ident ident && ident.name().equals(node);
  }

  private static boolean puts(Stmt item, String node) {
    if (!(item instanceof Stmt.Evaluate evaluate)) {
      return false;
    }
    boolean isHanded =
        evaluate.expression() instanceof Expr.Assign assign && isHandedOn(assign.value(), node);
    return isHanded
        || Trees.all(item, Expr.Call.class).stream()
            .filter(call -> call.name().filter(name -> PUT.matcher(name).matches()).isPresent())
            .anyMatch(call -> Trees.names(call).contains(node));
  }
}
