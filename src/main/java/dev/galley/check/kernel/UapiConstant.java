package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.convert.ReviewCode;
import dev.galley.finding.Severity;
import dev.galley.kernelc.CFile;
import dev.galley.patch.FileChange;
import java.util.Map;
import java.util.Optional;

/**
 * A constant that programs of users were built with, and that has another value after the patch.
 */
@CheckInfo(
    id = "kernel/uapi-constant",
    severity = Severity.WARNING,
    summary = "User-visible constant whose value changes",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/admin-guide/abi.rst; Documentation/process/adding-syscalls.rst")
public final class UapiConstant implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean looked = false;
    for (FileChange change : patch.patch().diff().files()) {
      if (!isUserVisible(change.newPath()) || change.kind() == FileChange.Kind.ADDED) {
        continue;
      }
      looked = true;
      for (ShownText after : ShownText.after(patch, change)) {
        Map<String, UapiValues.Value> old = old(patch, change, after);
        UapiValues.in(CFile.of(after.path(), after.text()))
            .forEach(
                (name, value) ->
                    Optional.ofNullable(old.get(name))
                        .filter(was -> was.differs(value))
                        .ifPresent(was -> tell(patch, after, name, was, value, out)));
      }
    }
    if (!looked) {
      out.notApplicable();
    }
  }

  private static boolean isUserVisible(String path) {
    return path.endsWith(".h")
        && (path.startsWith("include/uapi/") || path.contains("/include/uapi/"));
  }

  /** The values before, of the whole file or of the same hunk. */
  private static Map<String, UapiValues.Value> old(
      PatchSubject patch, FileChange change, ShownText after) {
    for (ShownText before : ShownText.before(patch, change)) {
      boolean same =
          before.whole()
              || change.hunks().stream()
                  .anyMatch(
                      hunk ->
                          Math.max(hunk.newStart(), 1) == after.firstLine()
                              && Math.max(hunk.oldStart(), 1) == before.firstLine());
      if (same) {
        return UapiValues.in(CFile.of(before.path(), before.text()));
      }
    }
    return Map.of();
  }

  private static void tell(
      PatchSubject patch,
      ShownText after,
      String name,
      UapiValues.Value was,
      UapiValues.Value now,
      Remarks out) {
    Remark remark =
        Remark.at(
                after.place(patch, now.at()),
                name + " was " + was.text() + " and becomes " + now.text())
            .excerpt(after.excerpt(now.at()))
            .fact("built with it", "programs that include " + after.path());
    if (!UapiValues.isCount(name)) {
      out.add(remark);
      return;
    }
    Remark mild = remark.severity(Severity.NOTE);
    if (patch.review().base().isEmpty()) {
      out.add(mild.fact("arrays sized by it", "not looked for: no base"));
      return;
    }
    out.add(mild.fact("arrays sized by it", sized(patch, name)));
  }

  private static String sized(PatchSubject patch, String name) {
    return ReviewCode.of(patch.review())
        .after(patch.number())
        .map(state -> SizedArrays.in(state.symbols(), name))
        .orElse("not looked for: the patch did not apply");
  }
}
