package dev.galley.check.convert;

import dev.galley.convert.CodeSide;
import dev.galley.convert.Edit;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of the diff that an edit is in: before and after. */
final class EditLines {

  private static final int MOST = 4;

  private EditLines() {}

  static List<String> of(Edit edit, Diff diff) {
    List<String> lines = new ArrayList<>();
    for (FileChange file : diff.files()) {
      if (file.path().equals(edit.change().path())) {
        lines.addAll(lines(file, edit.change().before(), edit.before(), true));
        lines.addAll(lines(file, edit.change().after(), edit.after(), false));
      }
    }
    return lines;
  }

  private static List<String> lines(
      FileChange file, Optional<CodeSide> side, List<CNode> nodes, boolean old) {
    if (side.isEmpty() || nodes.isEmpty()) {
      return List.of();
    }
    CNode last = nodes.get(nodes.size() - 1);
    int from = side.get().line(nodes.get(0));
    int to = side.get().line(last) + (int) side.get().text(last).lines().count() - 1;
    List<String> lines = new ArrayList<>();
    for (Hunk hunk : file.hunks()) {
      for (HunkLine line : hunk.lines()) {
        int number = old ? line.oldLine() : line.newLine();
        boolean isOne = old ? line.isRemoved() : line.isAdded();
        if (isOne && number >= from && number <= to && lines.size() < MOST) {
          lines.add((old ? "-" : "+") + line.text().utf8());
        }
      }
    }
    return lines;
  }
}
