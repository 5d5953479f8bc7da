package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;

/** A commit message of trailers alone says what, in the subject, but never why. */
@CheckInfo(
    id = "mail/empty-message",
    severity = Severity.WARNING,
    summary = "Commit message has no description",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, Describe your changes")
public final class EmptyMessage implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    MessageText text = Messages.text(patch);
    if (!text.hasBody()) {
      out.add(
          Remark.at(
                  Place.patch(patch.number()),
                  text.lines().isEmpty()
                      ? "the commit message is empty"
                      : "the commit message has trailers only")
              .fact("subject", patch.patch().subject()));
    }
  }
}
