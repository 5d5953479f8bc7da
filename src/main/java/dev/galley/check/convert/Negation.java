package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.convert.Explanation;
import dev.galley.finding.Severity;
import java.util.Optional;

/** A negation came or went with a conversion. */
@CheckInfo(
    id = "convert/negation",
    severity = Severity.ERROR,
    summary = "A negation was lost or added by a conversion",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class Negation implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    EditRemarks.each(patch, out, Explanation.Negated.class, Negation::words);
  }

  private static Optional<Remark> words(Explanation.Negated wrong, EditRemarks edit) {
    Remark remark = edit.at(edit.before() + " became " + edit.after() + ", which is its opposite");
    remark = edit.rule(remark, "rule", wrong.after());
    return Optional.of(edit.weighed(remark, Severity.ERROR));
  }
}
