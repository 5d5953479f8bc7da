package dev.galley.search;

/** A pattern that cannot be searched for; the message says what, where and what to do. */
public final class PatternException extends Exception {

  private static final long serialVersionUID = 1;

  private final String reason;

  PatternException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong with the pattern, for people. */
  public String reason() {
    return reason;
  }
}
