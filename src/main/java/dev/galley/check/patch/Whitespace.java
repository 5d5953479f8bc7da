package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.LineCheck;
import dev.galley.finding.Severity;
import dev.galley.patch.FileChange;
import dev.galley.patch.HunkLine;
import dev.galley.patch.WhitespaceCheck;
import dev.galley.patch.WhitespaceCheck.Fault;
import dev.galley.patch.WhitespaceCheck.Rule;
import java.util.Optional;
import java.util.Set;

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

  private static final Set<Rule> RULES =
      Set.of(Rule.BLANK_AT_EOL, Rule.SPACE_BEFORE_TAB, Rule.CR_AT_EOL);

  @Override
  public boolean appliesTo(FileChange file) {
    return !BlankMatters.in(file.path());
  }

  @Override
  public Optional<String> defect(FileChange file, HunkLine line) {
    Set<Rule> faults = WhitespaceCheck.line(line.text(), RULES, WhitespaceCheck.TAB_WIDTH);
    return faults.isEmpty() ? Optional.empty() : Optional.of(new Fault(line, faults).text());
  }
}
