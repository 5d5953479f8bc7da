package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.mail.PatchMail;
import dev.galley.series.Trailer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The author, and whoever passes the patch on, signs it off.
 *
 * <p>The author is who git would record: an in-body {@code From:} counts. The name may be spelled
 * in another way or the address may be another: that is a note at most.
 */
@CheckInfo(
    id = "mail/author-signoff",
    severity = Severity.ERROR,
    summary = "Author or sender did not sign the patch off",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, Sign your work")
public final class AuthorSignoff implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    if (Messages.author(patch.patch().mail()).equals(new Person("", ""))) {
      out.add(
          Remark.at(
                  Messages.header(patch, "From"),
                  "git finds no author: git am stops with \"empty ident name\"")
              .fact("sender", Messages.sender(patch.patch().mail()))
              .fix("no line \"From: \" without a name and address at the top of the message"));
      return;
    }
    List<Trailer> signoffs = Messages.text(patch).trailers("Signed-off-by");
    if (signoffs.isEmpty()) {
      out.notApplicable();
      return;
    }
    PatchMail mail = patch.patch().mail();
    Person author = Messages.author(mail);
    Person sender = Messages.sender(mail);
    List<Person> signers =
        signoffs.stream().flatMap(trailer -> Person.parse(trailer.value()).stream()).toList();
    if (Messages.isRewritten(author)) {
      out.skip("the author's own name and address are not in the mail");
      return;
    }
    checkAuthor(patch, author, signers, signoffs, out);
    boolean forwarded = !sender.hasAddressOf(author) && !sender.hasNameOf(author);
    if (forwarded && !Messages.isRewritten(sender) && !signed(sender, signers)) {
      out.add(
          Remark.at(
                  Messages.header(patch, "From"), "the sender did not sign off a patch of another")
              .severity(Severity.WARNING)
              .fact("sender", sender)
              .fact("author", author)
              .fact("signed off by", names(signers))
              .fix("Signed-off-by: " + sender));
    }
  }

  private static void checkAuthor(
      PatchSubject patch,
      Person author,
      List<Person> signers,
      List<Trailer> signoffs,
      Remarks out) {
    if (signers.stream().anyMatch(author::hasAddressOf)) {
      return;
    }
    Trailer last = signoffs.get(signoffs.size() - 1);
    List<Person> sameName = signers.stream().filter(author::hasNameOf).toList();
    if (!sameName.isEmpty()) {
      out.add(
          Remark.at(
                  Messages.place(patch, last.line()),
                  "the author signs off with another address than From has")
              .severity(Severity.NOTE)
              .excerpt(last.toString())
              .fact("author", author)
              .fact("signed off by", sameName.get(0)));
      return;
    }
    boolean perhaps = signers.stream().anyMatch(author::resembles);
    out.add(
        Remark.at(Messages.place(patch, last.line()), "no Signed-off-by of the author")
            .severity(perhaps ? Severity.WARNING : Severity.ERROR)
            .excerpt(last.toString())
            .fact("author", author)
            .fact("signed off by", names(signers))
            .fix("Signed-off-by: " + author));
  }

  private static boolean signed(Person person, List<Person> signers) {
    return signers.stream()
        .anyMatch(
            signer ->
                person.hasAddressOf(signer)
                    || person.hasNameOf(signer)
                    || person.resembles(signer));
  }

  private static String names(List<Person> signers) {
    return signers.stream().map(Person::toString).collect(Collectors.joining(", "));
  }
}
