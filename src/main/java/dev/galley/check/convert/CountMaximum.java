package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.List;
import java.util.regex.Pattern;

/** A maximum that is given a count: one of them is one too many. */
@CheckInfo(
    id = "convert/count-maximum",
    severity = Severity.NOTE,
    summary = "Maximum or last value takes the place of a count",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "numbers from 0: the maximum is the count less one")
public final class CountMaximum implements PatchCheck {

  private static final Pattern COUNT =
      Pattern.compile("(?:.*_)?(?:total|count|cnt|num|nr)(?:_.*)?|.*s_total");
  private static final Pattern MAXIMUM =
      Pattern.compile(
          "(?:max|last|highest|limit)_(?!num|nr|count)[a-z]+|[a-z]+_(?:max|last|limit)");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        for (Stmt.Evaluate item : Trees.all(part.items(), Stmt.Evaluate.class)) {
          if (item.expression() instanceof Expr.Assign assign
              && assign.op().equals("=")
              && part.isTouched(item)
              && Trees.bare(assign.target()) instanceof Expr.Ident target
              && Trees.bare(assign.value()) instanceof Expr.Ident value
              && MAXIMUM.matcher(target.name()).matches()
              && COUNT.matcher(value.name()).matches()
              && isNew(functions, target.name())) {
            out.add(
                Remark.at(
                        part.place(item),
                        "'"
                            + target.name()
                            + "' is a maximum by its name, and gets the count '"
                            + value.name()
                            + "'")
                    .excerpt(part.excerpt(item)));
          }
        }
      }
    }
  }

  /** Whether the patch brings the name. */
  private static boolean isNew(List<ChangedFunction> functions, String name) {
    return functions.stream()
        .noneMatch(function -> ChangedFunction.mentions(function.before(), name));
  }
}
