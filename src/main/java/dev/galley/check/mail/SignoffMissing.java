package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.mail.PatchMail;

/** A patch that nobody signed off cannot be taken. */
@CheckInfo(
    id = "mail/signoff-missing",
    severity = Severity.ERROR,
    summary = "Nobody signed the patch off",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, Sign your work")
public final class SignoffMissing implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    PatchMail mail = patch.patch().mail();
    if (!Messages.text(patch).trailers("Signed-off-by").isEmpty()) {
      return;
    }
    Person author = Messages.author(mail);
    for (Messages.Below line : Messages.below(patch)) {
      if (line.text().startsWith("Signed-off-by: ")) {
        out.add(
            Remark.at(line.place(), "the Signed-off-by stands below ---, where git am drops it")
                .excerpt(line.text())
                .fix("move it above the ---"));
        return;
      }
    }
    Remark remark =
        Remark.at(Place.patch(patch.number()), "no Signed-off-by").fact("author", author);
    out.add(Messages.isRewritten(author) ? remark : remark.fix("Signed-off-by: " + author));
  }
}
