package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.LineCheck;
import dev.galley.finding.Severity;
import dev.galley.patch.FileChange;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import java.util.Optional;

/**
 * White space that git apply warns of with its default {@code core.whitespace}: blanks at the end
 * of a line, and a space before a tab in the indent. Carriage returns are another check's matter.
 */
@CheckInfo(
    id = "patch/whitespace",
    severity = Severity.WARNING,
    summary = "White space that git apply warns of",
    nature = CheckInfo.Nature.FORM,
    source = "git-config(1), core.whitespace; Documentation/process/coding-style.rst, 1 and 9")
public final class Whitespace implements LineCheck {

  @Override
  public boolean appliesTo(FileChange file) {
    return !BlankMatters.in(file.path());
  }

  @Override
  public Optional<String> defect(FileChange file, HunkLine line) {
    Bytes text = line.text();
    int end = text.length();
    if (end > 0 && text.at(end - 1) == '\r') {
      end--;
    }
    if (end > 0 && isBlank(text.at(end - 1))) {
      return Optional.of("trailing whitespace");
    }
    boolean space = false;
    for (int i = 0; i < end && isBlank(text.at(i)); i++) {
      if (text.at(i) == '\t' && space) {
        return Optional.of("space before tab in indent");
      }
      space |= text.at(i) == ' ';
    }
    return Optional.empty();
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
