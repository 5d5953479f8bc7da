package dev.galley.check.convert;

import dev.galley.check.ReviewSubject;
import dev.galley.convert.Conversions;
import dev.galley.convert.SeriesCode;
import dev.galley.convert.SeriesCodes;
import dev.galley.convert.SeriesConversions;
import dev.galley.convert.WrittenRules;
import dev.galley.kernelc.symbols.TreeIndex;
import dev.galley.series.SeriesPatch;

/** The C of a series under review and its conversions, worked out once for all checks. */
public final class ReviewCode {

  private ReviewCode() {}

  /** What every patch changes, both sides. */
  public static SeriesCode of(ReviewSubject review) {
    return review
        .shared()
        .get(
            SeriesCode.class,
            () ->
                SeriesCodes.of(
                    review.series(),
                    review.base(),
                    review.outcomes(),
                    review.shared().find(TreeIndex.class)));
  }

  /** What the series rewrites into what. */
  public static Conversions conversions(ReviewSubject review) {
    SeriesCode code = of(review);
    WrittenRules written = review.shared().get(WrittenRules.class, () -> WrittenRules.NONE);
    return review.shared().get(Conversions.class, () -> new SeriesConversions(code, written));
  }

  /** Works out what the checks will ask for: cuts all patches, infers the rules, explains. */
  public static void prepare(ReviewSubject review) {
    Conversions conversions = conversions(review);
    for (SeriesPatch patch : review.series().patches()) {
      conversions.explanations(patch.number());
    }
  }
}
