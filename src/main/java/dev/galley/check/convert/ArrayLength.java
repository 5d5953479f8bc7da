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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An array whose length a constant gave, and that gets it from its elements now. */
@CheckInfo(
    id = "convert/array-length",
    severity = Severity.NOTE,
    summary = "Array no longer as long as the constant that other arrays share",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 6.7.9: an array of unknown size is as long as its initialiser")
public final class ArrayLength implements PatchCheck {

  private static final Pattern ARRAY =
      Pattern.compile("\\b(\\w++)\\s*+\\[\\s*+([A-Z][A-Z0-9_]*+)?\\s*+\\]\\s*+=\\s*+\\{");

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
    for (HunkLine was : hunk.lines()) {
      Matcher old = ARRAY.matcher(was.text().utf8());
      if (!was.isRemoved() || !old.find() || old.group(2) == null) {
        continue;
      }
      for (HunkLine now : hunk.lines()) {
        Matcher fresh = ARRAY.matcher(now.text().utf8());
        boolean same =
            now.isAdded()
                && fresh.find()
                && fresh.group(2) == null
                && fresh.group(1).equals(old.group(1));
        if (same) {
          out.add(
              Remark.at(
                      Place.line(number, file.path(), Side.NEW, now.newLine()),
                      "loops over ARRAY_SIZE("
                          + old.group(1)
                          + ") no longer stop at "
                          + old.group(2))
                  .excerpt("-" + was.text().utf8(), "+" + now.text().utf8())
                  .fact(
                      "to look for",
                      "arrays of " + old.group(2) + " elements that such a loop reads"));
        }
      }
    }
  }
}
