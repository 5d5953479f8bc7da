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
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import java.util.List;
import java.util.Optional;

/**
 * A new file says its licence on the first line that can hold a comment, in the style of its kind.
 */
@CheckInfo(
    id = "kernel/spdx",
    severity = Severity.WARNING,
    summary = "New file without a proper SPDX licence line",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/license-rules.rst, License identifier syntax")
public final class Spdx implements PatchCheck {

  private static final String TAG = "SPDX-License-Identifier:";
  private static final int FILE_TYPE = 0170000;
  private static final int SYMLINK = 0120000;
  private static final String SYSCALL_NOTE = "Linux-syscall-note";

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean applies = false;
    for (FileChange file : patch.patch().diff().files()) {
      boolean text = (file.newMode() & FILE_TYPE) != SYMLINK && !file.isBinary();
      if (file.kind() == FileChange.Kind.ADDED && !file.hunks().isEmpty() && text) {
        Optional<CommentStyle> style = CommentStyle.of(file.newPath());
        applies |= style.isPresent();
        style.ifPresent(wanted -> check(patch, file, wanted, out));
      }
    }
    if (!applies) {
      out.notApplicable();
    }
  }

  private static void check(PatchSubject patch, FileChange file, CommentStyle style, Remarks out) {
    List<HunkLine> lines =
        file.hunks().get(0).lines().stream().filter(line -> line.kind().isInNew()).toList();
    if (lines.isEmpty()) {
      return;
    }
    boolean script = lines.get(0).text().startsWith("#!");
    int first = script ? 1 : 0;
    int found = indexOfTag(lines);
    if (found < 0) {
      Place place = Place.line(patch.number(), file.newPath(), Side.NEW, 1);
      out.add(
          Remark.at(place, "a new file without SPDX-License-Identifier")
              .severity(style == CommentStyle.DOTS ? Severity.NOTE : Severity.WARNING)
              .excerpt("+" + lines.get(Math.min(first, lines.size() - 1)).text().utf8().strip())
              .fact("wanted", style.line("<licence>") + " as line " + (first + 1))
              .status(addedLater(patch, file.newPath())));
      return;
    }
    String text = lines.get(found).text().utf8().strip();
    Place place = Place.line(patch.number(), file.newPath(), Side.NEW, lines.get(found).newLine());
    String expression = expression(text);
    boolean inBlock = style == CommentStyle.BLOCK && found > 0 && opensAbove(lines, found);
    if (!text.startsWith(style.opening()) && !inBlock && !isFreeToChoose(file.newPath(), text)) {
      out.add(
          Remark.at(place, "in such a file the licence line is a " + style.opening() + " comment")
              .severity(Severity.NOTE)
              .excerpt("+" + text)
              .fix(style.line(expression)));
    } else if (found > first && !opensAbove(lines, found)) {
      out.add(
          Remark.at(place, "the licence line belongs on line " + (first + 1))
              .severity(Severity.NOTE)
              .excerpt("+" + text));
    }
    if (isUapiHeader(file.newPath())
        && expression.contains("GPL")
        && !expression.contains(SYSCALL_NOTE)) {
      out.add(
          Remark.at(place, "a header for user space without WITH " + SYSCALL_NOTE)
              .excerpt("+" + text)
              .fact("licence", expression)
              .fact("rule", "the exception says that programs which use it are no derived work"));
    }
  }

  /** The identifier stands within the first lines; further down it would be text about licences. */
  private static int indexOfTag(List<HunkLine> lines) {
    for (int i = 0; i < Math.min(lines.size(), 20); i++) {
      if (lines.get(i).text().indexOf(TAG, 0) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String expression(String text) {
    String rest = text.substring(text.indexOf(TAG) + TAG.length());
    int end = rest.indexOf("*/");
    return (end < 0 ? rest : rest.substring(0, end)).strip();
  }

  /** A block comment that opened on the line above: the tag is where it can be. */
  private static boolean opensAbove(List<HunkLine> lines, int found) {
    return lines.get(found - 1).text().utf8().strip().equals("/*");
  }

  /** Device trees and Rust take both kinds of comments; C before C99 as well, and some tools do. */
  private static boolean isFreeToChoose(String path, String text) {
    boolean block = text.startsWith("/*") || text.startsWith("*");
    return block && (path.contains(".dts") || path.startsWith("tools/"));
  }

  private static boolean isUapiHeader(String path) {
    return path.endsWith(".h")
        && (path.startsWith("include/uapi/")
            || (path.startsWith("arch/") && path.contains("/include/uapi/")));
  }

  private static Status addedLater(PatchSubject patch, String path) {
    for (SeriesPatch later : patch.review().series().patches()) {
      boolean adds =
          later.number() > patch.number()
              && later.diff().files().stream()
                  .filter(file -> file.newPath().equals(path))
                  .flatMap(file -> file.hunks().stream())
                  .flatMap(hunk -> hunk.lines().stream())
                  .anyMatch(line -> line.isAdded() && line.text().indexOf(TAG, 0) >= 0);
      if (adds) {
        return new Status.FixedLater(later.number());
      }
    }
    return Status.open();
  }
}
