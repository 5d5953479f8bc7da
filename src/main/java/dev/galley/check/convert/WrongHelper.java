package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.convert.Explanation;
import dev.galley.finding.Severity;
import java.util.Optional;

/** The helper's sibling was put in: the one for VFs where PFs were asked for. */
@CheckInfo(
    id = "convert/wrong-helper",
    severity = Severity.ERROR,
    summary = "A site was converted to the sibling of its helper",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class WrongHelper implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    EditRemarks.each(patch, out, Explanation.WrongHelper.class, WrongHelper::words);
  }

  private static Optional<Remark> words(Explanation.WrongHelper wrong, EditRemarks edit) {
    Remark remark =
        edit.at(
            edit.before(wrong.before().nodes())
                + " became "
                + edit.after(wrong.after().nodes())
                + ", which stands for "
                + wrong.after().rule().left().text().strip()
                + "; its own helper is "
                + wrong.before().rule().name()
                + "()");
    remark = edit.rule(remark, "rule of what was there", wrong.before());
    remark = edit.rule(remark, "rule of what came", wrong.after());
    return Optional.of(edit.weighed(remark, Severity.ERROR).fix(edit.instead(wrong.before())));
  }
}
