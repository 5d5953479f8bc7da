package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import java.util.Optional;

/** A mail with a patch's counter and no diff. */
@CheckInfo(
    id = "patch/empty",
    severity = Severity.ERROR,
    summary = "A patch mail without a diff",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "git-am(1), --empty")
public final class Empty implements PatchCheck {

  @Override
  public void check(PatchSubject subject, Remarks out) {
    if (!subject.patch().diff().isEmpty()) {
      return;
    }
    Optional<String> refusal = subject.patch().mail().refusal();
    if (refusal.isPresent()) {
      out.add(
          Remark.at(Place.patch(subject.number()), "git cannot read the mail, so it has no diff")
              .fact("why", refusal.get())
              .fact("subject", subject.patch().mail().taggedSubject()));
      return;
    }
    out.add(
        Remark.at(Place.patch(subject.number()), "the mail has no diff that can be applied")
            .fact("subject", subject.patch().mail().taggedSubject())
            .fact("octets of text", subject.patch().mail().text().length()));
  }
}
