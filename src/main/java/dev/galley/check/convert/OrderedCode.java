package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.patch.HunkLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Code that goes together with the comment that its order matters. */
@CheckInfo(
    id = "convert/ordered",
    severity = Severity.NOTE,
    summary = "Comment that the order matters goes with the code",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "the comment that the patch removes")
public final class OrderedCode implements PatchCheck {

  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)\\b(?:(?:don't|do not|never|must not|cannot) (?:re)?order|in (?:this|that) order"
              + "|order (?:is important|matters)|must (?:be|come) (?:\\w+ )?(?:before|after|first|last)"
              + "|has to be (?:\\w+ )?(?:before|after|first|last))\\b");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Set<String> told = new HashSet<>();
    for (ChangedFunction function : functions) {
      for (Part part : function.before()) {
        for (List<HunkLine> block : Blocks.of(part.hunk())) {
          comment(function, part, block, told, out);
        }
      }
    }
  }

  private static void comment(
      ChangedFunction function, Part part, List<HunkLine> block, Set<String> told, Remarks out) {
    for (HunkLine line : block) {
      String text = line.text().utf8().strip();
      boolean isComment = text.startsWith("*") || text.startsWith("/*") || text.startsWith("//");
      if (line.isRemoved()
          && isComment
          && WORDS.matcher(text).find()
          && !isKept(block)
          && block.stream().anyMatch(HunkLine::isAdded)
          && told.add(function.path() + line.oldLine())) {
        dev.galley.finding.Place place =
            dev.galley.finding.Place.line(
                    part.patch(), function.path(), dev.galley.finding.Side.OLD, line.oldLine())
                .inFunction(function.name());
        out.add(
            Remark.at(place, "the code went by an order, and the comment that says so is removed")
                .excerpt("-" + line.text().utf8()));
      }
    }
  }

  private static boolean isKept(List<HunkLine> block) {
    return block.stream()
        .anyMatch(line -> line.isAdded() && WORDS.matcher(line.text().utf8()).find());
  }
}
