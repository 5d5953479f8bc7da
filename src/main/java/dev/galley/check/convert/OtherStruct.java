package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.convert.Explanation;
import dev.galley.finding.Severity;
import java.util.Optional;

/** A member of another struct was converted, which has the same name. */
@CheckInfo(
    id = "convert/other-type",
    severity = Severity.ERROR,
    summary = "A member of the same name in another struct was converted",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class OtherStruct implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    EditRemarks.each(patch, out, Explanation.OtherType.class, OtherStruct::words);
  }

  private static Optional<Remark> words(Explanation.OtherType wrong, EditRemarks edit) {
    Remark remark =
        edit.at(
            edit.before(java.util.List.of(wrong.before()))
                + " is of "
                + wrong.had()
                + ", and "
                + edit.after(wrong.after().nodes())
                + " is about "
                + wrong.wanted());
    remark = edit.rule(remark, "rule", wrong.after());
    return Optional.of(edit.weighed(remark, Severity.ERROR));
  }
}
