package dev.galley.review;

import dev.galley.check.Checks;
import dev.galley.check.ReviewSubject;
import dev.galley.mail.source.SourceException;
import dev.galley.series.Series;
import dev.galley.series.SeriesAssembler;
import dev.galley.series.SeriesChoice;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.BaseTree;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.SeriesApplier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        choice.chosen().orElseThrow(() -> new NothingToReview(nothing(gathered, choice)));
    if (order.base().isEmpty()) {
      return answer(order, ReviewSubject.of(series), Optional.empty(), choice, gathered);
    }
    try (OpenBase base = OpenBase.open(order.base().get(), series, progress)) {
      ReviewSubject subject =
          new ReviewSubject(
              series, Optional.of(base.tree()), outcomes(base.tree(), series, progress));
      return answer(order, subject, Optional.of(base.info()), choice, gathered);
    }
  }

  private static ReviewAnswer answer(
      ReviewOrder order,
      ReviewSubject subject,
      Optional<ReviewResult.BaseInfo> base,
      SeriesChoice choice,
      Gathered gathered) {
    ReviewRequest request = new ReviewRequest(subject, base, order.profile(), order.suppressions());
    return new ReviewAnswer(Review.run(request, Checks.all()), choice.seen(), gathered.problems());
  }

  private static String nothing(Gathered gathered, SeriesChoice choice) {
    int mails = gathered.mails().size();
    return choice.seen() + " (" + mails + (mails == 1 ? " mail" : " mails") + " read)";
  }

  private static Map<Integer, PatchOutcome> outcomes(
      BaseTree base, Series series, Progress progress) {
    List<SeriesApplier.Numbered> numbered = new ArrayList<>();
    for (SeriesPatch patch : series.patches()) {
      numbered.add(new SeriesApplier.Numbered(patch.number(), patch.diff()));
    }
    progress.at("applying patches", 0, numbered.size());
    List<PatchOutcome> outcomes = SeriesApplier.apply(base, numbered, base);
    Map<Integer, PatchOutcome> byNumber = new TreeMap<>();
    for (int i = 0; i < numbered.size(); i++) {
      byNumber.put(numbered.get(i).number(), outcomes.get(i));
    }
    return byNumber;
  }
}
