package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.mail.Mail;
import java.util.Set;

/**
 * A mail that went through the net without a Message-ID: nobody can answer it, link to it or find
 * it in an archive. A file of git format-patch that was never sent has none either; that is fine.
 */
@CheckInfo(
    id = "mail/message-id",
    severity = Severity.WARNING,
    summary = "Mail has no Message-ID",
    nature = CheckInfo.Nature.FORM,
    source = "RFC 5322, section 3.6.4")
public final class MessageIdMissing implements PatchCheck {

  private static final Set<String> TRACES =
      Set.of("received", "return-path", "delivered-to", "list-id", "x-mailing-list");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    Mail mail = patch.patch().mail().mail();
    boolean sent = mail.headers().stream().anyMatch(field -> TRACES.stream().anyMatch(field::is));
    if (!sent) {
      out.notApplicable();
    } else if (patch.patch().mail().messageId().isEmpty()) {
      out.add(
          Remark.at(Place.patch(patch.number()), "the mail has no Message-ID")
              .fact("subject", patch.patch().mail().taggedSubject()));
    }
  }
}
