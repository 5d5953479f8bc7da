package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.series.Trailer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same trailer twice.
 *
 * <p>A Signed-off-by may come back: the patch went through other hands in between, and the chain
 * tells its way.
 */
@CheckInfo(
    id = "mail/duplicate-trailer",
    severity = Severity.NOTE,
    summary = "The same trailer stands twice",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst; git-interpret-trailers(1)")
public final class DuplicateTrailer implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<Trailer> trailers = Messages.text(patch).trailers();
    if (trailers.isEmpty()) {
      out.notApplicable();
      return;
    }
    Map<String, Trailer> seen = new HashMap<>();
    Trailer lastSignoff = new Trailer("", "", 0);
    for (Trailer trailer : trailers) {
      boolean signoff = trailer.is("Signed-off-by");
      Trailer first = seen.putIfAbsent(identity(trailer), trailer);
      if (first != null && (!signoff || identity(lastSignoff).equals(identity(trailer)))) {
        out.add(
            Remark.at(
                    Messages.place(patch, trailer.line()),
                    trailer.key() + " repeats an earlier trailer")
                .excerpt(trailer.toString())
                .fact("first at line", first.line() + " of the message")
                .fix("remove this line"));
      }
      if (signoff) {
        lastSignoff = trailer;
      }
    }
  }

  private static String identity(Trailer trailer) {
    return (trailer.key() + ":" + trailer.value().replaceAll("\\s+", " ")).toLowerCase(Locale.ROOT);
  }
}
