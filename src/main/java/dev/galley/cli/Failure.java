package dev.galley.cli;

import dev.galley.text.Printable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * What the user gave cannot be worked with. The message says what, where and what to do, in lines
 * that are safe for a terminal.
 */
public final class Failure extends Exception {

  private static final long serialVersionUID = 1L;

  public Failure(String message) {
    super(message);
  }

  public Failure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The words for a file or stream that could not be read or written. */
  static Failure of(IOException cause) {
    if (cause instanceof FileSystemException file && file.getFile() != null) {
      return new Failure(Printable.line(file.getFile()) + ": " + reason(file), cause);
    }
    String message = cause.getMessage();
    String words = message == null ? cause.getClass().getSimpleName() : message;
    return new Failure(Printable.block(words), cause);
  }

  /** Why, without the name of the file. */
  static String reason(IOException cause) {
    if (cause instanceof FileSystemException file) {
      return reason(file);
    }
    String message = cause.getMessage();
    return Printable.line(message == null ? cause.getClass().getSimpleName() : message);
  }

  private static String reason(FileSystemException file) {
    if (file instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (file instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (file instanceof NotDirectoryException) {
      return "not a folder";
    }
    String reason = file.getReason();
    return reason == null ? "cannot be used" : Printable.line(reason);
  }
}
