package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.patch.FileChange;
import dev.galley.text.Bytes;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** File modes that nobody meant: sources made executable, changes that the message is silent of. */
@CheckInfo(
    id = "patch/mode",
    severity = Severity.WARNING,
    summary = "A file mode that the change does not explain",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "git-diff(1), Generating patch text with -p, extended header lines")
public final class Modes implements PatchCheck {

  private static final int EXECUTABLE = 0100755;
  private static final int SYMLINK = 0120000;

  /** Endings of files that are never run as they are. */
  private static final Set<String> SOURCES =
      Set.of(
          "c", "h", "s", "rs", "dts", "dtsi", "dtso", "yaml", "rst", "txt", "md", "json", "svg",
          "lds", "cocci", "tex");

  private static final Set<String> SOURCE_NAMES =
      Set.of("Makefile", "Kconfig", "Kbuild", "MAINTAINERS", "CREDITS", "README");

  private static final Pattern SPEAKS_OF_MODE =
      Pattern.compile(
          "(?i)\\b(?:modes?|permissions?|executable|exec bit|chmod|x bit|[0-7]?(?:644|755))\\b");

  @Override
  public void check(PatchSubject subject, Remarks out) {
    String message = subject.patch().subject() + "\n" + subject.patch().mail().log().utf8();
    for (FileChange file : subject.patch().diff().files()) {
      Place place =
          Place.file(subject.number(), file.path())
              .atMailLine(subject.patch().mailLineOf(file.span().start()));
      boolean fresh = file.kind() == FileChange.Kind.ADDED;
      if (fresh && file.newMode() == EXECUTABLE && isSource(file)) {
        out.add(
            Remark.at(place, "new source file is executable")
                .fact("mode", octal(file.newMode()))
                .fact("expected", "100644")
                .fix("git update-index --chmod=-x " + file.path()));
      } else if (file.changesMode() && !SPEAKS_OF_MODE.matcher(message).find()) {
        out.add(
            Remark.at(place, "the file's mode changes and the message does not say so")
                .fact("mode before", octal(file.oldMode()))
                .fact("mode after", octal(file.newMode())));
      } else if (fresh && file.newMode() == SYMLINK && pointsOut(file.path(), target(file))) {
        out.add(
            Remark.at(place, "the symbolic link points out of the tree")
                .severity(Severity.ERROR)
                .fact("points to", target(file)));
      }
    }
  }

  private static boolean isSource(FileChange file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return SOURCE_NAMES.contains(name) || (SOURCES.contains(ending) && !startsAsScript(file));
  }

  private static boolean startsAsScript(FileChange file) {
    return !file.hunks().isEmpty()
        && !file.hunks().get(0).lines().isEmpty()
        && file.hunks().get(0).lines().get(0).text().startsWith("#!");
  }

  /** Whether a link at a path leads above the root of the tree, or starts at the machine's. */
  private static boolean pointsOut(String path, String target) {
    if (target.startsWith("/")) {
      return true;
    }
    int depth = path.split("/", -1).length - 1;
    for (String part : target.split("/", -1)) {
      if (part.equals("..")) {
        depth--;
      } else if (!part.isEmpty() && !part.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  private static String target(FileChange file) {
    Bytes first =
        file.hunks().isEmpty() || file.hunks().get(0).lines().isEmpty()
            ? Bytes.EMPTY
            : file.hunks().get(0).lines().get(0).text();
    return first.utf8();
  }

  private static String octal(int mode) {
    return Integer.toOctalString(mode);
  }
}
