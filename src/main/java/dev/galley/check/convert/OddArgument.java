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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call whose argument lacks the {@code &} that the same argument has in all others. */
@CheckInfo(
    id = "convert/odd-argument",
    severity = Severity.WARNING,
    summary = "Argument without the address operator that its siblings have",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "the other calls that the patch adds")
public final class OddArgument implements PatchCheck {

  private static final int SUPPORT = 4;

  private record Use(Part part, CNode node, String callee, List<Expr> arguments) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Map<String, List<Use>> byCallee = new TreeMap<>();
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        part.items().forEach(item -> item.walk(node -> collect(part, node, byCallee)));
      }
    }
    byCallee.values().stream()
        .filter(uses -> uses.size() > SUPPORT)
        .forEach(uses -> odd(functions, uses, out));
  }

  private static void collect(Part part, CNode node, Map<String, List<Use>> into) {
    if (node instanceof Expr.Call call && call.name().isPresent() && part.isTouched(call)) {
      add(new Use(part, call, call.name().get(), call.arguments()), into);
    } else if (node instanceof Stmt.MacroBlock block && isHeadNew(part, block)) {
      add(new Use(part, block, block.macro().text(), block.arguments()), into);
    }
  }

  private static boolean isHeadNew(Part part, Stmt.MacroBlock block) {
    var lines = part.lines(block);
    return !lines.isEmpty() && lines.get(0).isAdded();
  }

  private static void add(Use use, Map<String, List<Use>> into) {
    into.computeIfAbsent(use.callee + "/" + use.arguments.size(), x -> new ArrayList<>()).add(use);
  }

  private static void odd(List<ChangedFunction> functions, List<Use> uses, Remarks out) {
    for (int i = 0; i < uses.get(0).arguments.size(); i++) {
      List<Use> plain = new ArrayList<>();
      int addresses = 0;
      for (Use use : uses) {
        Expr argument = Trees.bare(use.arguments.get(i));
        boolean address =
            argument instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.ADDRESS;
        boolean isNull = argument instanceof Expr.Ident ident && ident.name().equals("NULL");
        addresses += address ? 1 : 0;
        if (!address && !isNull) {
          plain.add(use);
        }
      }
      if (plain.size() == 1
          && addresses >= SUPPORT
          && Trees.bare(plain.get(0).arguments.get(i)) instanceof Expr.Ident odd
          && siblingIsAddress(plain.get(0), i)
          && isNumber(functions, plain.get(0).part, odd.name())) {
        Use use = plain.get(0);
        out.add(
            Remark.at(
                    use.part.place(odd),
                    "'" + odd.name() + "' goes to " + use.callee + "() without '&'")
                .excerpt("+" + use.part.lines(odd).get(0).text().utf8())
                .fact("with '&' at other places of the patch", addresses)
                .fix("&" + odd.name()));
      }
    }
  }

  /** Whether a declaration that is shown makes it no pointer. */
  private static boolean isNumber(List<ChangedFunction> functions, Part at, String name) {
    return functions.stream()
        .filter(function -> function.after().contains(at))
        .flatMap(function -> function.after().stream())
        .flatMap(part -> Trees.declared(part.items()).stream())
        .filter(declared -> Trees.name(declared).filter(name::equals).isPresent())
        .anyMatch(declared -> declared.declarator().derivations().isEmpty());
  }

  /** Whether another argument of the call has its operator: then the object is no pointer. */
  private static boolean siblingIsAddress(Use use, int position) {
    for (int i = 0; i < use.arguments.size(); i++) {
      if (i != position
          && Trees.bare(use.arguments.get(i)) instanceof Expr.Unary unary
          && unary.op() == Expr.UnaryOp.ADDRESS) {
        return true;
      }
    }
    return false;
  }
}
