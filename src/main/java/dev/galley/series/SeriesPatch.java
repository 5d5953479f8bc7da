package dev.galley.series;

import dev.galley.mail.PatchMail;
import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.text.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

  /**
   * Why {@code git am} refuses the whole patch, whatever the tree: the mail or a part of the diff
   * cannot be read, or there is no diff or no author. Empty when it does not.
   */
  public Optional<String> refusalByGit() {
    if (mail.refusal().isPresent()) {
      return mail.refusal();
    }
    if (diff.files().isEmpty() && diffProblems.isEmpty()) {
      return Optional.of("the mail has no diff");
    }
    if (mail.authorName().isBlank()) {
      return Optional.of("the mail names no author");
    }
    return diffProblems.stream()
        .filter(problem -> problem.level() == Problem.Level.ERROR && !isPassedOver(problem))
        .map(Problem::message)
        .findFirst()
        .or(
            () ->
                diff.files().stream()
                    .filter(FileChange::isHeaderAlone)
                    .map(file -> "the diff of " + file.path() + " has a header and no hunk")
                    .findFirst());
  }

  /** Whether git takes the lines of a problem for text: a combined diff beside others. */
  private boolean isPassedOver(Problem problem) {
    return diff.files().stream().anyMatch(file -> file.style() != FileChange.Style.COMBINED)
        && diff.files().stream()
            .anyMatch(
                file ->
                    file.style() == FileChange.Style.COMBINED
                        && file.span().equals(problem.span()));
  }

  /** The line of the mail of an octet of the diff, counted from 1; 0 when it is not known. */
  public int mailLineOf(int diffOffset) {
    return mail.patchLine() == 0
        ? 0
        : mail.patchLine() + diff.bytes().slice(0, diffOffset).lineFeeds();
  }
}
