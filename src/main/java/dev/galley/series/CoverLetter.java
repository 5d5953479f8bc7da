package dev.galley.series;

import dev.galley.mail.PatchMail;
import dev.galley.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * The 0/M of a series.
 *
 * @param tag its subject's brackets
 * @param mail the mail; {@code mail.log()} is its whole text
 * @param shortlog the subjects it lists, in order; empty without a shortlog
 * @param diffstat octets of the diffstat in {@code mail.log()}; empty span without one
 * @param baseCommit id behind {@code base-commit:}; empty without one
 */
public record CoverLetter(
    SubjectTag tag,
    PatchMail mail,
    List<ShortlogEntry> shortlog,
    Span diffstat,
    String baseCommit) {

  /**
   * One line of a shortlog.
   *
   * @param author the heading it stands under; empty without
   * @param subject as listed, unwrapped
   * @param line line of the letter, counted from 1
   */
  public record ShortlogEntry(String author, String subject, int line) {}

  public CoverLetter {
    Objects.requireNonNull(tag);
    Objects.requireNonNull(mail);
    shortlog = List.copyOf(shortlog);
    Objects.requireNonNull(diffstat);
    Objects.requireNonNull(baseCommit);
  }
}
