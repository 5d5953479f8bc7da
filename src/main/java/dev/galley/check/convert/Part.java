package dev.galley.check.convert;

import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.kernelc.Fragment;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one side of one hunk shows of a function.
 *
 * @param patch the patch's number
 * @param path the file
 * @param function the function's name; empty where the hunk does not say
 * @param hunk the hunk
 * @param side which side of it
 * @param piece what was parsed
 * @param items the statements, in order; those of blocks that began before the hunk lie flat
 * @param parameters the function's, where the hunk shows its header
 * @param whole whether the hunk shows the function from its header on
 */
record Part(
    int patch,
    String path,
    String function,
    Hunk hunk,
    Fragment.Side side,
    Fragment.Piece piece,
    List<Stmt> items,
    List<Decl.Parameter> parameters,
    boolean whole) {

  private static final Pattern COMMENT =
      Pattern.compile("/\\*(?:[^*]|\\*(?!/))*+\\*/|//[^\\n]*+", Pattern.DOTALL);
  private static final Pattern BLANKS = Pattern.compile("\\s++");
  private static final Pattern AROUND = Pattern.compile(" ?([^A-Za-z0-9_ ]) ?");

  Part {
    items = List.copyOf(items);
    parameters = List.copyOf(parameters);
  }

  /** Whether another part is a side of the same hunk. */
  boolean isOfHunk(Part other) {
    return hunk.span().equals(other.hunk.span());
  }

  /** A node on one line, without comments. */
  String text(CNode node) {
    return text(node.span());
  }

  private String text(Span span) {
    Bytes slice = piece.file().slice(span.start(), span.end());
    return BLANKS.matcher(COMMENT.matcher(slice.utf8()).replaceAll(" ")).replaceAll(" ").strip();
  }

  /** A node's tokens: equal for nodes that differ in white space and comments alone. */
  String key(CNode node) {
    return key(text(node));
  }

  static String key(String text) {
    return AROUND.matcher(AROUND.matcher(text).replaceAll("$1")).replaceAll("$1");
  }

  private Optional<Span> inDiff(CNode node) {
    return node.span().isEmpty() ? Optional.empty() : piece.inDiff(node.span());
  }

  /** Whether one of its lines is added, or removed. */
  boolean isTouched(CNode node) {
    return lines(node).stream().anyMatch(line -> line.isAdded() || line.isRemoved());
  }

  /** Whether all its lines are added, or removed. */
  boolean isNew(CNode node) {
    List<HunkLine> lines = lines(node);
    return !lines.isEmpty() && lines.stream().allMatch(line -> line.isAdded() || line.isRemoved());
  }

  /** The lines of this side that a node stands on. */
  List<HunkLine> lines(CNode node) {
    Optional<Span> span = inDiff(node);
    if (span.isEmpty()) {
      return List.of();
    }
    int start = span.get().start();
    int end = Math.max(span.get().end(), start + 1);
    List<HunkLine> all = hunk.lines();
    List<HunkLine> found = new ArrayList<>();
    for (int i = firstEndingAfter(all, start); i < all.size(); i++) {
      HunkLine line = all.get(i);
      if (line.span().start() >= end) {
        break;
      }
      if (isHere(line)) {
        found.add(line);
      }
    }
    return found;
  }

  /** The first line that ends behind an octet of the diff: lines stand in its order. */
  private static int firstEndingAfter(List<HunkLine> lines, int octet) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).span().end() > octet) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  boolean isHere(HunkLine line) {
    return side == Fragment.Side.BEFORE ? line.kind().isInOld() : line.kind().isInNew();
  }

  /** Its line in the file of this side; 0 where it is not known. */
  int line(CNode node) {
    return lines(node).stream().findFirst().map(this::number).orElse(0);
  }

  private int number(HunkLine line) {
    return side == Fragment.Side.BEFORE ? line.oldLine() : line.newLine();
  }

  Place place(CNode node) {
    Side where = side == Fragment.Side.BEFORE ? Side.OLD : Side.NEW;
    return Place.line(patch, path, where, line(node)).inFunction(function);
  }

  /** Its lines as the diff has them, at most three. */
  String[] excerpt(CNode node) {
    return lines(node).stream()
        .limit(3)
        .map(line -> marker(line) + line.text().utf8())
        .toArray(String[]::new);
  }

  private static String marker(HunkLine line) {
    return line.isAdded() ? "+" : line.isRemoved() ? "-" : " ";
  }
}
