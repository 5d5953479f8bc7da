package dev.galley.report;

import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.mail.MailOrigin;
import dev.galley.mail.PatchMail;
import dev.galley.series.CoverLetter;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Printable;
import java.util.Optional;

/** Where findings stand, as {@code path:line} that an editor can open. */
public final class Whereabouts {

  private Whereabouts() {}

  /** The mail that a patch number means; 0 is the cover letter. Empty when it is missing. */
  public static Optional<PatchMail> mail(Series series, int patch) {
    return patch == 0
        ? series.cover().map(CoverLetter::mail)
        : series.patch(patch).map(SeriesPatch::mail);
  }

  /** The mail that speaks for the series: its cover letter, or its first patch. */
  public static Optional<PatchMail> head(Series series) {
    return series
        .cover()
        .map(CoverLetter::mail)
        .or(() -> series.patches().stream().findFirst().map(SeriesPatch::mail));
  }

  /** The file that the place's mail came from; empty when nobody knows. */
  public static String source(Series series, Place place) {
    return mail(series, place.patch())
        .or(() -> head(series))
        .map(mail -> mail.mail().origin().source())
        .orElse("");
  }

  /** The line of {@link #source} of a place, counted from 1; 0 when it is not known. */
  public static long sourceLine(Series series, Place place) {
    Optional<MailOrigin> origin =
        mail(series, place.patch()).map(mail -> mail.mail().origin()).filter(o -> o.line() > 0);
    return origin.map(o -> o.line() + Math.max(place.mailLine() - 1, 0)).orElse(0L);
  }

  /** {@code path:line} in the tree, or else in the mail's source. */
  static String label(Series series, Place place) {
    if (place.isInTree()) {
      return Printable.line(place.path()) + (place.line() > 0 ? ":" + place.line() : "");
    }
    String source = source(series, place);
    long line = sourceLine(series, place);
    return (source.isEmpty() ? "series" : Printable.line(source)) + (line > 0 ? ":" + line : "");
  }

  /** The number of the first excerpt line; 0 when it is not known. */
  static long excerptLine(Series series, Place place) {
    if (place.isInTree()) {
      return place.line();
    }
    return place.mailLine() > 0 ? sourceLine(series, place) : 0;
  }

  /** Whether the place counts lines of the file before the patch. */
  static boolean isOld(Place place) {
    return place.isInTree() && place.line() > 0 && place.side() == Side.OLD;
  }
}
