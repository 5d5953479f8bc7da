package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Fact;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.mail.HeaderField;
import java.util.Locale;
import java.util.Optional;

/** A diff that a mail program changed on its way: it will not apply as it is. */
@CheckInfo(
    id = "patch/mangled",
    severity = Severity.ERROR,
    summary = "A mail program has changed the diff",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/email-clients.rst")
public final class Mangled implements PatchCheck {

  @Override
  public void check(PatchSubject subject, Remarks out) {
    if (subject.patch().diff().isEmpty()) {
      out.notApplicable();
      return;
    }
    for (Damage damage : Damage.in(subject.patch())) {
      Remark remark =
          Remark.at(
                  Place.mail(subject.number(), subject.patch().mailLineOf(damage.offset())),
                  damage.message())
              .excerpt(damage.lines().toArray(String[]::new))
              .fix("send it with git send-email, or attach what git format-patch wrote");
      if (damage.message().equals(Damage.RETURNS)) {
        remark =
            remark.severity(Severity.WARNING).fix("git am --quoted-cr=strip takes it as it is");
      }
      for (Fact fact : damage.facts()) {
        remark = remark.fact(fact.key(), fact.value());
      }
      Optional<String> flowed = flowed(subject);
      out.add(flowed.isPresent() ? remark.fact("Content-Type", flowed.get()) : remark);
    }
  }

  private static Optional<String> flowed(PatchSubject subject) {
    return subject
        .patch()
        .mail()
        .mail()
        .field("Content-Type")
        .map(HeaderField::raw)
        .map(raw -> raw.utf8().strip())
        .filter(type -> type.toLowerCase(Locale.ROOT).contains("format=flowed"));
  }
}
