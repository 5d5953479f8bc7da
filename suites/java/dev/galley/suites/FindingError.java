package dev.galley.suites;

/** A finding that stops a series: a failed test without a stack, for there is nothing in it. */
final class FindingError extends AssertionError {

  private static final long serialVersionUID = 1L;

  FindingError(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
