package dev.galley.tree;

import java.io.IOException;

/** The base cannot be used; the message says what was tried, why, and what to do. */
public final class BaseException extends IOException {

  private static final long serialVersionUID = 1L;

  public BaseException(String message) {
    super(message);
  }

  public BaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
