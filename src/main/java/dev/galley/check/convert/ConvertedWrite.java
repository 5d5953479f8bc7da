package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.convert.Explanation;
import dev.galley.finding.Severity;
import java.util.Optional;

/** A write, or a target of the address operator, became a call that only reads. */
@CheckInfo(
    id = "convert/write",
    severity = Severity.ERROR,
    summary = "A write, or a target of &, was converted to a helper that reads",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class ConvertedWrite implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    EditRemarks.each(patch, out, Explanation.WriteConverted.class, ConvertedWrite::words);
  }

  private static Optional<Remark> words(Explanation.WriteConverted wrong, EditRemarks edit) {
    Remark remark =
        edit.at(
            edit.before(java.util.List.of(wrong.write()))
                + " is no read, and "
                + edit.after(wrong.after().nodes())
                + " only reads");
    remark = edit.rule(remark, "rule", wrong.after());
    return Optional.of(edit.weighed(remark, Severity.ERROR));
  }
}
