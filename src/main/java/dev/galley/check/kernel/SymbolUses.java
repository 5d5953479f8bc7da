package dev.galley.check.kernel;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a patch defines Kconfig symbols and asks for them. */
final class SymbolUses {

  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*#\\s*(?:if|ifdef|ifndef|elif)\\b.*");
  private static final Pattern NAME = Pattern.compile("\\bCONFIG_([A-Z0-9_]+)\\b");
  private static final Pattern MACRO =
      Pattern.compile("\\bIS_(?:ENABLED|BUILTIN|MODULE|REACHABLE)\\(CONFIG_([A-Z0-9_]+)\\)");
  private static final Pattern MAKE =
      Pattern.compile("\\$[({]CONFIG_([A-Z0-9_]+)[)}]|^ifn?def CONFIG_([A-Z0-9_]+)");

  private SymbolUses() {}

  /** The symbols that added lines ask for. */
  static List<SymbolUse> added(SeriesPatch patch) {
    List<SymbolUse> uses = new ArrayList<>();
    for (FileChange file : Kconfig.textFiles(patch)) {
      String path = file.newPath();
      for (Hunk hunk : file.hunks()) {
        if (KconfigText.isKconfig(path)) {
          addKconfig(path, hunk, uses);
        } else if (Kbuild.isMakefile(path)) {
          addNamed(path, hunk, MAKE, uses);
        } else if (isCode(path)) {
          addNamed(path, hunk, MACRO, uses);
          addDirectives(path, hunk, uses);
        }
      }
      uses.removeIf(use -> use.path().equals(path) && definesMacro(file, use.symbol()));
    }
    return uses;
  }

  /** The symbols that added lines define. */
  static List<SymbolUse> defined(SeriesPatch patch) {
    List<SymbolUse> symbols = new ArrayList<>();
    for (FileChange file : Kconfig.textFiles(patch)) {
      if (!KconfigText.isKconfig(file.newPath())) {
        continue;
      }
      for (KconfigText.Symbol symbol : KconfigText.definitions(NewLines.added(file))) {
        symbols.add(
            new SymbolUse(symbol.name(), file.newPath(), symbol.line(), "defines", symbol.text()));
      }
    }
    return symbols;
  }

  /** Whether a removed line names the symbol: then the patch only moved what was there. */
  static boolean isCarried(SeriesPatch patch, String symbol) {
    return patch.diff().files().stream()
        .flatMap(file -> file.hunks().stream())
        .flatMap(hunk -> hunk.lines().stream())
        .filter(HunkLine::isRemoved)
        .anyMatch(line -> names(line.text().latin1(), symbol));
  }

  /** Whether an added line names the symbol in any way but to define it. */
  static boolean mentions(SeriesPatch patch, String symbol) {
    for (FileChange file : Kconfig.textFiles(patch)) {
      boolean kconfig = KconfigText.isKconfig(file.newPath());
      for (NewLines.Part line : NewLines.added(file)) {
        boolean defines =
            kconfig
                && KconfigText.definitions(List.of(line)).stream()
                    .anyMatch(defined -> defined.name().equals(symbol));
        boolean named =
            kconfig ? KconfigText.containsWord(line.text(), symbol) : names(line.text(), symbol);
        if (named && !defines) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean names(String text, String symbol) {
    return KconfigText.containsWord(text, "CONFIG_" + symbol)
        || KconfigText.containsWord(text, "CONFIG_" + symbol + "_MODULE")
        || KconfigText.containsWord(text, symbol);
  }

  private static boolean isCode(String path) {
    return (path.endsWith(".c") || path.endsWith(".h") || path.endsWith(".S"))
        && !path.startsWith("tools/")
        && !path.startsWith("scripts/")
        && !path.startsWith("samples/");
  }

  private static boolean definesMacro(FileChange file, String symbol) {
    return file.hunks().stream()
        .flatMap(hunk -> NewLines.of(hunk).stream())
        .anyMatch(line -> line.text().matches("\\s*#\\s*define\\s+CONFIG_" + symbol + "\\b.*"));
  }

  private static void addKconfig(String path, Hunk hunk, List<SymbolUse> out) {
    for (KconfigText.Symbol use : KconfigText.uses(NewLines.joined(NewLines.of(hunk)))) {
      if (use.added()) {
        out.add(new SymbolUse(use.name(), path, use.line(), use.how(), use.text()));
      }
    }
  }

  private static void addDirectives(String path, Hunk hunk, List<SymbolUse> out) {
    for (NewLines.Part line : NewLines.of(hunk)) {
      if (line.added() && DIRECTIVE.matcher(line.text()).matches()) {
        add(path, line, NAME, "asks for", out);
      }
    }
  }

  private static void addNamed(String path, Hunk hunk, Pattern pattern, List<SymbolUse> out) {
    for (NewLines.Part line : NewLines.of(hunk)) {
      if (line.added() && !line.text().stripLeading().startsWith("#")) {
        add(path, line, pattern, "asks for", out);
      }
    }
  }

  private static void add(
      String path, NewLines.Part line, Pattern pattern, String how, List<SymbolUse> out) {
    Matcher matcher = pattern.matcher(line.text());
    while (matcher.find()) {
      String name =
          matcher.groupCount() > 1 && matcher.group(1) == null
              ? matcher.group(2)
              : matcher.group(1);
      String symbol =
          name.endsWith("_MODULE") ? name.substring(0, name.length() - "_MODULE".length()) : name;
      out.add(new SymbolUse(symbol, path, line.number(), how, line.text().strip()));
    }
  }
}
