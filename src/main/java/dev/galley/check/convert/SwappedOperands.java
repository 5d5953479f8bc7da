package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.patch.HunkLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A difference whose operands change sides when a helper takes it over. */
@CheckInfo(
    id = "convert/swapped-operands",
    severity = Severity.ERROR,
    summary = "Helper subtracts the other way round than the code before",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "timersub(3); include/linux/ktime.h; include/linux/time64.h")
public final class SwappedOperands implements PatchCheck {

  /** Helpers that take the second argument from the first. */
  private static final Set<String> SUBTRACT =
      Set.of(
          "timersub",
          "timespecsub",
          "timespec_sub",
          "timespec64_sub",
          "timeval_sub",
          "ktime_sub",
          "ktime_us_delta",
          "ktime_ms_delta",
          "difftime",
          "sub_int",
          "size_sub",
          "ptr_diff");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part after : function.after()) {
        for (Expr.Call call : Trees.all(after.items(), Expr.Call.class)) {
          if (call.name().filter(SUBTRACT::contains).isPresent()
              && call.arguments().size() >= 2
              && after.isTouched(call)) {
            swapped(function, after, call, out);
          }
        }
      }
    }
  }

  private static void swapped(ChangedFunction function, Part after, Expr.Call call, Remarks out) {
    String first = operand(after, call.arguments().get(0));
    String second = operand(after, call.arguments().get(1));
    for (Part before : function.before()) {
      if (!before.isOfHunk(after)) {
        continue;
      }
      for (Expr.Binary was : Trees.all(before.items(), Expr.Binary.class)) {
        boolean turned =
            was.op().equals("-")
                && before.isTouched(was)
                && !first.equals(second)
                && of(before, was.left(), second)
                && of(before, was.right(), first);
        if (turned) {
          tell(before, was, after, call, out);
          return;
        }
      }
    }
  }

  private static void tell(Part before, Expr.Binary was, Part after, Expr.Call call, Remarks out) {
    Optional<HunkLine> line = before.lines(was).stream().findFirst();
    out.add(
        Remark.at(
                after.place(call),
                call.name().orElse("")
                    + "() takes its second argument from its first: the code before computed '"
                    + before.text(was)
                    + "'")
            .excerpt(
                "-" + line.map(found -> found.text().utf8()).orElse(""),
                "+" + after.lines(call).get(0).text().utf8())
            .fact("before", before.text(was))
            .fact("now", after.text(call)));
  }

  /** What an argument names: {@code x} for {@code &x}. */
  private static String operand(Part part, Expr argument) {
    Expr core = Trees.core(argument);
    return core instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.ADDRESS
        ? part.key(unary.operand())
        : part.key(core);
  }

  /** Whether an operand is the object, or a member of it. */
  private static boolean of(Part part, CNode operand, String object) {
    String key = part.key(Trees.core((Expr) operand));
    return key.equals(object) || key.startsWith(object + ".") || key.startsWith(object + "->");
  }
}
