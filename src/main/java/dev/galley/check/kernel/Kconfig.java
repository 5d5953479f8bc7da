package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.finding.Status;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Kconfig symbol that is asked for and defined nowhere, or defined and asked for nowhere.
 *
 * <p>A symbol that a later patch of the series defines is told as fixed by it: until then the
 * condition is false, which builds.
 */
@CheckInfo(
    id = "kernel/kconfig",
    severity = Severity.WARNING,
    summary = "Kconfig symbol used but not defined, or the reverse",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/kbuild/kconfig-language.rst")
public final class Kconfig implements PatchCheck {

  private static final List<String> DEFINITION_WORDS = List.of("config ", "menuconfig ");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<SymbolUse> uses = SymbolUses.added(patch.patch());
    List<SymbolUse> defined = SymbolUses.defined(patch.patch());
    if (uses.isEmpty() && defined.isEmpty()) {
      out.notApplicable();
      return;
    }
    checkUses(patch, uses, out);
    checkDefinitions(patch, defined, out);
  }

  private static void checkUses(PatchSubject patch, List<SymbolUse> uses, Remarks out) {
    Series series = patch.review().series();
    Set<String> unknown = new TreeSet<>();
    Set<String> told = new HashSet<>();
    for (SymbolUse use : uses) {
      Optional<Integer> definedBy = definedBy(series, use.symbol());
      boolean before = definedBy.isPresent() && definedBy.get() <= patch.number();
      if (before || SymbolUses.isCarried(patch.patch(), use.symbol())) {
        continue;
      }
      if (patch.review().base().isEmpty() && definedBy.isEmpty()) {
        unknown.add(use.symbol());
      } else if (!isInBase(patch, use, definedBy.isPresent()) && told.add(use.symbol())) {
        tell(patch, use, definedBy, out);
      }
    }
    if (!unknown.isEmpty()) {
      out.skip("no base to look up " + String.join(", ", unknown));
    }
  }

  /** A symbol that the series defines is only looked for nearby: it is hardly defined far off. */
  private static boolean isInBase(PatchSubject patch, SymbolUse use, boolean nearby) {
    if (patch.review().base().isEmpty()) {
      return false;
    }
    Tree base = patch.review().base().get();
    KconfigIndex index = KconfigIndex.of(base);
    return !index.isKernel()
        || (nearby
            ? index.definesNear(base, use.symbol(), use.path())
            : index.defines(base, use.symbol(), use.path()));
  }

  private static void tell(
      PatchSubject patch, SymbolUse use, Optional<Integer> definedBy, Remarks out) {
    if (definedBy.isEmpty() && !patch.review().series().isComplete()) {
      out.skip(use.symbol() + " may be defined by a patch that is missing");
      return;
    }
    Place place = Place.line(patch.number(), use.path(), Side.NEW, use.line());
    Remark remark =
        Remark.at(place, use.how() + " CONFIG_" + use.symbol() + ", which nothing defines")
            .excerpt("+" + use.text())
            .fact("symbol", use.symbol());
    out.add(
        definedBy
            .map(later -> remark.fact("defined by", "patch " + later).status(fixed(later)))
            .orElse(remark.fact("looked in", "every Kconfig of the base and the series")));
  }

  private static Status fixed(int patch) {
    return new Status.FixedLater(patch);
  }

  private static void checkDefinitions(PatchSubject patch, List<SymbolUse> defined, Remarks out) {
    Series series = patch.review().series();
    for (SymbolUse symbol : defined) {
      if (!series.isComplete()) {
        out.skip(symbol.symbol() + " may be used by a patch that is missing");
      } else if (isNew(series, symbol)
          && !isUsed(series, symbol.symbol())
          && !actsAlone(patch.patch(), symbol)) {
        out.add(
            Remark.at(
                    Place.line(patch.number(), symbol.path(), Side.NEW, symbol.line()),
                    "the series adds the symbol " + symbol.symbol() + " and never uses it")
                .severity(Severity.NOTE)
                .excerpt("+" + symbol.text()));
      }
    }
  }

  /** A definition that moved or was changed is not new. */
  private static boolean isNew(Series series, SymbolUse symbol) {
    return series.patches().stream()
        .noneMatch(patch -> SymbolUses.isCarried(patch, symbol.symbol()));
  }

  private static boolean isUsed(Series series, String symbol) {
    return series.patches().stream().anyMatch(patch -> SymbolUses.mentions(patch, symbol));
  }

  /** A symbol that selects others or takes another's place has its effect without being named. */
  private static boolean actsAlone(SeriesPatch patch, SymbolUse symbol) {
    for (FileChange file : textFiles(patch)) {
      for (Hunk hunk : file.hunks()) {
        boolean here = file.newPath().equals(symbol.path()) && isWithin(hunk, symbol.line());
        if (here && (selects(NewLines.of(hunk), symbol.line()) || removesDefinition(hunk))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isWithin(Hunk hunk, int line) {
    return line >= hunk.newStart() && line < hunk.newStart() + hunk.newCount();
  }

  private static boolean selects(List<NewLines.Part> lines, int definition) {
    for (NewLines.Part line : lines) {
      String text = line.text().strip();
      if (line.number() > definition && DEFINITION_WORDS.stream().anyMatch(text::startsWith)) {
        return false;
      }
      if (line.number() > definition && (text.startsWith("select ") || text.startsWith("imply "))) {
        return true;
      }
    }
    return false;
  }

  private static boolean removesDefinition(Hunk hunk) {
    return hunk.lines().stream()
        .filter(HunkLine::isRemoved)
        .map(line -> line.text().latin1().strip())
        .anyMatch(text -> DEFINITION_WORDS.stream().anyMatch(text::startsWith));
  }

  private static Optional<Integer> definedBy(Series series, String symbol) {
    return series.patches().stream()
        .filter(
            patch ->
                SymbolUses.defined(patch).stream()
                    .anyMatch(defined -> defined.symbol().equals(symbol)))
        .map(SeriesPatch::number)
        .findFirst();
  }

  /** The files of a patch that have added lines. */
  static List<FileChange> textFiles(SeriesPatch patch) {
    List<FileChange> files = new ArrayList<>();
    for (FileChange file : patch.diff().files()) {
      if (!file.newPath().isEmpty() && !file.hunks().isEmpty()) {
        files.add(file);
      }
    }
    return files;
  }
}
