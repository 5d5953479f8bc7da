package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.series.Trailer;
import java.util.List;
import java.util.Optional;

/** A co-author is named, and signs off on the very next line; the author is not a co-author. */
@CheckInfo(
    id = "mail/trailer-order",
    severity = Severity.WARNING,
    summary = "Co-developed-by is not followed by that person's Signed-off-by",
    nature = CheckInfo.Nature.FORM,
    source =
        "Documentation/process/submitting-patches.rst, When to use Acked-by:, Cc:, and"
            + " Co-developed-by:")
public final class TrailerOrder implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<Trailer> trailers = Messages.text(patch).trailers();
    if (trailers.stream().noneMatch(trailer -> trailer.is("Co-developed-by"))) {
      out.notApplicable();
      return;
    }
    Person author = Messages.author(patch.patch().mail());
    for (int i = 0; i < trailers.size(); i++) {
      Trailer trailer = trailers.get(i);
      Optional<Person> person = Person.parse(trailer.value());
      if (!trailer.is("Co-developed-by") || person.isEmpty()) {
        continue;
      }
      Person coAuthor = person.get();
      if (coAuthor.hasAddressOf(author)) {
        out.add(
            remark(patch, trailer, "the author is named as his own co-author")
                .fact("author", author)
                .fix("remove this line"));
      } else if (i + 1 == trailers.size() || !signs(trailers.get(i + 1), coAuthor)) {
        boolean signsElsewhere = trailers.stream().anyMatch(other -> signs(other, coAuthor));
        out.add(
            signsElsewhere
                ? remark(
                        patch,
                        trailer,
                        "the co-author's Signed-off-by does not follow on the next line")
                    .severity(Severity.NOTE)
                    .fix("move Signed-off-by: " + coAuthor + " behind this line")
                : remark(patch, trailer, "the co-author did not sign off")
                    .fix("Signed-off-by: " + coAuthor + " behind this line"));
      }
    }
  }

  private static Remark remark(PatchSubject patch, Trailer trailer, String message) {
    return Remark.at(Messages.place(patch, trailer.line()), message).excerpt(trailer.toString());
  }

  private static boolean signs(Trailer trailer, Person person) {
    return trailer.is("Signed-off-by")
        && Person.parse(trailer.value())
            .filter(signer -> signer.hasAddressOf(person) || signer.hasNameOf(person))
            .isPresent();
  }
}
