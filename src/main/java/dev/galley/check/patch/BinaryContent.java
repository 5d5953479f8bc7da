package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.patch.BinaryHunk;
import dev.galley.patch.FileChange;
import java.util.Locale;

/** A change of a binary file: without its content it cannot be applied, with it not be reviewed. */
@CheckInfo(
    id = "patch/binary",
    severity = Severity.NOTE,
    summary = "A change of a binary file",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "git-format-patch(1), --binary and --no-binary")
public final class BinaryContent implements PatchCheck {

  @Override
  public void check(PatchSubject subject, Remarks out) {
    boolean any = false;
    for (FileChange file : subject.patch().diff().files()) {
      if (!file.isBinary()) {
        continue;
      }
      any = true;
      Place place =
          Place.file(subject.number(), file.path())
              .atMailLine(subject.patch().mailLineOf(file.span().start()));
      if (file.binary().isEmpty()) {
        out.add(
            Remark.at(place, "the content of the binary file is not in the mail")
                .severity(Severity.ERROR)
                .fact("the diff says", "only that the binary files differ")
                .fix("git format-patch --binary"));
      } else {
        BinaryHunk forward = file.binary().get(0);
        out.add(
            Remark.at(place, "a binary file, which nobody can review as text")
                .fact("what it does", file.kind().name().toLowerCase(Locale.ROOT))
                .fact(
                    "octets of the " + forward.method().name().toLowerCase(Locale.ROOT),
                    forward.size()));
      }
    }
    if (!any) {
      out.notApplicable();
    }
  }
}
