package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member that tables stop to initialise while code that the series shows still reads it. */
@CheckInfo(
    id = "convert/dropped-initialiser",
    severity = Severity.NOTE,
    summary = "Tables no longer set a member that is still read",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "ISO C, 6.7.9: a member without initialiser is zero")
public final class DroppedInitialiser implements PatchCheck {

  private static final Pattern SET = Pattern.compile("^\\s+\\.(\\w+)\\s*=[^=]");

  private record Line(FileChange file, HunkLine line) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Map<String, List<Line>> dropped = new TreeMap<>();
    for (FileChange file : patch.patch().diff().files()) {
      if (SeriesHunks.isC(file)) {
        file.hunks().forEach(hunk -> collect(file, hunk, dropped));
      }
    }
    dropped.forEach(
        (member, lines) ->
            stillRead(functions, member)
                .filter(read -> !isGone(patch, member))
                .ifPresent(read -> tell(patch.number(), member, lines, read, out)));
  }

  private static void collect(FileChange file, Hunk hunk, Map<String, List<Line>> into) {
    for (List<HunkLine> block : Blocks.of(hunk)) {
      boolean adds = block.stream().anyMatch(HunkLine::isAdded);
      for (HunkLine line : block) {
        Matcher set = SET.matcher(line.text().utf8());
        boolean isWhole = line.text().utf8().strip().endsWith(",");
        if (!adds && line.isRemoved() && isWhole && set.find() && block.size() == 1) {
          into.computeIfAbsent(set.group(1), x -> new ArrayList<>()).add(new Line(file, line));
        }
      }
    }
  }

  private static Optional<String> stillRead(List<ChangedFunction> functions, String member) {
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        for (Expr.Member read : Trees.all(part.items(), Expr.Member.class)) {
          if (read.arrow() && read.name().text().equals(member)) {
            return Optional.of(function.path() + ":" + part.line(read) + ": " + part.text(read));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the series takes the member out of its struct. */
  private static boolean isGone(PatchSubject patch, String member) {
    Pattern declared = Pattern.compile("^\\s+[A-Za-z_][\\w *]*\\b" + member + "\\s*[;:\\[]");
    for (SeriesPatch other : patch.review().series().patches()) {
      for (FileChange file : other.diff().files()) {
        for (Hunk hunk : file.hunks()) {
          if (hunk.lines().stream()
              .anyMatch(line -> line.isRemoved() && declared.matcher(line.text().utf8()).find())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void tell(int number, String member, List<Line> lines, String read, Remarks out) {
    Line first = lines.get(0);
    out.add(
        Remark.at(
                Place.line(number, first.file.path(), Side.OLD, first.line.oldLine()),
                "."
                    + member
                    + " is no longer set in "
                    + lines.size()
                    + (lines.size() == 1 ? " table" : " tables")
                    + ", and read where it is zero now")
            .excerpt("-" + first.line.text().utf8())
            .fact("still read", read));
  }
}
