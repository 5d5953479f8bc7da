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

/**
 * A test for null the wrong way round: what stands behind it uses the pointer only where it is
 * null.
 *
 * <p>{@code p || p->x}, {@code !p && p->x}, and {@code if (p || !f(p)) return;} before further uses
 * of p.
 */
@CheckInfo(
    id = "kernel/null-guard",
    severity = Severity.ERROR,
    summary = "Pointer used only where the test found it null",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 6.5.13 and 6.5.14: the second operand is evaluated depending on the first")
public final class NullGuard implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        for (Expr.Binary test : Trees.all(part.items(), Expr.Binary.class)) {
          if (part.isTouched(test)) {
            derefs(part, test, out);
          }
        }
        lists(part, out);
      }
    }
  }

  /** {@code p || … p->x}, {@code !p && … p->x}. */
  private static void derefs(Part part, Expr.Binary test, Remarks out) {
    boolean or = test.op().equals("||");
    if (!or && !test.op().equals("&&")) {
      return;
    }
    Expr left = Trees.bare(test.left());
    List<Expr> chain = Trees.chain(left, test.op());
    Expr last = chain.get(chain.size() - 1);
    if (Trees.isNot(last) == or || !isPointerLike(Trees.positive(last))) {
      return;
    }
    String pointer = part.key(Trees.positive(last));
    boolean used =
        Trees.all(test.right(), Expr.Member.class).stream()
            .anyMatch(
                member -> member.arrow() && part.key(Trees.core(member.base())).equals(pointer));
    if (used) {
      tell(part, test, pointer, "is dereferenced only where it is null", out);
    }
  }

  private static boolean isPointerLike(Expr expression) {
    return expression instanceof Expr.Ident
        || expression instanceof Expr.Member
        || expression instanceof Expr.Index;
  }

  private static void lists(Part part, Remarks out) {
    list(part, part.items(), out);
    Trees.all(part.items(), Stmt.Compound.class).forEach(block -> list(part, block.items(), out));
  }

  /** {@code if (p || !f(p)) return;} and p is used below. */
  private static void list(Part part, List<Stmt> items, Remarks out) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Stmt.If guard
          && part.isTouched(guard.condition())
          && Trees.leaves(guard.then())) {
        List<Expr> chain = Trees.chain(guard.condition(), "||");
        for (int j = 0; j + 1 < chain.size(); j++) {
          Expr pointer = chain.get(j);
          String key = part.key(pointer);
          if (isPointerLike(pointer)
              && handsOver(part, chain.get(j + 1), key)
              && isUsed(part, items.subList(i + 1, items.size()), key)) {
            tell(part, guard.condition(), key, "is null wherever it is used below this test", out);
          }
        }
      }
    }
  }

  private static boolean isUsed(Part part, List<Stmt> below, String pointer) {
    for (Stmt item : below) {
      for (Expr.Assign assign : Trees.all(item, Expr.Assign.class)) {
        if (part.key(assign.target()).equals(pointer)) {
          return false;
        }
      }
      boolean used =
          handsOver(part, item, pointer)
              || Trees.all(item, Expr.Member.class).stream()
                  .anyMatch(member -> member.arrow() && part.key(member.base()).equals(pointer));
      if (used) {
        return true;
      }
    }
    return false;
  }

  private static boolean handsOver(Part part, CNode node, String pointer) {
    return Trees.all(node, Expr.Call.class).stream()
        .flatMap(call -> call.arguments().stream())
        .anyMatch(argument -> part.key(argument).equals(pointer));
  }

  private static void tell(Part part, CNode test, String pointer, String words, Remarks out) {
    out.add(
        Remark.at(part.place(test), "'" + pointer + "' " + words)
            .excerpt(part.excerpt(test))
            .fact("test", part.text(test)));
  }
}
