package dev.galley.review;

import dev.galley.check.Checks;
import dev.galley.check.ReviewSubject;
import dev.galley.mail.source.SourceException;
import dev.galley.series.Series;
import dev.galley.series.SeriesAssembler;
import dev.galley.series.SeriesChoice;
import java.io.IOException;
import java.util.Optional;

/** Carries out an order: from names of files to the result. */
public final class ReviewJob {

  private ReviewJob() {}

  /**
   * Reads the mails, picks the series, applies it to the base, and reviews it.
   *
   * @throws SourceException if a source holds no mail at all
   * @throws NothingToReview if the mails hold no series, or not the one asked for
   * @throws IOException if reading fails, and as {@code BaseException} if the base cannot be opened
   */
  public static ReviewAnswer run(ReviewOrder order, Progress progress)
      throws IOException, SourceException, NothingToReview {
    Gathered gathered = Gathered.from(order, progress);
    SeriesChoice choice =
        order.choice().apply(SeriesAssembler.assemble(gathered.mails(), order.limits()));
    Series series =
        choice
            .chosen()
            .orElseThrow(() -> new NothingToReview(nothing(gathered, choice), gathered.problems()));
    if (order.base().isEmpty()) {
      return answer(order, ReviewSubject.of(series), Optional.empty(), choice, gathered);
    }
    try (OpenBase base = OpenBase.open(order.base().get(), series, progress)) {
      progress.at("applying patches", 0, series.patches().size());
      ReviewSubject subject = ReviewSubject.on(series, base.tree());
      return answer(order, subject, Optional.of(base.info()), choice, gathered);
    }
  }

  private static ReviewAnswer answer(
      ReviewOrder order,
      ReviewSubject subject,
      Optional<ReviewResult.BaseInfo> base,
      SeriesChoice choice,
      Gathered gathered) {
    ReviewRequest request =
        new ReviewRequest(subject, base, order.profile(), order.suppressions(), order.limits());
    return new ReviewAnswer(Review.run(request, Checks.all()), choice.seen(), gathered.problems());
  }

  private static String nothing(Gathered gathered, SeriesChoice choice) {
    int mails = gathered.mails().size();
    return choice.seen() + " (" + mails + (mails == 1 ? " mail" : " mails") + " read)";
  }
}
