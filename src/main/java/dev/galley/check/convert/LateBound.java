package dev.galley.check.convert;

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
import dev.galley.patch.HunkLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A loop that takes the element for an index before it tests the index. */
@CheckInfo(
    id = "kernel/late-bound",
    severity = Severity.NOTE,
    summary = "Loop takes the element before it tests the index",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 6.5.6: a pointer past the last element but one is undefined")
public final class LateBound implements PatchCheck {

  private static final Pattern TAKES = Pattern.compile("^\\s*+(\\w++)\\s*+=(?!=)");
  private static final Pattern BOUND = Pattern.compile("^\\s*+(\\w++)\\s*+<=?+\\s*+[\\w()]");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean any = false;
    for (FileChange file : patch.patch().diff().files()) {
      if (SeriesHunks.isC(file)) {
        any = true;
        file.hunks().forEach(hunk -> check(patch.number(), file, hunk, out));
      }
    }
    if (!any) {
      out.notApplicable();
    }
  }

  private static void check(int number, FileChange file, Hunk hunk, Remarks out) {
    List<HunkLine> lines = hunk.lines();
    for (int i = 0; i < lines.size(); i++) {
      HunkLine line = lines.get(i);
      String text = line.text().utf8();
      if (!line.isAdded() || !text.contains(";")) {
        continue;
      }
      Optional<String> index = takesBeforeTest(text.replace("\\", " "));
      if (index.isPresent()) {
        out.add(
            Remark.at(
                    Place.line(number, file.path(), Side.NEW, line.newLine()),
                    "the element for '"
                        + index.get()
                        + "' is taken before '"
                        + index.get()
                        + "' is tested")
                .excerpt("+" + text)
                .fix("test first: " + index.get() + " < N && (x = …, true)"));
      }
    }
  }

  /** The index of {@code x = a(i), i < N;} on a line. */
  private static Optional<String> takesBeforeTest(String line) {
    for (String clause : line.split(";", -1)) {
      int comma = clause.lastIndexOf(',');
      if (comma < 0) {
        continue;
      }
      Matcher takes = TAKES.matcher(clause);
      Matcher bound = BOUND.matcher(clause.substring(comma + 1));
      if (takes.find() && bound.find()) {
        String value = clause.substring(takes.end(), comma);
        boolean reads = Pattern.compile("\\b" + bound.group(1) + "\\b").matcher(value).find();
        if (reads
            && !takes.group(1).equals(bound.group(1))
            && (value.contains("(") || value.contains("["))) {
          return Optional.of(bound.group(1));
        }
      }
    }
    return Optional.empty();
  }
}
