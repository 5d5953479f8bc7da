package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import dev.galley.text.Problem;
import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/** What the reader of the diff had to work around or give up on, hunk counts excepted. */
@CheckInfo(
    id = "patch/well-formed",
    severity = Severity.ERROR,
    summary = "A part of the diff cannot be read as a diff",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "git-diff(1), Generating patch text with -p")
public final class WellFormed implements PatchCheck {

  @Override
  public void check(PatchSubject subject, Remarks out) {
    SeriesPatch patch = subject.patch();
    if (patch.diff().isEmpty() && patch.diffProblems().isEmpty()) {
      out.notApplicable();
      return;
    }
    for (FileChange file : patch.diff().files()) {
      leavesTree(file.oldPath())
          .or(() -> leavesTree(file.newPath()))
          .ifPresent(
              path ->
                  out.add(
                      Remark.at(
                              Place.mail(subject.number(), patch.mailLineOf(file.span().start())),
                              "the diff names a path outside of the tree")
                          .fact("path", Printable.line(path))));
    }
    boolean damaged = Damage.in(patch).stream().anyMatch(Damage::breaksHunks);
    for (Problem problem : patch.diffProblems()) {
      if (damaged || isAboutCounts(patch, problem.span()) || isAboutBinary(patch, problem.span())) {
        continue;
      }
      Remark remark = Remark.at(place(subject, problem.span()), problem.message());
      remark =
          problem.level() == Problem.Level.WARNING ? remark.severity(Severity.WARNING) : remark;
      out.add(remark.excerpt(line(patch.diff().bytes(), problem.span())));
    }
  }

  private static boolean isAboutBinary(SeriesPatch patch, Span span) {
    return patch.diff().files().stream()
        .anyMatch(file -> file.binaryOmitted() && file.span().equals(span));
  }

  private static Optional<String> leavesTree(String path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    boolean leaves = false;
    for (String part : path.split("/", -1)) {
      leaves |= part.isEmpty() || part.equals("..") || part.equals(".");
      leaves |= part.equalsIgnoreCase(".git") || part.indexOf('\0') >= 0;
    }
    return leaves ? Optional.of(path) : Optional.empty();
  }

  private static boolean isAboutCounts(SeriesPatch patch, Span span) {
    return patch.diff().files().stream()
        .map(FileChange::hunks)
        .flatMap(List::stream)
        .filter(hunk -> !hunk.complete())
        .map(Hunk::span)
        .anyMatch(hunk -> span.start() <= hunk.end() && span.end() >= hunk.start());
  }

  private static Place place(PatchSubject subject, Span span) {
    Place mail = Place.mail(subject.number(), subject.patch().mailLineOf(span.start()));
    return subject.patch().diff().files().stream()
        .filter(file -> file.span().start() <= span.start() && span.start() < file.span().end())
        .findFirst()
        .map(file -> Place.file(subject.number(), file.path()).atMailLine(mail.mailLine()))
        .orElse(mail);
  }

  private static String line(Bytes diff, Span span) {
    int start = Math.min(span.start(), diff.length());
    int end = Math.min(diff.nextLine(start), start + 200);
    return Printable.block(diff.slice(start, Math.max(start, end)).utf8().stripTrailing());
  }
}
