package dev.galley.review;

/** Mails were read, and none of them is the series that was asked for. The message says why. */
public final class NothingToReview extends Exception {

  private static final long serialVersionUID = 1L;

  public NothingToReview(String message) {
    super(message);
  }
}
