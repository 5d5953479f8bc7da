package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.convert.Explanation;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A helper was put where something else was, with values for which the two differ. */
@CheckInfo(
    id = "convert/not-equivalent",
    severity = Severity.WARNING,
    summary = "What the helper replaced does not mean the same",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class NotEquivalent implements PatchCheck {

  /** As many places in which one thing became the helper: it is what the patch is about. */
  private static final int HABIT = 3;

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<Explanation> all = ReviewCode.conversions(patch.review()).explanations(patch.number());
    if (all.isEmpty()) {
      out.notApplicable();
      return;
    }
    PatchClaim claim = PatchClaim.of(patch.patch());
    Map<String, List<Explanation.NotEquivalent>> alike = new LinkedHashMap<>();
    for (Explanation explanation : all) {
      if (explanation instanceof Explanation.NotEquivalent wrong) {
        alike.computeIfAbsent(shape(wrong), key -> new ArrayList<>()).add(wrong);
      }
    }
    for (List<Explanation.NotEquivalent> group : alike.values()) {
      if (group.size() < HABIT) {
        group.forEach(wrong -> out.add(words(wrong, patch, claim)));
      } else {
        out.add(
            words(group.get(0), patch, claim)
                .severity(Severity.NOTE)
                .fact("so in as many places", group.size()));
      }
    }
  }

  /** What was there, with the operands taken out. */
  private static String shape(Explanation.NotEquivalent wrong) {
    EditRemarks edit = new EditRemarks(wrong.edit());
    String text = edit.before();
    for (Expr operand : wrong.after().bound().values()) {
      String written = edit.after(operand);
      text = written.isEmpty() ? text : text.replace(written, "$");
    }
    return wrong.rule().name() + ": " + text.replace("!", "").replace("==", "!=");
  }

  private static Remark words(
      Explanation.NotEquivalent wrong, PatchSubject patch, PatchClaim claim) {
    EditRemarks edit = new EditRemarks(wrong.edit());
    Remark remark =
        edit.at(
            edit.before()
                + " became "
                + edit.after()
                + ", which is not the same: "
                + wrong.differences().get(0));
    remark = edit.rule(remark, "rule", wrong.after());
    for (String more : wrong.differences().subList(1, wrong.differences().size())) {
      remark = remark.fact("differs also", more);
    }
    remark = edit.excerpted(remark, patch);
    if (claim.kind() == PatchClaim.Kind.NONE) {
      return remark.severity(Severity.NOTE);
    }
    return edit.weighed(remark.fact("the patch says", claim.sentence()), Severity.WARNING);
  }
}
