package dev.galley.review;

import dev.galley.mail.source.SourceProblem;
import java.util.List;

/** Mails were read, and none of them is the series that was asked for. The message says why. */
public final class NothingToReview extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<SourceProblem> problems;

  public NothingToReview(String message, List<SourceProblem> problems) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  /** What was wrong with the sources: often the reason. */
  public List<SourceProblem> problems() {
    return problems;
  }
}
