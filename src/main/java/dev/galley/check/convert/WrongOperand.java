package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.convert.Explanation;
import dev.galley.finding.Severity;
import java.util.Optional;

/** The helper asks about another object than the code before did. */
@CheckInfo(
    id = "convert/wrong-operand",
    severity = Severity.ERROR,
    summary = "The helper asks about another object than the code before",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class WrongOperand implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    EditRemarks.each(patch, out, Explanation.WrongOperand.class, WrongOperand::words);
  }

  private static Optional<Remark> words(Explanation.WrongOperand wrong, EditRemarks edit) {
    String was = edit.before(wrong.was());
    String now = edit.after(wrong.now());
    Remark remark =
        edit.at(
            edit.before(wrong.before().nodes())
                + " became "
                + edit.after(wrong.after().nodes())
                + ": "
                + (wrong.isExchange() ? "the arguments are exchanged, " : "")
                + "it was about "
                + was
                + " and is about "
                + now);
    remark = edit.rule(remark, "rule", wrong.after());
    if (wrong.alias().isPresent()) {
      return Optional.of(
          remark
              .severity(Severity.NOTE)
              .fact("may be the same", wrong.alias().get() + " stands in the function"));
    }
    return Optional.of(edit.weighed(remark, Severity.ERROR));
  }
}
