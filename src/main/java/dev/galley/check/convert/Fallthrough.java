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
import dev.galley.patch.HunkLine;
import java.util.List;
import java.util.Set;

/** A case of a switch that runs into the next one since the patch. */
@CheckInfo(
    id = "kernel/fallthrough",
    severity = Severity.WARNING,
    summary = "Case runs into the next one without fallthrough",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "Documentation/process/deprecated.rst (Implicit switch case fall-through)")
public final class Fallthrough implements PatchCheck {

  private static final Set<String> NO_RETURN =
      Set.of(
          "BUG",
          "panic",
          "unreachable",
          "do_exit",
          "__builtin_unreachable",
          "BUILD_BUG",
          "exit",
          "abort",
          "fallthrough",
          "__fallthrough",
          "make_task_dead",
          "die");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        list(part, part.items(), out);
        Trees.all(part.items(), Stmt.Compound.class)
            .forEach(block -> list(part, block.items(), out));
      }
    }
  }

  private static void list(Part part, List<Stmt> items, Remarks out) {
    boolean inCase = false;
    for (int i = 0; i + 1 < items.size(); i++) {
      Stmt item = items.get(i);
      Stmt next = items.get(i + 1);
      inCase |= isLabel(item);
      if (inCase && !isLabel(item) && isLabel(next) && !ends(item) && lostBreak(part, item, next)) {
        out.add(
            Remark.at(
                    part.place(next),
                    "control now runs from the case above into '" + label(part, next) + "'")
                .excerpt(part.excerpt(next))
                .fact("last statement above", first(part, item)));
      }
    }
  }

  private static String first(Part part, Stmt item) {
    List<HunkLine> lines = part.lines(item);
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1).text().utf8().strip();
  }

  private static String label(Part part, Stmt label) {
    return part.text(label);
  }

  private static boolean isLabel(Stmt statement) {
    return statement instanceof Stmt.Case || statement instanceof Stmt.Default;
  }

  /**
   * Whether the patch changes what stands before the label, and says nothing of falling through.
   */
  private static boolean lostBreak(Part part, Stmt item, Stmt next) {
    List<HunkLine> of = part.lines(item);
    List<HunkLine> label = part.lines(next);
    if (of.isEmpty() || label.isEmpty()) {
      return false;
    }
    int from = of.get(0).span().start();
    int to = label.get(0).span().start();
    boolean changed = of.get(of.size() - 1).isAdded() && label.get(0).isAdded();
    boolean said = false;
    for (HunkLine line : part.hunk().lines()) {
      if (line.span().start() >= from && line.span().start() < to) {
        String text = line.text().utf8().strip();
        changed |= line.isRemoved() && text.matches("(?:break|return|goto|continue)\\b.*");
        said |= text.toLowerCase(java.util.Locale.ROOT).replaceAll("[ -]", "").contains("fallthr");
      }
    }
    return changed && !said;
  }

  /** Whether control does not get behind it, as far as can be seen. */
  private static boolean ends(Stmt statement) {
    if (Trees.leaves(statement)
        || statement instanceof Stmt.Empty
        || statement instanceof Stmt.Alternatives
        || statement instanceof Stmt.Label) {
      return true;
    }
    if (statement instanceof Stmt.Compound block) {
      return block.items().isEmpty() || ends(block.items().get(block.items().size() - 1));
    }
    if (statement instanceof Stmt.If choice) {
      return choice.otherwise().isPresent()
          && ends(choice.then())
          && ends(choice.otherwise().get());
    }
    if (statement instanceof Stmt.Evaluate evaluate) {
      return Trees.names(evaluate.expression()).stream().anyMatch(NO_RETURN::contains);
    }
    if (statement instanceof Stmt.For loop) {
      return loop.condition().isEmpty() && !hasBreak(loop.body());
    }
    if (statement instanceof Stmt.While loop) {
      return Trees.core(loop.condition()) instanceof Expr.Constant && !hasBreak(loop.body());
    }
    return statement instanceof Stmt.MacroStatement
        || statement instanceof Stmt.Switch
        || statement instanceof Stmt.MacroBlock
        || statement instanceof Stmt.Declare;
  }

  private static boolean hasBreak(CNode body) {
    return !Trees.all(body, Stmt.Break.class).isEmpty();
  }
}
