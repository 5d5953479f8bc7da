package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.convert.CodeState;
import dev.galley.convert.SeriesCode;
import dev.galley.finding.Severity;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.series.SeriesPatch;
import dev.galley.text.LineIndex;
import dev.galley.tree.PatchOutcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds calls of helpers where no declaration reaches, or only with options that may be off. */
@CheckInfo(
    id = "convert/not-visible",
    severity = Severity.WARNING,
    summary = "A helper is called where no declaration of it reaches",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "Documentation/process/coding-style.rst, 21; submit-checklist.rst, Code manipulation")
public final class NotVisible implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    if (review.base().isEmpty()) {
      out.skip("needs a base: what a file includes is not in the mails");
      return;
    }
    SeriesCode code = ReviewCode.of(review);
    NewNames names = NewNames.of(code);
    Set<String> told = new HashSet<>();
    Set<String> undecided = new HashSet<>();
    for (SeriesPatch patch : code.series().patches()) {
      PatchOutcome outcome = review.outcomes().get(patch.number());
      if (outcome == null || outcome.partial()) {
        out.skip("patch " + patch.number() + ": not all of the patches up to it apply");
        continue;
      }
      code.after(patch.number())
          .ifPresent(
              state -> new OfPatch(code, names, patch.number(), state, out).check(told, undecided));
    }
  }

  /** The calls of one patch. */
  private record OfPatch(SeriesCode code, NewNames names, int patch, CodeState state, Remarks out) {

    void check(Set<String> told, Set<String> undecided) {
      Sight sight = new Sight(state);
      for (FreshUses.Use use : FreshUses.of(code, patch)) {
        Optional<CFile> file = use.side().file();
        if (file.isEmpty()
            || use.isMember()
            || use.isInMacro()
            || !use.path().endsWith(".c")
            || !use.side().isWhole()
            || told.contains(use.path() + " " + use.name())
            || BeforeHelper.isLocal(use)) {
          continue;
        }
        boolean isNew = isNew(use);
        if (isNew || (use.isCall() && !isKnownThere(use) && !isDefinedThere(use, file.get()))) {
          judge(
              use,
              isNew,
              sight.look(use.name(), file.get(), use.node().span().start()),
              told,
              undecided);
        }
      }
    }

    /** Whether the series itself has added the name by now. */
    private boolean isNew(FreshUses.Use use) {
      return names.of(use.name()).stream()
          .anyMatch(each -> !each.what().equals("member") && each.patch() <= patch);
    }

    /** Whether the file had the word before, so that it saw it. */
    private boolean isKnownThere(FreshUses.Use use) {
      return code.fileBefore(patch, use.path())
          .filter(file -> hasWord(file.outline().tokens(), use.name()))
          .isPresent();
    }

    private static boolean hasWord(CTokens tokens, String word) {
      for (int at = 0; at < tokens.count(); at++) {
        if (tokens.is(at, Kind.ID) && tokens.isText(at, word)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isDefinedThere(FreshUses.Use use, CFile file) {
      return file.outline().externals().stream().anyMatch(each -> each.name().equals(use.name()));
    }

    private void judge(
        FreshUses.Use use,
        boolean isNew,
        Sight.Answer answer,
        Set<String> told,
        Set<String> undecided) {
      switch (answer.verdict()) {
        case NOT_INCLUDED -> {
          Symbol where = answer.where().orElseThrow();
          boolean isSure = IncludesKnown.all(state.tree(), use.side().file().orElseThrow());
          if (!isNew && !isPlain(where)) {
            return;
          }
          if (!isSure) {
            undecided(use, "an include of " + use.path() + " is not in the tree", undecided);
          } else if (told.add(use.path() + " " + use.name())) {
            out.add(notIncluded(use, where));
          }
        }
        case CONDITIONAL -> {
          if (told.add(use.path() + " " + use.name())) {
            out.add(conditional(use, answer));
          }
        }
        case UNDECIDED -> {
          if (isNew) {
            undecided(use, answer.reason(), undecided);
          }
        }
        case NOWHERE, SEEN -> {
          // Of a name that nobody defines a macro may be the maker.
        }
      }
    }

    private void undecided(FreshUses.Use use, String reason, Set<String> undecided) {
      if (undecided.add(use.path() + " " + use.name())) {
        out.skip("patch " + patch + ": " + use.name() + " in " + use.path() + ": " + reason);
      }
    }

    /** Whether a place is a plain function or macro of a header for everybody. */
    private static boolean isPlain(Symbol where) {
      return where.file().path().startsWith("include/linux/")
          && (where.kind() == SymbolKind.FUNCTION || where.kind() == SymbolKind.MACRO);
    }

    private Remark notIncluded(FreshUses.Use use, Symbol where) {
      boolean isHeader = where.file().path().endsWith(".h");
      return Remark.at(
              use.side().place(use.node()),
              use.name() + "() is called here, and " + use.path() + " does not see a declaration")
          .excerpt(BeforeHelper.excerpt(use))
          .fact("declared", place(where))
          .fact("includes", "no include of " + use.path() + " leads there")
          .fix(isHeader ? "include " + include(where.file().path()) : "");
    }

    private static String include(String path) {
      return path.startsWith("include/")
          ? "<" + path.substring("include/".length()) + ">"
          : path.substring(path.lastIndexOf('/') + 1);
    }

    private Remark conditional(FreshUses.Use use, Sight.Answer answer) {
      Symbol where = answer.where().orElseThrow();
      String how = where.external().what() == External.What.DEFINE ? "defined" : "declared";
      return Remark.at(
              use.side().place(use.node()),
              use.name()
                  + " is "
                  + how
                  + " only with "
                  + answer.missing()
                  + ", and "
                  + use.path()
                  + " is built without, too")
          .excerpt(BeforeHelper.excerpt(use))
          .fact(how, place(where) + ", only with " + answer.missing())
          .fact("otherwise", "no #else has a stub that " + use.path() + " sees")
          .fact("built", use.path() + " is built in every configuration, by the makefiles above it")
          .severity(Severity.ERROR);
    }

    private static String place(Symbol where) {
      int line = LineIndex.of(where.file().bytes()).lineAt(where.external().span().start());
      return where.file().path() + ":" + line;
    }
  }
}
