package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.convert.Explanation;
import dev.galley.finding.Severity;
import java.util.List;

/** A change that is no conversion, in a patch that says it only converts. */
@CheckInfo(
    id = "convert/mixed",
    severity = Severity.NOTE,
    summary = "A patch that says it only converts changes something else",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class Mixed implements PatchCheck {

  /** More left-overs than this are a rework, which its author will not have called nothing. */
  private static final int MOST = 5;

  @Override
  public void check(PatchSubject patch, Remarks out) {
    PatchClaim claim = PatchClaim.of(patch.patch());
    List<Explanation> all = ReviewCode.conversions(patch.review()).explanations(patch.number());
    long converted = all.stream().filter(Explanation.Converted.class::isInstance).count();
    if (claim.kind() == PatchClaim.Kind.NONE || converted == 0) {
      out.notApplicable();
      return;
    }
    List<Explanation.Leftover> others =
        all.stream()
            .filter(Explanation.Leftover.class::isInstance)
            .map(Explanation.Leftover.class::cast)
            .filter(Leftovers::count)
            .toList();
    if (others.size() > Math.min(MOST, converted)) {
      return;
    }
    for (Explanation.Leftover other : others) {
      out.add(words(other, patch, claim, converted));
    }
  }

  private static Remark words(
      Explanation.Leftover other, PatchSubject patch, PatchClaim claim, long converted) {
    EditRemarks edit = new EditRemarks(other.edit());
    String was = edit.before();
    String now = edit.after();
    String what =
        was.isEmpty() ? now + " is new" : now.isEmpty() ? was + " is gone" : was + " became " + now;
    Remark remark =
        edit.at(what + ", which is no conversion")
            .excerpt(EditLines.of(other.edit(), patch.patch().diff()).toArray(String[]::new))
            .fact("the patch says", claim.sentence())
            .fact("conversions in the patch", converted);
    return claim.kind() == PatchClaim.Kind.NO_CHANGE ? remark.severity(Severity.WARNING) : remark;
  }
}
