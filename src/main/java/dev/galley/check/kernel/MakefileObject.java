package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An object in a makefile has its source in the tree that the patch leaves behind, and a new source
 * file is named by a makefile.
 *
 * <p>When the source comes with a later patch, the patches in between do not build: that stays an
 * error, unless the symbol that switches the object on comes no sooner than the source.
 */
@CheckInfo(
    id = "kernel/makefile-object",
    severity = Severity.ERROR,
    summary = "Makefile names an object without its source, or the reverse",
    nature = CheckInfo.Nature.SUBSTANCE,
    source =
        "Documentation/kbuild/makefiles.rst; Documentation/process/submitting-patches.rst,"
            + " Separate your changes")
public final class MakefileObject implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    Sources sources = Sources.after(patch);
    Set<String> unknown = new TreeSet<>();
    boolean applies = false;
    for (FileChange file : patch.patch().diff().files()) {
      if (!file.newPath().isEmpty() && Kbuild.isMakefile(file.newPath())) {
        applies = true;
        checkMakefile(patch, file, sources, unknown, out);
      }
      if (Sources.isBuilt(file.oldPath())
          && !file.oldPath().equals(file.newPath())
          && file.kind() != FileChange.Kind.COPIED) {
        applies = true;
        checkRemoved(patch, file, sources, out);
      }
      if (file.kind() == FileChange.Kind.ADDED && Sources.isBuilt(file.newPath())) {
        applies = true;
        checkNew(patch, file, out);
      }
    }
    if (!applies) {
      out.notApplicable();
    } else if (!unknown.isEmpty()) {
      out.skip("no base to look for the sources of " + String.join(", ", unknown));
    }
  }

  private static void checkMakefile(
      PatchSubject patch, FileChange file, Sources sources, Set<String> unknown, Remarks out) {
    for (Hunk hunk : file.hunks()) {
      for (Kbuild.Entry entry : Kbuild.entries(NewLines.joined(NewLines.of(hunk)))) {
        if (entry.added()) {
          checkEntry(patch, file, entry, sources, unknown, out);
        }
      }
    }
  }

  private static void checkEntry(
      PatchSubject patch,
      FileChange file,
      Kbuild.Entry entry,
      Sources sources,
      Set<String> unknown,
      Remarks out) {
    Sources.Answer answer = sources.find(file.newPath(), entry);
    if (answer == Sources.Answer.THERE) {
      return;
    }
    Place place = Place.line(patch.number(), file.newPath(), Side.NEW, entry.line());
    Series series = patch.review().series();
    Optional<SeriesPatch> later = sources.addedLater(file.newPath(), entry);
    if (later.isPresent()) {
      int comes = later.get().number();
      if (switchedOn(series, entry.symbol()) < comes) {
        out.add(
            Remark.at(
                    place,
                    entry.name() + " is built here, but its source comes with patch " + comes)
                .excerpt("+" + entry.name())
                .fact("does not build", range(firstBroken(patch, entry), comes - 1))
                .fix("add the makefile line together with the source"));
      }
    } else if (answer == Sources.Answer.UNKNOWN) {
      unknown.add(entry.name());
    } else if (!series.isComplete()) {
      out.skip("the source of " + entry.name() + " may come with a patch that is missing");
    } else {
      out.add(
          Remark.at(
                  place,
                  entry.name()
                      + (entry.isFolder()
                          ? " is built, but there is no such folder"
                          : " is built, but has no source"))
              .excerpt("+" + entry.name())
              .fact("looked for", lookedFor(Sources.candidates(file.newPath(), entry))));
    }
  }

  private static String range(int from, int to) {
    return from == to ? "patch " + from : "patches " + from + " to " + to;
  }

  private static String lookedFor(List<String> candidates) {
    return candidates.stream().limit(2).collect(Collectors.joining(", "))
        + (candidates.size() > 2 ? " and the like" : "");
  }

  private static int firstBroken(PatchSubject patch, Kbuild.Entry entry) {
    return Math.max(patch.number(), switchedOn(patch.review().series(), entry.symbol()));
  }

  /** The patch that defines the symbol of an object; 0 when it was there before. */
  private static int switchedOn(Series series, String symbol) {
    if (symbol.isEmpty()) {
      return 0;
    }
    return series.patches().stream()
        .filter(
            patch ->
                SymbolUses.defined(patch).stream()
                    .anyMatch(defined -> defined.symbol().equals(symbol)))
        .map(SeriesPatch::number)
        .findFirst()
        .orElse(0);
  }

  /** A source that goes away while its folder's makefile still wants it. */
  private static void checkRemoved(
      PatchSubject patch, FileChange file, Sources sources, Remarks out) {
    for (Sources.Wanted wanted : sources.stillWanted(file.oldPath())) {
      out.add(
          Remark.at(
                  Place.line(patch.number(), wanted.makefile(), Side.NEW, wanted.entry().line()),
                  wanted.entry().name() + " is still built, but the patch takes its source away")
              .excerpt(wanted.entry().name())
              .fact("source", file.oldPath()));
    }
  }

  /** A source that no makefile names at the end of the series. */
  private static void checkNew(PatchSubject patch, FileChange file, Remarks out) {
    Series series = patch.review().series();
    if (Sources.isNamedBySeries(series, file.newPath())) {
      return;
    }
    Optional<Tree> last = patch.review().last();
    if (last.isEmpty() || patch.review().isPartial()) {
      out.skip(
          "whether a makefile names "
              + file.newPath()
              + (last.isEmpty() ? ": no base" : ": the series did not apply whole"));
      return;
    }
    if (last.get().entry(file.newPath()).isPresent()
        && !Sources.isNamed(last.get(), file.newPath())) {
      out.add(
          Remark.at(
                  Place.file(patch.number(), file.newPath()),
                  "a new source file that no makefile names")
              .severity(Severity.WARNING)
              .fact("looked in", "the makefiles of its folder and of the folders above"));
    }
  }
}
