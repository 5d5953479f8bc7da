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
import java.util.Optional;

/** A stub that returns an error number from a function that never fails and is computed with. */
@CheckInfo(
    id = "kernel/stub-value",
    severity = Severity.WARNING,
    summary = "Stub returns an error that callers compute with",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "Documentation/process/coding-style.rst, 21 (conditional compilation)")
public final class StubValue implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      if (!function.path().endsWith(".h")) {
        continue;
      }
      List<Part> defined = function.after().stream().filter(Part::whole).toList();
      List<Part> stubs = defined.stream().filter(part -> errno(part).isPresent()).toList();
      List<Part> real = defined.stream().filter(part -> errno(part).isEmpty()).toList();
      if (stubs.size() == 1 && real.size() == 1 && neverFails(real.get(0))) {
        use(functions, function.name()).ifPresent(use -> tell(stubs.get(0), use, out));
      }
    }
  }

  /** The negative error number that is all the body returns. */
  private static Optional<Stmt.Return> errno(Part part) {
    if (part.items().size() == 1
        && part.items().get(0) instanceof Stmt.Return back
        && part.isTouched(back)
        && part.text(back).matches("return \\(?-E[A-Z0-9]+\\)?;")) {
      return Optional.of(back);
    }
    return Optional.empty();
  }

  private static boolean neverFails(Part part) {
    List<Stmt.Return> returns = Trees.all(part.items(), Stmt.Return.class);
    return !returns.isEmpty()
        && returns.stream()
            .allMatch(
                back ->
                    back.value().isPresent()
                        && Trees.core(back.value().get()) instanceof Expr.Binary
                        && !part.text(back).contains("-E"));
  }

  private record UsePlace(Part part, CNode node) {}

  /** A place that computes with the result. */
  private static Optional<UsePlace> use(List<ChangedFunction> functions, String name) {
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        for (Expr.Index index : Trees.all(part.items(), Expr.Index.class)) {
          if (isCall(index.index(), name)) {
            return Optional.of(new UsePlace(part, index));
          }
        }
        for (Expr.Binary binary : Trees.all(part.items(), Expr.Binary.class)) {
          boolean computes = List.of("<<", ">>", "+", "-", "*", "|").contains(binary.op());
          if (computes && (isCall(binary.right(), name) || isCall(binary.left(), name))) {
            return Optional.of(new UsePlace(part, binary));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isCall(Expr expression, String name) {
    return Trees.core(expression) instanceof Expr.Call call
        && call.name().filter(name::equals).isPresent();
  }

  private static void tell(Part stub, UsePlace use, Remarks out) {
    Stmt.Return back = errno(stub).orElseThrow();
    out.add(
        Remark.at(
                stub.place(back),
                "the stub of "
                    + stub.function()
                    + "() returns an error, and its callers use the result as it is")
            .excerpt(stub.excerpt(back))
            .fact("used in", use.part.text(use.node))
            .fact("at", use.part.path() + ":" + use.part.line(use.node)));
  }
}
