package dev.galley.mail.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which mails are wanted.
 *
 * @param location a file, a folder, or {@code -} for standard input
 * @param selection what of it; matters for repositories only
 */
public record SourceSpec(String location, Selection selection) {

  /** Standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final Pattern MESSAGE_ID = Pattern.compile("<?[^\\s<>@{}]+@[^\\s<>@{}]+>?");

  /** What of a repository is wanted. */
  public sealed interface Selection {}

  /** All mails that are there. */
  public record Everything() implements Selection {}

  /**
   * The thread that holds a mail.
   *
   * @param messageId without angle brackets
   */
  public record InThread(String messageId) implements Selection {}

  /**
   * Commits, written as mails.
   *
   * @param revisions {@code A..B}, or {@code A} for {@code A..HEAD}
   */
  public record Commits(String revisions) implements Selection {}

  public SourceSpec {
    Objects.requireNonNull(location);
    Objects.requireNonNull(selection);
  }

  /** All mails of a file or folder. */
  public static SourceSpec of(String location) {
    return new SourceSpec(location, new Everything());
  }

  /** The thread of a mail in a public-inbox repository. */
  public static SourceSpec thread(String location, String messageId) {
    return new SourceSpec(location, new InThread(withoutBrackets(messageId)));
  }

  /** Commits of a git repository. */
  public static SourceSpec commits(String location, String revisions) {
    return new SourceSpec(location, new Commits(revisions));
  }

  /**
   * Reads an argument of the command line: {@code PATH}, {@code -}, {@code DIR:MESSAGE-ID} or
   * {@code DIR:REV..REV}. A path that exists under the whole name is taken as that.
   */
  public static SourceSpec parse(String argument) {
    int colon = argument.lastIndexOf(':');
    if (colon <= 0
        || colon == argument.length() - 1
        || exists(argument)
        || !isFolder(argument.substring(0, colon))) {
      return of(argument);
    }
    String location = argument.substring(0, colon);
    String selected = argument.substring(colon + 1);
    return MESSAGE_ID.matcher(selected).matches()
        ? thread(location, selected)
        : commits(location, selected);
  }

  private static String withoutBrackets(String messageId) {
    return messageId.startsWith("<") && messageId.endsWith(">")
        ? messageId.substring(1, messageId.length() - 1)
        : messageId;
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isFolder(String name) {
    try {
      return Files.isDirectory(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
