package dev.galley.check.series;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchNumbers;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.mail.PatchMail;
import dev.galley.series.CoverLetter;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Patches that are not in the thread of their series.
 *
 * <p>A patch is in the thread when it names another mail of the series, or the same mail outside of
 * it that the first one names: a cover letter that was not given, an older version. Mails that
 * never were sent (git format-patch without threading) have no thread to be in.
 */
@CheckInfo(
    id = "series/threading",
    severity = Severity.WARNING,
    summary = "Patches of the series are outside of its thread",
    nature = CheckInfo.Nature.FORM,
    source = "git-send-email(1), --thread; Documentation/process/submitting-patches.rst")
public final class Threading implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Series series = review.series();
    List<SeriesPatch> patches = series.patches();
    boolean sent = patches.stream().allMatch(patch -> !patch.mail().messageId().isEmpty());
    if (patches.size() + series.cover().stream().count() < 2 || !sent || !isThreaded(series)) {
      out.notApplicable();
      return;
    }
    Set<String> thread = new HashSet<>();
    Optional<PatchMail> head =
        series
            .cover()
            .map(CoverLetter::mail)
            .or(() -> patches.stream().map(SeriesPatch::mail).findFirst());
    head.ifPresent(mail -> join(mail, thread));
    List<SeriesPatch> outside = new ArrayList<>(patches);
    boolean grew = true;
    while (grew) {
      List<SeriesPatch> found =
          outside.stream().filter(patch -> touches(patch.mail(), thread)).toList();
      found.forEach(patch -> join(patch.mail(), thread));
      outside.removeAll(found);
      grew = !found.isEmpty();
    }
    if (outside.isEmpty()) {
      return;
    }
    List<Integer> numbers = outside.stream().map(SeriesPatch::number).toList();
    out.add(
        Remark.at(
                Place.series(),
                PatchNumbers.words(numbers)
                    + (numbers.size() == 1 ? " is" : " are")
                    + " not in the thread of the series")
            .fact("head of the thread", head.map(PatchMail::messageId).orElse(""))
            .fact("In-Reply-To of patch " + numbers.get(0), inReplyTo(outside.get(0).mail()))
            .fix("git send-email --thread --no-chain-reply-to with all patches at once"));
  }

  /** Whether any mail names another at all. */
  private static boolean isThreaded(Series series) {
    return Stream.concat(
            series.cover().map(CoverLetter::mail).stream(),
            series.patches().stream().map(SeriesPatch::mail))
        .anyMatch(mail -> !parents(mail).isEmpty());
  }

  private static boolean touches(PatchMail mail, Set<String> thread) {
    return thread.contains(mail.messageId()) || parents(mail).stream().anyMatch(thread::contains);
  }

  private static void join(PatchMail mail, Set<String> thread) {
    thread.add(mail.messageId());
    thread.addAll(parents(mail));
  }

  private static List<String> parents(PatchMail mail) {
    return Stream.concat(mail.references().stream(), mail.inReplyTo().stream()).distinct().toList();
  }

  private static String inReplyTo(PatchMail mail) {
    return mail.inReplyTo().isEmpty() ? "none" : String.join(" ", mail.inReplyTo());
  }
}
