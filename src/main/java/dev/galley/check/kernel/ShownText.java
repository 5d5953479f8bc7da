package dev.galley.check.kernel;

import dev.galley.check.PatchSubject;
import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import dev.galley.text.LineIndex;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A text of one side of a change: the whole file where it is known, else the lines of one hunk.
 *
 * @param change what is done to the file
 * @param side before or after
 * @param text the lines, each with a line feed
 * @param lines of {@code text}
 * @param firstLine the file's number of the first line, counted from 1
 * @param whole whether it is the whole file
 * @param touched numbers of the file's lines that the patch adds or removes, or stands right behind
 *     such lines of the other side
 */
record ShownText(
    FileChange change,
    Side side,
    Bytes text,
    LineIndex lines,
    int firstLine,
    boolean whole,
    BitSet touched) {

  private static final Bytes LINE_FEED = Bytes.utf8("\n");

  /** Whether a path is that of a file of C. */
  static boolean isC(String path) {
    return path.endsWith(".c") || path.endsWith(".h");
  }

  /** What is known of a file after a patch: one text where it is whole, else one for each hunk. */
  static List<ShownText> after(PatchSubject patch, FileChange change) {
    return of(patch.after().filter(tree -> !isPartial(patch)), change, Side.NEW);
  }

  /** What is known of a file before a patch. */
  static List<ShownText> before(PatchSubject patch, FileChange change) {
    return of(patch.before().filter(tree -> !isPartial(patch)), change, Side.OLD);
  }

  /** The whole file after a patch; empty where only hunks are known. */
  static Optional<ShownText> wholeAfter(PatchSubject patch, FileChange change) {
    return after(patch, change).stream().filter(ShownText::whole).findFirst();
  }

  /** Why only hunks of a file are known. */
  static String whyNotWhole(PatchSubject patch, FileChange change) {
    if (patch.review().base().isEmpty()) {
      return "no base";
    }
    return isPartial(patch)
        ? "not all of the patches up to it apply"
        : "the whole of " + change.newPath() + " is not known";
  }

  /** The whole file before a patch; empty where only hunks are known, or there was none. */
  static Optional<ShownText> wholeBefore(PatchSubject patch, FileChange change) {
    return before(patch, change).stream().filter(ShownText::whole).findFirst();
  }

  private static boolean isPartial(PatchSubject patch) {
    return patch.outcome().map(outcome -> outcome.partial()).orElse(true);
  }

  private static List<ShownText> of(Optional<Tree> tree, FileChange change, Side side) {
    String path = side == Side.NEW ? change.newPath() : change.oldPath();
    if (path.isEmpty()) {
      return List.of();
    }
    Optional<Bytes> content = tree.flatMap(found -> found.content(path));
    if (content.isPresent()) {
      BitSet touched = new BitSet();
      change.hunks().forEach(hunk -> touch(hunk, side, touched));
      return List.of(text(change, side, content.get(), 1, true, touched));
    }
    boolean whole =
        change.kind() == (side == Side.NEW ? FileChange.Kind.ADDED : FileChange.Kind.DELETED)
            && change.hunks().size() == 1
            && change.hunks().get(0).complete();
    List<ShownText> texts = new ArrayList<>();
    for (Hunk hunk : change.hunks()) {
      BitSet touched = new BitSet();
      touch(hunk, side, touched);
      List<Bytes> parts = new ArrayList<>();
      for (HunkLine line : hunk.lines()) {
        if (isOn(line, side)) {
          parts.add(line.text());
          parts.add(LINE_FEED);
        }
      }
      int first = side == Side.NEW ? hunk.newStart() : hunk.oldStart();
      texts.add(text(change, side, Bytes.concat(parts), Math.max(first, 1), whole, touched));
    }
    return texts;
  }

  private static ShownText text(
      FileChange change, Side side, Bytes bytes, int first, boolean whole, BitSet touched) {
    return new ShownText(change, side, bytes, LineIndex.of(bytes), first, whole, touched);
  }

  private static boolean isOn(HunkLine line, Side side) {
    return side == Side.NEW ? line.kind().isInNew() : line.kind().isInOld();
  }

  private static void touch(Hunk hunk, Side side, BitSet touched) {
    for (HunkLine line : hunk.lines()) {
      if (line.isAdded() || line.isRemoved()) {
        touched.set(side == Side.NEW ? line.newLine() : line.oldLine());
      }
    }
  }

  String path() {
    return side == Side.NEW ? change.newPath() : change.oldPath();
  }

  /** The file's line of an octet, counted from 1. */
  int line(int offset) {
    return lines.lineAt(offset) + firstLine - 1;
  }

  /** Whether the patch changes a line of a range, both ends included. */
  boolean isTouched(int first, int last) {
    int next = touched.nextSetBit(first);
    return next >= 0 && next <= last;
  }

  /** Whether the patch changes a line of some octets, the end exclusive. */
  boolean isTouchedAt(int start, int end) {
    return isTouched(line(start), line(Math.max(start, end - 1)));
  }

  Place place(PatchSubject patch, int offset) {
    return Place.line(patch.number(), path(), side, line(offset));
  }

  /** The line of an octet as a patch shows it, with its marker when the patch adds it. */
  String excerpt(int offset) {
    int start = lines.startOf(lines.lineAt(offset));
    String line = text.slice(start, text.nextLine(start)).utf8().stripTrailing();
    return (touched.get(line(offset)) && side == Side.NEW ? "+" : " ") + line;
  }
}
