package dev.galley.review;

import dev.galley.mail.source.SourceProblem;
import dev.galley.text.Problem;
import java.util.List;
import java.util.Objects;

/**
 * The result of an order, and what there is to say about how it was carried out.
 *
 * @param result the review
 * @param seen one sentence about the series that were found and the one that was taken
 * @param problems what was wrong with the sources, although something could be read
 */
public record ReviewAnswer(ReviewResult result, String seen, List<SourceProblem> problems) {

  public ReviewAnswer {
    Objects.requireNonNull(result);
    Objects.requireNonNull(seen);
    problems = List.copyOf(problems);
  }

  /** Whether octets of a source were lost or not understood: such a review never passes. */
  public boolean isDamaged() {
    return problems.stream().anyMatch(problem -> problem.level() == Problem.Level.ERROR);
  }
}
