package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.patch.FileChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A kernel-doc comment that does not fit the function or macro below it. */
@CheckInfo(
    id = "kernel/kernel-doc",
    severity = Severity.WARNING,
    summary = "Kernel-doc comment that does not fit the function below it",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/doc-guide/kernel-doc.rst; scripts/kernel-doc")
public final class KernelDoc implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean looked = false;
    for (FileChange change : patch.patch().diff().files()) {
      if (!ShownText.isC(change.path()) || change.kind() == FileChange.Kind.DELETED) {
        continue;
      }
      Set<String> old = new HashSet<>();
      for (ShownText text : ShownText.before(patch, change)) {
        DocComment.in(text)
            .forEach(doc -> doc.defects().forEach(defect -> old.add(key(doc, defect))));
      }
      for (ShownText text : ShownText.after(patch, change)) {
        for (DocComment doc : DocComment.in(text)) {
          if (text.isTouchedAt(doc.span().start(), doc.span().end())) {
            looked = true;
            tell(patch, text, doc, old, out);
          }
        }
      }
    }
    if (!looked) {
      out.notApplicable();
    }
  }

  private static void tell(
      PatchSubject patch, ShownText text, DocComment doc, Set<String> old, Remarks out) {
    for (DocComment.Defect defect : doc.defects()) {
      if (old.contains(key(doc, defect))) {
        continue;
      }
      Remark remark =
          Remark.at(text.place(patch, defect.at()).inFunction(doc.function()), defect.message())
              .excerpt(text.excerpt(defect.at()))
              .fact("parameters", parameters(doc.parameters()));
      out.add(defect.isNit() ? remark.severity(Severity.NOTE) : remark);
    }
  }

  private static String key(DocComment doc, DocComment.Defect defect) {
    return doc.function() + ": " + defect.message();
  }

  private static String parameters(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
