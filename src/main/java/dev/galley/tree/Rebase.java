package dev.galley.tree;

import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.patch.LineKind;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Rewrites a hunk's old lines to what the tree has, and says what that changes. */
final class Rebase {

  private final Image image;
  private final Hunk hunk;
  private final List<LineDifference> differences = new ArrayList<>();
  private final StringBuilder edit = new StringBuilder();
  private final List<HunkLineText> rebased = new ArrayList<>();
  private boolean removesOther;

  private record HunkLineText(LineKind kind, Bytes content) {}

  private Rebase(Image image, Hunk hunk) {
    this.image = image;
    this.hunk = hunk;
  }

  static Nearest nearest(Image image, Hunk hunk, List<OldLine> old, Alignment alignment)
      throws Image.TooCostlyException {
    Rebase rebase = new Rebase(image, hunk);
    rebase.walk(old, alignment);
    Bytes text = rebase.differences.isEmpty() ? Bytes.EMPTY : rebase.text(alignment);
    return new Nearest(
        alignment.start() + 1,
        alignment.end() - alignment.start(),
        alignment.matching(),
        old.size(),
        rebase.differences,
        rebase.edit.toString(),
        text,
        rebase.removesOther);
  }

  private void walk(List<OldLine> old, Alignment alignment) {
    int next = alignment.start();
    int oldIndex = 0;
    List<HunkLine> lines = hunk.lines();
    for (int i = 0; i < lines.size(); i++) {
      HunkLine line = lines.get(i);
      if (line.isAdded()) {
        rebased.add(new HunkLineText(LineKind.ADDED, line.content()));
        continue;
      }
      Bytes expected = old.get(oldIndex).content();
      int place = alignment.places().get(oldIndex++);
      if (place < 0) {
        add(LineDifference.Kind.MISSING, i, next, expected, Bytes.EMPTY);
        removesOther |= line.isRemoved();
        continue;
      }
      for (; next < place; next++) {
        add(LineDifference.Kind.EXTRA, i, next, Bytes.EMPTY, image.line(next));
        rebased.add(new HunkLineText(LineKind.CONTEXT, image.line(next)));
      }
      next = place + 1;
      Bytes actual = image.line(place);
      rebased.add(new HunkLineText(line.kind(), actual));
      if (!actual.equals(expected)) {
        boolean blanks = OldLine.key(actual) == OldLine.key(expected);
        add(
            blanks ? LineDifference.Kind.WHITESPACE : LineDifference.Kind.CHANGED,
            i,
            place,
            expected,
            actual);
        removesOther |= line.isRemoved() && !blanks;
      }
    }
  }

  private void add(LineDifference.Kind kind, int hunkLine, int at, Bytes expected, Bytes actual) {
    Bytes plainExpected = OldLine.withoutEnd(expected);
    Bytes plainActual = OldLine.withoutEnd(actual);
    differences.add(new LineDifference(kind, hunkLine, at + 1, plainExpected, plainActual));
    if (kind != LineDifference.Kind.EXTRA) {
      edit.append('-').append(plainExpected.utf8()).append('\n');
    }
    if (kind != LineDifference.Kind.MISSING) {
      edit.append('+').append(plainActual.utf8()).append('\n');
    }
  }

  /** The rewritten hunk; empty if it changes nothing any more or still would not apply. */
  private Bytes text(Alignment alignment) throws Image.TooCostlyException {
    int start = alignment.start();
    int end = alignment.end();
    while (leading() < HunkImage.of(hunk).leading() && start > 0) {
      rebased.add(0, new HunkLineText(LineKind.CONTEXT, image.line(--start)));
    }
    while (trailing() < HunkImage.of(hunk).trailing() && end < image.count()) {
      rebased.add(new HunkLineText(LineKind.CONTEXT, image.line(end++)));
    }
    List<Bytes> before = side(LineKind.ADDED);
    int newCount = side(LineKind.REMOVED).size();
    boolean changes = rebased.stream().anyMatch(line -> line.kind != LineKind.CONTEXT);
    if (!changes
        || before.isEmpty()
        || image.find(before, start, start == 0, trailing() == 0) != start) {
      return Bytes.EMPTY;
    }
    List<Bytes> parts = new ArrayList<>();
    parts.add(
        Bytes.utf8(
            "@@ -"
                + (start + 1)
                + ","
                + before.size()
                + " +"
                + (start + 1)
                + ","
                + newCount
                + " @@"
                + (hunk.section().isEmpty() ? "" : " ")));
    parts.add(hunk.section());
    parts.add(Bytes.utf8("\n"));
    for (HunkLineText line : rebased) {
      parts.add(Bytes.utf8(String.valueOf(line.kind.marker())));
      parts.add(line.content);
      if (!line.content.endsWith("\n")) {
        parts.add(Bytes.utf8("\n\\ No newline at end of file\n"));
      }
    }
    return Bytes.concat(parts);
  }

  private int leading() {
    int count = 0;
    while (count < rebased.size() && rebased.get(count).kind == LineKind.CONTEXT) {
      count++;
    }
    return count;
  }

  private int trailing() {
    int count = 0;
    while (count < rebased.size()
        && rebased.get(rebased.size() - 1 - count).kind == LineKind.CONTEXT) {
      count++;
    }
    return count;
  }

  private List<Bytes> side(LineKind without) {
    return rebased.stream()
        .filter(line -> line.kind != without)
        .map(HunkLineText::content)
        .toList();
  }
}
