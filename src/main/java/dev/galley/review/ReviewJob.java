package dev.galley.review;

import dev.galley.check.Checks;
import dev.galley.check.ReviewSubject;
import dev.galley.convert.WrittenRules;
import dev.galley.kernelc.symbols.TreeIndex;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceProblem;
import dev.galley.series.Series;
import dev.galley.series.SeriesAssembler;
import dev.galley.series.SeriesChoice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

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
    Done<ReviewResult> done =
        on(
            order,
            progress,
            (subject, base) -> {
              subject.shared().get(WrittenRules.class, order::rules);
              ReviewRequest request =
                  new ReviewRequest(
                      subject, base, order.profile(), order.suppressions(), order.limits());
              return Review.run(request, Checks.all());
            });
    return new ReviewAnswer(done.value(), done.seen(), done.problems());
  }

  /**
   * What was made of a subject.
   *
   * @param seen one sentence about the series that were found and the one that was taken
   * @param problems what was wrong with the sources
   */
  public record Done<T>(T value, String seen, List<SourceProblem> problems) {
    public Done {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the mails, picks the series, applies it to the base, and does something with it while the
   * base is open.
   *
   * @throws SourceException if a source holds no mail at all
   * @throws NothingToReview if the mails hold no series, or not the one asked for
   * @throws IOException if reading fails, and as {@code BaseException} if the base cannot be opened
   */
  public static <T> Done<T> on(
      ReviewOrder order,
      Progress progress,
      BiFunction<ReviewSubject, Optional<ReviewResult.BaseInfo>, T> work)
      throws IOException, SourceException, NothingToReview {
    Gathered gathered = Gathered.from(order, progress);
    SeriesChoice choice =
        order.choice().apply(SeriesAssembler.assemble(gathered.mails(), order.limits()));
    Series series =
        choice
            .chosen()
            .orElseThrow(() -> new NothingToReview(nothing(gathered, choice), gathered.problems()));
    if (order.base().isEmpty()) {
      T value = work.apply(ReviewSubject.of(series), Optional.empty());
      return new Done<>(value, choice.seen(), gathered.problems());
    }
    try (OpenBase base = OpenBase.open(order.base().get(), series, progress)) {
      progress.at("applying patches", 0, series.patches().size());
      ReviewSubject subject = ReviewSubject.on(series, base.tree());
      BaseIndex.of(series, base.tree(), progress)
          .ifPresent(index -> subject.shared().get(TreeIndex.class, () -> index));
      T value = work.apply(subject, Optional.of(base.info()));
      return new Done<>(value, choice.seen(), gathered.problems());
    }
  }

  private static String nothing(Gathered gathered, SeriesChoice choice) {
    int mails = gathered.mails().size();
    return choice.seen() + " (" + mails + (mails == 1 ? " mail" : " mails") + " read)";
  }
}
