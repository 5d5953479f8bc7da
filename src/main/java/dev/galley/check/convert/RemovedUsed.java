package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function, macro or member that a patch removes and that lines of the series still use. */
@CheckInfo(
    id = "kernel/removed-used",
    severity = Severity.ERROR,
    summary = "Definition removed while the series still shows a use",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst (every patch builds)")
public final class RemovedUsed implements PatchCheck {

  private static final Pattern MACRO = Pattern.compile("^\\s*+#\\s*+define\\s++(\\w++)");
  private static final Pattern FUNCTION =
      Pattern.compile("^(?:[A-Za-z_][\\w \\t*]*[ \\t*])?(\\w++)\\((?!.*;\\s*+$)");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Set<String> KEYWORDS =
      Set.of("if", "for", "while", "switch", "return", "sizeof", "else", "do");

  /** A line that uses a name. */
  private record Use(int patch, FileChange file, HunkLine line) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    Map<String, Use> removed = new LinkedHashMap<>();
    for (FileChange file : patch.patch().diff().files()) {
      if (SeriesHunks.isC(file)) {
        file.hunks().forEach(hunk -> removed(patch.number(), file, hunk, removed));
      }
    }
    if (removed.isEmpty()) {
      out.notApplicable();
      return;
    }
    removed.forEach((name, definition) -> check(patch, name, definition, out));
  }

  /** Names whose definition begins on a removed line; with the body's first line removed, too. */
  private static void removed(int number, FileChange file, Hunk hunk, Map<String, Use> into) {
    for (HunkLine line : hunk.lines()) {
      if (!line.isRemoved()) {
        continue;
      }
      String text = line.text().utf8();
      Matcher macro = MACRO.matcher(text);
      if (macro.find()) {
        into.putIfAbsent(macro.group(1), new Use(number, file, line));
      }
      Matcher function = FUNCTION.matcher(text);
      boolean atStart = !text.isEmpty() && !Character.isWhitespace(text.charAt(0));
      if (atStart
          && function.find()
          && !KEYWORDS.contains(function.group(1))
          && hasBody(hunk, line)) {
        into.putIfAbsent(function.group(1), new Use(number, file, line));
      }
    }
  }

  /** Whether the next line that begins with a brace is removed before any that ends in ';'. */
  private static boolean hasBody(Hunk hunk, HunkLine head) {
    boolean below = false;
    for (HunkLine line : hunk.lines()) {
      String text = line.text().utf8();
      if (below && text.startsWith("{")) {
        return line.isRemoved();
      }
      if (below && (text.endsWith(";") || text.isBlank() || !line.isRemoved())) {
        return false;
      }
      below |= line.equals(head);
    }
    return false;
  }

  private static void check(PatchSubject patch, String name, Use definition, Remarks out) {
    if (isDefined(patch, name)) {
      return;
    }
    boolean isStatic =
        definition.line.text().utf8().startsWith("static")
            && !definition.file.path().endsWith(".h");
    boolean local =
        isStatic
            || (!definition.file.path().endsWith(".h")
                && MACRO.matcher(definition.line.text().utf8()).find());
    for (SeriesPatch other : patch.review().series().patches()) {
      if (other.number() < patch.number()) {
        continue;
      }
      Optional<Use> use = use(other, name, local ? definition.file.path() : "");
      if (use.isPresent()) {
        tell(name, definition, use.get(), out);
        return;
      }
      if (other.number() > patch.number() && mentions(other, name)) {
        return;
      }
    }
  }

  /** Whether a line that is left, here or around, defines it anew or in another way. */
  private static boolean isDefined(PatchSubject patch, String name) {
    Pattern declares =
        Pattern.compile(
            "(?:#\\s*+(?:define|undef|ifdef|ifndef|if)\\b.*\\b"
                + name
                + "\\b"
                + "|^[A-Za-z_][\\w \\t*]*[ \\t*]"
                + name
                + "\\s*\\(|^"
                + name
                + "\\s*\\(|\\b"
                + name
                + "\\s*[=,;:]\\s*(?!.*\\())");
    for (SeriesPatch other : patch.review().series().patches()) {
      for (FileChange file : other.diff().files()) {
        for (Hunk hunk : file.hunks()) {
          for (HunkLine line : hunk.lines()) {
            if (!line.isRemoved() && declares.matcher(line.text().utf8()).find()) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean mentions(SeriesPatch patch, String name) {
    return patch.diff().files().stream()
        .flatMap(file -> file.hunks().stream())
        .flatMap(hunk -> hunk.lines().stream())
        .anyMatch(line -> line.isRemoved() && has(line.text().utf8(), name));
  }

  private static Optional<Use> use(SeriesPatch patch, String name, String onlyIn) {
    List<Use> uses = new ArrayList<>();
    for (FileChange file : patch.diff().files()) {
      if (!SeriesHunks.isC(file) || (!onlyIn.isEmpty() && !file.path().equals(onlyIn))) {
        continue;
      }
      for (Hunk hunk : file.hunks()) {
        boolean comment = false;
        for (HunkLine line : hunk.lines()) {
          String text = line.text().utf8().strip();
          comment = (comment || text.startsWith("/*")) && !text.contains("*/");
          boolean isComment =
              comment || text.startsWith("*") || text.startsWith("/*") || text.startsWith("//");
          boolean call = text.matches(".*\\b" + name + "\\s*\\(.*");
          if (!line.isRemoved() && !isComment && call && !text.contains("\"")) {
            uses.add(new Use(patch.number(), file, line));
          }
        }
      }
    }
    return uses.stream().findFirst();
  }

  private static boolean has(String text, String name) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (words.group().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static void tell(String name, Use definition, Use use, Remarks out) {
    out.add(
        Remark.at(
                Place.line(
                    definition.patch, definition.file.path(), Side.OLD, definition.line.oldLine()),
                name
                    + " is removed, and still used in "
                    + use.file.path()
                    + " at patch "
                    + use.patch)
            .excerpt(
                "-" + definition.line.text().utf8(),
                (use.line.isAdded() ? "+" : " ") + use.line.text().utf8())
            .fact("use", use.file.path() + ":" + use.line.newLine()));
  }
}
