package dev.galley.mail.source;

/** A source from which no mail can be read at all. The message is fit to be shown as it is. */
public final class SourceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient SourceProblem problem;

  public SourceException(SourceProblem problem) {
    super(problem.describe());
    this.problem = problem;
  }

  public SourceProblem problem() {
    return problem;
  }
}
