package dev.galley.check.series;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.finding.Severity;
import dev.galley.patch.Diffstat;
import dev.galley.patch.NetDiffstat;
import dev.galley.patch.PathQuoting;
import java.util.List;
import java.util.Optional;

/**
 * The {@code create mode}, {@code delete mode} and {@code rename} lines below the cover letter's
 * diffstat. Files that the diffstat itself is wrong about are left to the check of that.
 */
@CheckInfo(
    id = "series/cover-summary",
    severity = Severity.WARNING,
    summary = "The cover letter's list of new and deleted files is wrong",
    nature = CheckInfo.Nature.FORM,
    source = "git-format-patch(1), --cover-letter; git-diff(1), --summary")
public final class CoverSummary implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Optional<CoverStat> found = CoverStat.of(review);
    if (found.isEmpty() || found.get().written().notes().isEmpty()) {
      out.notApplicable();
      return;
    }
    CoverStat stat = found.get();
    Optional<String> obstacle = stat.obstacle(review.series());
    if (obstacle.isPresent()) {
      out.skip(obstacle.get());
      return;
    }
    List<Diffstat.Note> notes = stat.written().notes();
    for (Diffstat.Note note : notes) {
      stat.net().files().stream()
          .filter(file -> isPath(note.newPath(), file.path()))
          .findFirst()
          .flatMap(file -> contradiction(note, file))
          .ifPresent(
              what ->
                  out.add(
                      Remark.at(stat.place(note.span().start()), what)
                          .fact("file", note.newPath())));
    }
    for (NetDiffstat.File file : stat.net().files()) {
      boolean listed =
          stat.written().rows().stream().anyMatch(row -> CoverStat.stands(row, file.path()));
      boolean told = notes.stream().anyMatch(note -> isPath(note.newPath(), file.path()));
      if (listed && !told && file.oldPath().isEmpty()) {
        out.add(
            Remark.at(
                    stat.place(notes.get(0).span().start()),
                    "the letter does not list a file that the series creates")
                .fact("file", file.path()));
      }
    }
  }

  private static Optional<String> contradiction(Diffstat.Note note, NetDiffstat.File file) {
    boolean stays = file.oldPath().equals(file.newPath());
    return switch (note.kind()) {
      case CREATE ->
          stays
              ? Optional.of("the letter creates a file that the patches only change")
              : Optional.empty();
      case DELETE ->
          stays
              ? Optional.of("the letter deletes a file that the patches only change")
              : Optional.empty();
      case RENAME, COPY, REWRITE, MODE_CHANGE -> Optional.empty();
    };
  }

  private static boolean isPath(String printed, String path) {
    return printed.equals(path) || printed.equals(PathQuoting.quote(path));
  }
}
