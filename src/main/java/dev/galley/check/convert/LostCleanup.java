package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error path that jumped to the cleanup and now returns, while the cleanup stays for others.
 *
 * <p>Silent where the patch takes the label away, too: then the cleanup is meant to go.
 */
@CheckInfo(
    id = "convert/lost-cleanup",
    severity = Severity.WARNING,
    summary = "Error path returns where it went to the cleanup before",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "Documentation/process/coding-style.rst, 7 (centralized exiting of functions)")
public final class LostCleanup implements PatchCheck {

  private static final Pattern GOTO = Pattern.compile("^\\s*+goto\\s++(\\w++)\\s*+;");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        for (Stmt.Return back : Trees.all(part.items(), Stmt.Return.class)) {
          if (part.isNew(back) && !cleansUp(part, back)) {
            lostLabel(function, part, back)
                .ifPresent(jump -> tell(function, part, back, jump, out));
          }
        }
      }
    }
  }

  /** Whether a call stands before the return in its block: the cleanup itself, maybe. */
  private static boolean cleansUp(Part part, Stmt.Return back) {
    for (Stmt.Compound block : Trees.all(part.items(), Stmt.Compound.class)) {
      int at = block.items().indexOf(back);
      if (at > 0
          && block.items().subList(0, at).stream()
              .anyMatch(
                  item ->
                      item instanceof Stmt.Evaluate evaluate
                          && evaluate.expression() instanceof Expr.Call
                          && part.isTouched(item))) {
        return true;
      }
    }
    return false;
  }

  /** The removed jump beside a new return, whose label stays. */
  private static Optional<HunkLine> lostLabel(
      ChangedFunction function, Part part, Stmt.Return back) {
    HunkLine line = part.lines(back).get(0);
    List<HunkLine> block = block(part.hunk(), line);
    List<HunkLine> jumps = new ArrayList<>();
    List<HunkLine> leaving = new ArrayList<>();
    for (HunkLine other : block) {
      String text = other.text().utf8();
      boolean jump = GOTO.matcher(text).find();
      boolean returns = text.strip().startsWith("return");
      if (other.isRemoved() && jump) {
        jumps.add(other);
      }
      if ((other.isRemoved() && returns) || (other.isAdded() && jump)) {
        leaving.add(other);
      }
    }
    if (jumps.isEmpty() || !leaving.isEmpty()) {
      return Optional.empty();
    }
    String label = label(jumps.get(0));
    boolean same = jumps.stream().allMatch(jump -> label(jump).equals(label));
    return same && stays(function, label) ? Optional.of(jumps.get(0)) : Optional.empty();
  }

  private static String label(HunkLine line) {
    Matcher matcher = GOTO.matcher(line.text().utf8());
    return matcher.find() ? matcher.group(1) : "";
  }

  private static List<HunkLine> block(Hunk hunk, HunkLine line) {
    return Blocks.of(hunk).stream().filter(run -> run.contains(line)).findFirst().orElse(List.of());
  }

  /** Whether the label, or another jump to it, is left on a line that the hunks show. */
  private static boolean stays(ChangedFunction function, String label) {
    Pattern word = Pattern.compile("(?:^\\s*+|goto\\s++)" + Pattern.quote(label) + "\\s*+[:;]");
    boolean removed = false;
    boolean kept = false;
    boolean taken = false;
    for (HunkLine line : function.lines()) {
      String text = line.text().utf8();
      boolean found = word.matcher(text).find();
      removed |= line.isRemoved() && text.strip().startsWith(label + ":");
      kept |= !line.isRemoved() && found;
      taken |= line.isRemoved() && found;
    }
    return !removed && (kept || taken);
  }

  private static void tell(
      ChangedFunction function, Part part, Stmt.Return back, HunkLine jump, Remarks out) {
    String label = label(jump);
    out.add(
        Remark.at(part.place(back), "returns at once where the code before went to '" + label + "'")
            .excerpt("-" + jump.text().utf8(), "+" + part.lines(back).get(0).text().utf8())
            .fact("function", function.name())
            .fact("label", label + " is not removed by the patch"));
  }
}
