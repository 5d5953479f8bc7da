package dev.galley.series;

import dev.galley.mail.PatchMail;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * The 0/M of a series.
 *
 * @param tag its subject's brackets
 * @param mail the mail
 * @param text the whole letter: {@code mail.log()}, and behind it {@code mail.patch()}, where git
 *     puts what follows a {@code ---} line
 * @param shortlog the subjects it lists, in order; empty without a shortlog
 * @param diffstat octets of the diffstat in {@code text}, with its totals and its {@code create
 *     mode} and {@code rename} lines; empty span without one
 * @param baseCommit id behind {@code base-commit:}; empty without one
 * @param changeId what stands behind {@code change-id:}; empty without one
 */
public record CoverLetter(
    SubjectTag tag,
    PatchMail mail,
    Bytes text,
    List<ShortlogEntry> shortlog,
    Span diffstat,
    String baseCommit,
    String changeId) {

  /**
   * One line of a shortlog.
   *
   * @param author the heading it stands under; empty without
   * @param subject as listed, unwrapped
   * @param line line of {@code text}, counted from 1
   */
  public record ShortlogEntry(String author, String subject, int line) {}

  public CoverLetter {
    Objects.requireNonNull(tag);
    Objects.requireNonNull(mail);
    Objects.requireNonNull(text);
    shortlog = List.copyOf(shortlog);
    Objects.requireNonNull(diffstat);
    Objects.requireNonNull(baseCommit);
    Objects.requireNonNull(changeId);
  }

  /** A letter without change-id and without anything below a {@code ---} line. */
  public CoverLetter(
      SubjectTag tag,
      PatchMail mail,
      List<ShortlogEntry> shortlog,
      Span diffstat,
      String baseCommit) {
    this(tag, mail, mail.log(), shortlog, diffstat, baseCommit, "");
  }

  /** The line of the mail of a line of the text, both counted from 1; 0 when it is not known. */
  public int mailLineOf(int line) {
    int logLines = mail.log().lineFeeds();
    if (line <= logLines) {
      return mail.logLine() == 0 ? 0 : mail.logLine() + line - 1;
    }
    return mail.patchLine() == 0 ? 0 : mail.patchLine() + line - logLines - 1;
  }
}
