package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;

/** A list or a relay rewrote From, and no in-body From says who wrote the patch. */
@CheckInfo(
    id = "mail/munged-author",
    severity = Severity.ERROR,
    summary = "Git would record a list or relay as the author",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "git-mailinfo(1); Documentation/process/submitting-patches.rst, From Line")
public final class MungedAuthor implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    Person author = Messages.author(patch.patch().mail());
    if (!Messages.isRewritten(author)) {
      return;
    }
    Remark remark =
        Remark.at(Messages.header(patch, "From"), "git would record a list or relay as the author")
            .fact("author", author);
    out.add(
        Messages.text(patch).trailers("Signed-off-by").stream()
            .flatMap(trailer -> Person.parse(trailer.value()).stream())
            .filter(signer -> author.name().startsWith(signer.name() + " via "))
            .findFirst()
            .map(signer -> remark.fix("From: " + signer + " as the first line of the body"))
            .orElse(remark));
  }
}
