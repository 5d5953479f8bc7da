package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.finding.Status;
import dev.galley.kernelc.CFile;
import dev.galley.patch.FileChange;
import dev.galley.series.SeriesPatch;
import java.util.Optional;

/** A static function or variable that nothing in its file uses after the patch. */
@CheckInfo(
    id = "kernel/unused-static",
    severity = Severity.WARNING,
    summary = "Static function or variable without a user after the patch",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "gcc(1), -Wunused-function and -Wunused-variable")
public final class UnusedStatic implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean looked = false;
    for (FileChange change : patch.patch().diff().files()) {
      if (!change.newPath().endsWith(".c")) {
        continue;
      }
      looked = true;
      Optional<ShownText> after = ShownText.wholeAfter(patch, change);
      if (after.isEmpty()) {
        out.skip(ShownText.whyNotWhole(patch, change));
        continue;
      }
      StaticUses old =
          ShownText.wholeBefore(patch, change).map(UnusedStatic::uses).orElse(StaticUses.NONE);
      StaticUses now = uses(after.get());
      for (StaticUses.Found found : now.unused()) {
        if (!old.hasUnused(found)) {
          tell(patch, after.get(), found, old, out);
        }
      }
    }
    if (!looked) {
      out.notApplicable();
    }
  }

  private static StaticUses uses(ShownText text) {
    return StaticUses.of(CFile.of(text.path(), text.text()));
  }

  private static void tell(
      PatchSubject patch, ShownText text, StaticUses.Found found, StaticUses old, Remarks out) {
    String what = (found.isFunction() ? "static function " : "static variable ") + found.name();
    boolean lost = old.has(found.name());
    String message =
        found.condition().isEmpty()
            ? what + (lost ? " has lost its last user" : " has no user")
            : what + " has users only under " + found.condition();
    Remark remark =
        Remark.at(text.place(patch, found.at()), message)
            .excerpt(text.excerpt(found.at()))
            .fact("gcc says", "defined but not used");
    out.add(
        usedLater(patch, text, found.name())
            .map(later -> remark.status(new Status.FixedLater(later)))
            .orElse(remark));
  }

  /** The next patch after which it is used, or gone. */
  private static Optional<Integer> usedLater(PatchSubject patch, ShownText text, String name) {
    for (SeriesPatch later : patch.review().series().patches()) {
      if (later.number() > patch.number()) {
        PatchSubject subject = new PatchSubject(patch.review(), later);
        for (FileChange change : later.diff().files()) {
          if (change.oldPath().equals(text.path())
              && ShownText.wholeAfter(subject, change)
                  .filter(
                      after ->
                          uses(after).unused().stream().noneMatch(one -> one.name().equals(name)))
                  .isPresent()) {
            return Optional.of(later.number());
          }
        }
      }
    }
    return Optional.empty();
  }
}
