package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.patch.FileChange;
import dev.galley.text.Bytes;
import dev.galley.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A new file that no section of MAINTAINERS is for, and a new folder of code that has none of its
 * own, as the file stands at the end of the series.
 */
@CheckInfo(
    id = "kernel/maintainers",
    severity = Severity.WARNING,
    summary = "New file or folder that no section of MAINTAINERS is for",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "MAINTAINERS, Descriptions of section entries")
public final class Maintainers implements PatchCheck {

  private static final String FILE = "MAINTAINERS";

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<String> added =
        patch.patch().diff().files().stream()
            .filter(file -> file.kind() == FileChange.Kind.ADDED)
            .map(FileChange::newPath)
            .toList();
    if (added.isEmpty()) {
      out.notApplicable();
      return;
    }
    Optional<Tree> last = patch.review().last();
    if (last.isEmpty() || patch.review().base().isEmpty()) {
      out.skip("no base");
      return;
    }
    Optional<Bytes> text = last.get().content(FILE);
    if (text.isEmpty()) {
      out.notApplicable();
      return;
    }
    if (patch.review().isPartial()) {
      out.skip("the series did not apply whole, so that a new section may be missing");
      return;
    }
    MaintainersFile file = MaintainersFile.parse(text.get().utf8());
    Set<String> told = new HashSet<>();
    for (String path : added) {
      List<MaintainersFile.Section> sections = file.covering(path);
      String folder = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
      if (sections.isEmpty()) {
        if (told.add(folder)) {
          out.add(
              Remark.at(
                      Place.file(patch.number(), path),
                      "no section of MAINTAINERS is for this file")
                  .fix("F:\t" + path));
        }
      } else if (path.endsWith(".c")
          && isCode(path)
          && !patch.review().base().get().isDirectory(folder)
          && sections.stream().noneMatch(section -> section.namesFolder(folder))
          && told.add(folder)) {
        out.add(
            Remark.at(
                    Place.file(patch.number(), path),
                    "a new folder of code without a section of its own in MAINTAINERS")
                .severity(Severity.NOTE)
                .fact("covered by", sections.get(0).title())
                .fix("F:\t" + folder + "/"));
      }
    }
  }

  private static boolean isCode(String path) {
    return path.startsWith("drivers/")
        || path.startsWith("sound/")
        || path.startsWith("fs/")
        || path.startsWith("net/");
  }
}
