package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.convert.CodeState;
import dev.galley.convert.SeriesCode;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds helpers that a series adds and nobody uses when all of it is applied. */
@CheckInfo(
    id = "convert/unused-helper",
    severity = Severity.WARNING,
    summary = "A helper that the series adds is used by nobody",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/4.Coding.rst; submitting-patches.rst")
public final class UnusedHelper implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    SeriesCode code = ReviewCode.of(review);
    NewNames names = NewNames.of(code);
    if (names.all().values().stream().flatMap(List::stream).noneMatch(NewNames.Added::isHelper)) {
      out.notApplicable();
      return;
    }
    if (!code.series().isComplete()) {
      out.skip("patches are missing: one of them may use what the others add");
      return;
    }
    boolean isWhole = code.base().isPresent() && !review.isPartial();
    for (List<NewNames.Added> all : names.all().values()) {
      Optional<NewNames.Added> helper = all.stream().filter(NewNames.Added::isHelper).findFirst();
      if (helper.isPresent() && !isUsed(code, all, helper.get(), isWhole)) {
        out.add(remark(code.series(), helper.get(), isWhole));
      }
    }
  }

  private static boolean isUsed(
      SeriesCode code, List<NewNames.Added> all, NewNames.Added helper, boolean isWhole) {
    if (isCalledByName(helper.name(), helper.path())) {
      return true;
    }
    return isUsedByPatches(code.series(), helper.name(), all)
        || (!isWhole && OldLines.mention(code.series(), helper.name(), Integer.MAX_VALUE))
        || (isWhole && code.last().filter(state -> isUsedInTree(state, helper.name())).isPresent());
  }

  /** Names that others look for by other means than a call. */
  private static boolean isCalledByName(String name, String path) {
    String upper = name.toUpperCase(Locale.ROOT);
    return name.equals(upper)
        || name.startsWith("__")
        || name.startsWith("arch_")
        || name.startsWith("trace_")
        || path.startsWith("include/uapi/")
        || path.startsWith("tools/")
        || path.startsWith("Documentation/");
  }

  /** Whether a line of the patches names it that does not define, declare or export it. */
  private static boolean isUsedByPatches(
      Series series, String name, List<NewNames.Added> definitions) {
    int named = 0;
    for (SeriesPatch patch : series.patches()) {
      for (FileChange file : patch.diff().files()) {
        for (Hunk hunk : file.hunks()) {
          for (HunkLine line : hunk.lines()) {
            if (line.isAdded() && isUse(line.text().latin1(), name)) {
              named++;
            }
          }
        }
      }
    }
    return named > definitions.size();
  }

  private static boolean isUse(String text, String name) {
    String line = text.strip();
    boolean isComment = line.startsWith("* ") || line.startsWith("/*") || line.startsWith("//");
    return !isComment && !line.startsWith("EXPORT_") && OldLines.contains(line, name);
  }

  /** Whether a file of the tree has the name in another place than its definitions. */
  private static boolean isUsedInTree(CodeState state, String name) {
    for (String path : state.symbols().mentions(name)) {
      Optional<CFile> file = state.symbols().file(path);
      if (file.isPresent() && isUsedIn(file.get(), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUsedIn(CFile file, String name) {
    CTokens tokens = file.outline().tokens();
    for (External external : file.outline().externals()) {
      boolean isOwn = external.name().equals(name) || external.name().startsWith("EXPORT_");
      for (int at = external.firstToken(); at < external.endToken() && !isOwn; at++) {
        if ((tokens.is(at, Kind.ID) && tokens.isText(at, name))
            || (tokens.is(at, Kind.DIRECTIVE) && OldLines.contains(tokens.text(at), name))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Remark remark(Series series, NewNames.Added helper, boolean isWhole) {
    boolean isExported = isExported(series, helper.name());
    Place place =
        helper.node().isEmpty()
            ? Place.file(helper.patch(), helper.path())
            : helper.side().place(helper.node().get(0));
    return Remark.at(
            place,
            helper.name()
                + "() is added here, and no patch of the series"
                + (isWhole ? ", nor the tree after it," : "")
                + " uses it")
        .fact("added", helper.what() + " in " + helper.path())
        .fact(
            "looked at",
            isWhole ? "all C of the tree after the last patch" : "the lines that the patches add")
        .severity(isWhole && !isExported ? Severity.WARNING : Severity.NOTE);
  }

  private static boolean isExported(Series series, String name) {
    return series.patches().stream()
        .flatMap(patch -> patch.diff().files().stream())
        .flatMap(file -> file.hunks().stream())
        .flatMap(hunk -> hunk.lines().stream())
        .map(line -> line.text().latin1())
        .anyMatch(line -> line.strip().startsWith("EXPORT_") && OldLines.contains(line, name));
  }
}
