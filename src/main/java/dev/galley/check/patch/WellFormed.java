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
import dev.galley.tree.PathSafety;
import java.util.ArrayList;
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

  /** More problems than these in one mail have one cause, and are told once. */
  private static final int EACH_UP_TO = 3;

  @Override
  public void check(PatchSubject subject, Remarks out) {
    SeriesPatch patch = subject.patch();
    if (patch.diff().isEmpty() && patch.diffProblems().isEmpty()) {
      out.notApplicable();
      return;
    }
    for (FileChange file : patch.diff().files()) {
      absolute(patch.diff().bytes(), file)
          .or(() -> behindLink(subject, file))
          .or(() -> refused(file.oldPath()))
          .or(() -> refused(file.newPath()))
          .ifPresent(
              why ->
                  out.add(
                      Remark.at(
                              Place.mail(subject.number(), patch.mailLineOf(file.span().start())),
                              "the diff names a path that git refuses")
                          .fact("why", why)));
    }
    for (FileChange file : patch.diff().files()) {
      if (file.isHeaderAlone() && patch.diffProblems().isEmpty()) {
        out.add(
            Remark.at(
                    Place.mail(subject.number(), patch.mailLineOf(file.span().start())),
                    "the diff of " + Printable.line(file.path()) + " has a header and no hunk")
                .fact("git says", "patch with only garbage"));
      }
    }
    boolean damaged = Damage.in(patch).stream().anyMatch(Damage::breaksHunks);
    List<Remark> remarks = new ArrayList<>();
    for (Problem problem : patch.diffProblems()) {
      if (damaged || isAboutCounts(patch, problem.span()) || isAboutBinary(patch, problem.span())) {
        continue;
      }
      Remark remark = Remark.at(place(subject, problem.span()), problem.message());
      remark =
          problem.level() == Problem.Level.WARNING ? remark.severity(Severity.WARNING) : remark;
      remarks.add(remark.excerpt(line(patch.diff().bytes(), problem.span())));
    }
    if (remarks.size() > EACH_UP_TO) {
      out.add(remarks.get(0).fact("more like this one", remarks.size() - 1));
    } else {
      remarks.forEach(out::add);
    }
  }

  private static boolean isAboutBinary(SeriesPatch patch, Span span) {
    return patch.diff().files().stream()
        .anyMatch(file -> file.binaryOmitted() && file.span().equals(span));
  }

  private static Optional<String> refused(String path) {
    return path.isEmpty()
        ? Optional.empty()
        : PathSafety.problem(path, 0).map(why -> why + ": " + Printable.line(path));
  }

  /** Git takes the first directory off such a name, and writes somewhere nobody meant. */
  private static Optional<String> absolute(Bytes diff, FileChange file) {
    int end = file.hunks().isEmpty() ? file.span().end() : file.hunks().get(0).span().start();
    for (int at = file.span().start(); at < end; at = diff.nextLine(at)) {
      boolean name = diff.startsWith("--- /", at) || diff.startsWith("+++ /", at);
      if ((name && !diff.startsWith("/dev/null", at + 4)) || diff.startsWith("diff --git /", at)) {
        String text = diff.slice(at, Math.min(diff.nextLine(at), at + 200)).utf8().strip();
        return Optional.of("the path is absolute: " + Printable.line(text));
      }
    }
    return Optional.empty();
  }

  /** Without a base only the links that the series itself makes are known. */
  private static Optional<String> behindLink(PatchSubject subject, FileChange file) {
    if (subject.outcome().isPresent()) {
      return Optional.empty();
    }
    Optional<String> link = Optional.empty();
    for (SeriesPatch patch : subject.review().series().patches()) {
      for (FileChange other : patch.diff().files()) {
        boolean isLink =
            patch.number() <= subject.number()
                && (other.newMode() & 0170000) == 0120000
                && file.newPath().startsWith(other.newPath() + "/");
        if (isLink) {
          link =
              Optional.of(
                  "the path goes through the symbolic link that patch "
                      + patch.number()
                      + " makes: "
                      + Printable.line(file.newPath()));
        } else if (patch.number() < subject.number()
            && other.kind() == FileChange.Kind.DELETED
            && file.newPath().startsWith(other.oldPath() + "/")) {
          link = Optional.empty();
        }
      }
    }
    return link;
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
