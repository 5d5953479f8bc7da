package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A question to a function that becomes the reading of a member: a value of some time before. */
@CheckInfo(
    id = "convert/stored-answer",
    severity = Severity.NOTE,
    summary = "Call replaced by a stored value",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "a member has the value of when it was last written")
public final class StoredAnswer implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Set<String> told = new HashSet<>();
    for (ChangedFunction function : functions) {
      for (Pair pair : function.pairs()) {
        boolean asked =
            pair.isSingle()
                && Trees.positive(pair.before().get(0)) instanceof Expr.Call was
                && was.arguments().size() == 1
                && Trees.positive(pair.after().get(0)) instanceof Expr.Member now
                && pair.beforePart()
                    .key(was.arguments().get(0))
                    .equals(pair.afterPart().key(now.base()))
                && isTest(pair);
        if (asked && told.add(function.name() + pair.afterText())) {
          out.add(
              Remark.at(
                      pair.afterPart().place(pair.after().get(0)),
                      "'"
                          + pair.afterText()
                          + "' is what was stored, '"
                          + pair.beforeText()
                          + "' asked anew: it may differ between here and other places that test it")
                  .excerpt(
                      "-" + pair.beforePart().lines(pair.before().get(0)).get(0).text().utf8(),
                      "+" + pair.afterPart().lines(pair.after().get(0)).get(0).text().utf8()));
        }
      }
    }
  }

  private static boolean isTest(Pair pair) {
    return Trees.positive(pair.aroundBefore()) == Trees.positive(pair.before().get(0));
  }
}
