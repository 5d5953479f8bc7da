package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Outline;
import dev.galley.patch.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A function that a patch declares in one side of an {@code #ifdef} of a header, while its
 * neighbours there have a stub in the other side and it has none.
 */
@CheckInfo(
    id = "kernel/missing-stub",
    severity = Severity.WARNING,
    summary = "Declared under a condition, without the stub of its neighbours",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/coding-style.rst, 21")
public final class MissingStub implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean looked = false;
    for (FileChange change : patch.patch().diff().files()) {
      if (!change.newPath().endsWith(".h")) {
        continue;
      }
      for (ShownText text : ShownText.after(patch, change)) {
        looked = true;
        Outline outline = CFile.of(text.path(), text.text()).outline();
        for (Group group : outline.groups()) {
          if (group.hasElse() && !group.isIncludeGuard() && group.branches().size() == 2) {
            group(patch, text, outline, group, out);
          }
        }
      }
    }
    if (!looked) {
      out.notApplicable();
    }
  }

  private static void group(
      PatchSubject patch, ShownText text, Outline outline, Group group, Remarks out) {
    Branch first = group.branches().get(0);
    Branch second = group.branches().get(1);
    Set<String> everywhere = new TreeSet<>();
    for (External external : outline.externals()) {
      if (!isIn(external, first)) {
        everywhere.add(external.name());
      }
    }
    List<External> declared = declared(outline, first, false);
    List<External> stubs = declared(outline, second, true);
    boolean stubsSecond = stubs.stream().allMatch(stub -> isStub(outline, stub));
    List<String> paired = new ArrayList<>();
    for (External external : declared) {
      if (stubs.stream().anyMatch(stub -> stub.name().equals(external.name()))) {
        paired.add(external.name());
      }
    }
    if (paired.isEmpty() || !stubsSecond) {
      return;
    }
    for (External external : declared) {
      if (!everywhere.contains(external.name())
          && text.isTouchedAt(external.span().start(), external.span().end())) {
        Remark remark =
            Remark.at(
                    text.place(patch, external.span().start()),
                    external.name()
                        + "() is declared under "
                        + first.text()
                        + " and has no stub in its #else")
                .excerpt(text.excerpt(external.span().start()))
                .fact("stubs there", String.join(", ", paired));
        // A group where half of the functions live without stubs has no rule to break.
        out.add(paired.size() * 2 > declared.size() - 1 ? remark : remark.severity(Severity.NOTE));
      }
    }
  }

  private static boolean isIn(External external, Branch branch) {
    return branch.firstToken() <= external.firstToken()
        && external.firstToken() < branch.endToken();
  }

  /** Functions of a branch, declared or defined, that stand in no group within it. */
  private static List<External> declared(Outline outline, Branch branch, boolean orMacro) {
    List<External> found = new ArrayList<>();
    for (External external : outline.externals()) {
      if (isIn(external, branch)
          && !external.name().isEmpty()
          && (external.what() == External.What.FUNCTION
              || Prototypes.hasParameters(outline, external)
              || (orMacro && isCallMacro(outline, external)))
          && isDirectly(outline, external, branch)) {
        found.add(external);
      }
    }
    return found;
  }

  private static boolean isDirectly(Outline outline, External external, Branch branch) {
    List<Branch> around = outline.branchesAround(external.firstToken());
    return !around.isEmpty() && around.get(around.size() - 1).equals(branch);
  }

  private static boolean isCallMacro(Outline outline, External external) {
    return external.what() == External.What.DEFINE
        && outline.tokens().text(external.firstToken()).contains(external.name() + "(");
  }

  /** A static inline function or a macro: what stands in for a function that is not built. */
  private static boolean isStub(Outline outline, External external) {
    if (external.what() == External.What.DEFINE) {
      return true;
    }
    CTokens tokens = outline.tokens();
    for (int token = external.firstToken(); token < external.endToken(); token++) {
      if (tokens.is(token, Kind.INLINE)) {
        return external.what() == External.What.FUNCTION;
      }
      if (tokens.is(token, Kind.LPAREN)) {
        return false;
      }
    }
    return false;
  }
}
