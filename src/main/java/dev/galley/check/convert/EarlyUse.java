package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.List;
import java.util.Optional;

/**
 * A pointer that is used before it is assigned, and a pointer or index that is used before the test
 * that should guard it.
 */
@CheckInfo(
    id = "kernel/early-use",
    severity = Severity.WARNING,
    summary = "Variable used before its assignment, or before its check",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 6.3.2.1 and 6.5.6")
public final class EarlyUse implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        for (Decl.Declared declared : Trees.declared(part.items())) {
          Trees.name(declared).ifPresent(name -> unassigned(part, declared, name, out));
        }
        unchecked(part, out);
      }
    }
  }

  private static void unassigned(Part part, Decl.Declared declared, String name, Remarks out) {
    boolean pointer =
        declared.initializer().isEmpty()
            && !declared.declarator().derivations().isEmpty()
            && declared.declarator().derivations().get(0) instanceof TypeSyntax.Pointer;
    if (!pointer) {
      return;
    }
    List<Uses.Use> uses =
        Uses.of(List.of(part), name).stream()
            .filter(use -> use.kind() != Uses.Kind.DECLARED)
            .toList();
    if (uses.isEmpty() || uses.get(0).kind() != Uses.Kind.READ) {
      return;
    }
    Optional<Uses.Use> write =
        uses.stream().filter(use -> use.kind() == Uses.Kind.WRITE).findFirst();
    Uses.Use read = uses.get(0);
    boolean inStraightLine = part.items().stream().anyMatch(item -> isStraight(item, read.node()));
    if (inStraightLine && write.isPresent() && (read.isTouched() || write.get().isTouched())) {
      out.add(
          Remark.at(part.place(read.node()), "'" + name + "' is used before it is assigned")
              .severity(Severity.ERROR)
              .excerpt(part.excerpt(read.node()))
              .fact("assigned later", part.text(write.get().node())));
    }
  }

  /** Whether a node lies in a statement that is no loop and has no statements in it but blocks. */
  private static boolean isStraight(Stmt item, CNode node) {
    boolean within =
        item.span().start() <= node.span().start() && node.span().end() <= item.span().end();
    return within
        && !(item instanceof Stmt.MacroBlock
            || item instanceof Stmt.For
            || item instanceof Stmt.While
            || item instanceof Stmt.DoWhile
            || item instanceof Stmt.Switch);
  }

  /** Declarations that use a variable, and a test of it that leaves right below them. */
  private static void unchecked(Part part, Remarks out) {
    for (Stmt item : part.items()) {
      if (item instanceof Stmt.If guard && Trees.leaves(guard.then())) {
        for (Expr operand : Trees.chain(guard.condition(), "||")) {
          checked(operand).ifPresent(name -> unchecked(part, guard, name, out));
        }
      }
      boolean mayWrite = !(item instanceof Stmt.If) && !(item instanceof Stmt.Declare);
      if (mayWrite) {
        return;
      }
    }
  }

  private static void unchecked(Part part, Stmt.If guard, Checked checked, Remarks out) {
    for (Decl.Declared declared : Trees.declared(part.items())) {
      boolean early = declared.span().start() < guard.span().start();
      boolean self = Trees.name(declared).filter(checked.name::equals).isPresent();
      if (early
          && !self
          && declared.initializer().isPresent()
          && (part.isTouched(declared) || part.isTouched(guard.condition()))
          && uses(declared.initializer().get(), checked)) {
        out.add(
            Remark.at(
                    part.place(declared),
                    "'" + checked.name + "' is used here, and only checked below")
                .excerpt(part.excerpt(declared))
                .fact("check", part.text(guard.condition())));
        return;
      }
    }
  }

  /**
   * A variable that a test guards.
   *
   * @param index whether as an index, else as a pointer
   */
  private record Checked(String name, boolean index) {}

  /** {@code i < 0}, {@code !p}, {@code p == NULL}. */
  private static Optional<Checked> checked(Expr operand) {
    Expr test = Trees.bare(operand);
    if (Trees.isNot(test)) {
      return Trees.positive(test) instanceof Expr.Ident ident
          ? Optional.of(new Checked(ident.name(), false))
          : Optional.empty();
    }
    if (test instanceof Expr.Binary binary
        && Trees.bare(binary.left()) instanceof Expr.Ident ident) {
      if (binary.op().equals("==")
          && Trees.bare(binary.right()) instanceof Expr.Ident value
          && value.name().equals("NULL")) {
        return Optional.of(new Checked(ident.name(), false));
      }
      if (List.of("<", ">=", ">").contains(binary.op())) {
        return Optional.of(new Checked(ident.name(), true));
      }
    }
    return Optional.empty();
  }

  private static boolean uses(Expr value, Checked checked) {
    if (checked.index) {
      return Trees.all(value, Expr.Index.class).stream()
          .anyMatch(at -> Trees.identifier(at.index()).filter(checked.name::equals).isPresent());
    }
    boolean onlyAddress =
        Trees.core(value) instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.ADDRESS;
    boolean hidden =
        !Trees.all(value, Expr.SizeOf.class).isEmpty()
            || !Trees.all(value, Expr.Conditional.class).isEmpty()
            || Trees.all(value, Expr.Binary.class).stream()
                .anyMatch(binary -> binary.op().equals("&&") || binary.op().equals("||"));
    return !onlyAddress
        && !hidden
        && Trees.all(value, Expr.Member.class).stream()
            .anyMatch(
                member ->
                    member.arrow()
                        && Trees.identifier(member.base())
                            .filter(checked.name::equals)
                            .isPresent());
  }
}
