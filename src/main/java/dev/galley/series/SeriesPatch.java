package dev.galley.series;

import dev.galley.mail.PatchMail;
import dev.galley.patch.Diff;
import dev.galley.text.Problem;
import java.util.List;
import java.util.Objects;

/**
 * One patch of a series.
 *
 * @param number its N of N/M; 1 for a patch without counter
 * @param tag its subject's brackets
 * @param mail the mail as git reads it
 * @param diff the diff in {@code mail.patch()}; spans count in that
 * @param diffProblems what was wrong with the diff
 * @param trailers trailers of its commit message, in order; lines count in {@code mail.log()}
 */
public record SeriesPatch(
    int number,
    SubjectTag tag,
    PatchMail mail,
    Diff diff,
    List<Problem> diffProblems,
    List<Trailer> trailers) {

  public SeriesPatch {
    Objects.requireNonNull(tag);
    Objects.requireNonNull(mail);
    Objects.requireNonNull(diff);
    diffProblems = List.copyOf(diffProblems);
    trailers = List.copyOf(trailers);
  }

  /** The subject as git would commit it. */
  public String subject() {
    return mail.subject();
  }

  /** The line of the mail of an octet of the diff, counted from 1; 0 when it is not known. */
  public int mailLineOf(int diffOffset) {
    return mail.patchLine() == 0
        ? 0
        : mail.patchLine() + diff.bytes().slice(0, diffOffset).lineFeeds();
  }
}
