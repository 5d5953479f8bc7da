package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.convert.ReviewCode;
import dev.galley.convert.CodeState;
import dev.galley.finding.Severity;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.patch.FileChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A function that a patch declares and that nothing defines at the end of the series. */
@CheckInfo(
    id = "kernel/declared-not-defined",
    severity = Severity.WARNING,
    summary = "Function declared but defined nowhere, at the end of the series either",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "Documentation/process/submit-checklist.rst")
public final class DeclaredNotDefined implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean looked = false;
    for (FileChange change : patch.patch().diff().files()) {
      if (!ShownText.isC(change.newPath()) || change.newPath().startsWith("tools/")) {
        continue;
      }
      Optional<ShownText> after = ShownText.wholeAfter(patch, change);
      if (after.isEmpty()) {
        out.skip(ShownText.whyNotWhole(patch, change));
        continue;
      }
      CFile file = CFile.of(change.newPath(), after.get().text());
      List<External> declared =
          Prototypes.declared(file).stream()
              .filter(one -> after.get().isTouchedAt(one.span().start(), one.span().end()))
              .toList();
      if (declared.isEmpty()) {
        continue;
      }
      Set<String> old =
          ShownText.wholeBefore(patch, change).stream()
              .flatMap(text -> Prototypes.declared(CFile.of(text.path(), text.text())).stream())
              .map(External::name)
              .collect(Collectors.toSet());
      Optional<CodeState> last = ReviewCode.of(patch.review()).last();
      if (last.isEmpty() || patch.review().isPartial()) {
        out.skip("the series did not apply whole, so that a definition may be missing");
        continue;
      }
      looked = true;
      for (External external : declared) {
        if (!old.contains(external.name())
            && !isDefined(last.get().symbols(), external.name(), change.newPath())) {
          tell(patch, after.get(), external, out);
        }
      }
    }
    if (!looked) {
      out.notApplicable();
    }
  }

  private static void tell(PatchSubject patch, ShownText text, External external, Remarks out) {
    out.add(
        Remark.at(
                text.place(patch, external.span().start()),
                external.name()
                    + "() is declared here and defined nowhere in the series or its base")
            .excerpt(text.excerpt(external.span().start())));
  }

  /**
   * Assembler, and macros that make functions of their arguments, define without a C definition.
   */
  private static boolean isDefined(TreeSymbols symbols, String name, String from) {
    return from.startsWith("arch/")
        || symbols.mentions(name).stream()
            .flatMap(path -> symbols.file(path).stream())
            .anyMatch(file -> !Prototypes.named(file, name).isEmpty() || isMade(file, name));
  }

  /** Whether the name is an argument of a file-level macro call, or stands in assembler. */
  private static boolean isMade(CFile file, String name) {
    return file.path().endsWith(".S")
        || file.outline().externals().stream()
            .filter(
                external ->
                    external.what() == External.What.MACRO_CALL
                        || external.what() == External.What.OTHER
                        || external.what() == External.What.UNKNOWN)
            .map(external -> file.bytes().slice(external.span()).latin1())
            .anyMatch(text -> KconfigText.containsWord(text, name) && !text.startsWith("EXPORT_"));
  }
}
