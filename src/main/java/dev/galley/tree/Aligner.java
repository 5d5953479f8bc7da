package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.Arrays;
import java.util.List;

/** Lays a pre-image beside a window of a file so that as many lines as possible match. */
final class Aligner {

  private static final int EXACT = 40;
  private static final int TELLING = 20;
  private static final int WHITESPACE = 35;
  private static final int GAP = -12;
  private static final int UNLIKE = -30;

  /** Cells of the table; a larger pre-image is compared without shifting its lines. */
  private static final long MAX_CELLS = 1_000_000;

  private final Image image;
  private final long[] keys;
  private final List<OldLine> old;

  private Aligner(Image image, long[] keys, List<OldLine> old) {
    this.image = image;
    this.keys = keys;
    this.old = old;
  }

  /**
   * Aligns.
   *
   * @param keys keys of the file's lines
   * @param shift where in the file the first old line is supposed to be; may be negative
   */
  static Alignment align(Image image, long[] keys, List<OldLine> old, int shift)
      throws Image.TooCostlyException {
    Aligner aligner = new Aligner(image, keys, old);
    int slack = 8 + Math.min(old.size(), 64);
    int from = Math.max(shift - slack, 0);
    int to = Math.min(shift + old.size() + slack, image.count());
    long cells = (long) old.size() * (to - from);
    int[] places;
    if (cells > MAX_CELLS) {
      places = aligner.straight(shift);
    } else {
      image.spend(cells);
      places = aligner.table(from, to);
    }
    return aligner.judge(places);
  }

  private int[] straight(int shift) {
    int[] places = new int[old.size()];
    for (int i = 0; i < places.length; i++) {
      int at = shift + i;
      places[i] = at >= 0 && at < image.count() ? at : -1;
    }
    return places;
  }

  private int pair(int oldIndex, int at) {
    OldLine line = old.get(oldIndex);
    if (line.key() == keys[at]) {
      boolean exact = !image.isPatched(at) && line.content().equals(image.line(at));
      return (exact ? EXACT : WHITESPACE) + (line.telling() ? TELLING : 0);
    }
    double alike = similarity(line.content(), image.line(at));
    return alike < 0.4 ? UNLIKE : (int) (alike * 20);
  }

  /** The part of the longer line that is a common beginning or end, 0 to 1. */
  private static double similarity(Bytes left, Bytes right) {
    Bytes a = trim(left);
    Bytes b = trim(right);
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    if (shorter == 0) {
      return 0;
    }
    int head = 0;
    while (head < shorter && a.at(head) == b.at(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head && a.at(a.length() - 1 - tail) == b.at(b.length() - 1 - tail)) {
      tail++;
    }
    return (double) (head + tail) / longer;
  }

  private static Bytes trim(Bytes line) {
    int from = 0;
    int to = line.length();
    while (from < to && Image.isSpace(line.at(from))) {
      from++;
    }
    while (to > from && Image.isSpace(line.at(to - 1))) {
      to--;
    }
    return line.slice(from, to);
  }

  /** The best alignment of all old lines with a window; lines of the file at its ends are free. */
  private int[] table(int from, int to) {
    int rows = old.size();
    int columns = to - from;
    int[][] best = new int[rows + 1][columns + 1];
    for (int i = 1; i <= rows; i++) {
      best[i][0] = i * GAP;
      for (int j = 1; j <= columns; j++) {
        int both = best[i - 1][j - 1] + pair(i - 1, from + j - 1);
        int missing = best[i - 1][j] + GAP;
        int extra = best[i][j - 1] + GAP;
        best[i][j] = Math.max(both, Math.max(missing, extra));
      }
    }
    int j = 0;
    for (int end = 1; end <= columns; end++) {
      if (best[rows][end] > best[rows][j]) {
        j = end;
      }
    }
    int[] places = new int[rows];
    int i = rows;
    while (i > 0) {
      if (j > 0 && best[i][j] == best[i - 1][j - 1] + pair(i - 1, from + j - 1)) {
        places[--i] = from + --j;
      } else if (best[i][j] == best[i - 1][j] + GAP) {
        places[--i] = -1;
      } else {
        j--;
      }
    }
    return places;
  }

  private Alignment judge(int[] places) {
    int start = -1;
    int end = -1;
    int matching = 0;
    int tellingMatching = 0;
    int telling = 0;
    int score = 0;
    for (int i = 0; i < places.length; i++) {
      OldLine line = old.get(i);
      telling += line.telling() ? 1 : 0;
      if (places[i] < 0) {
        score += GAP;
        continue;
      }
      if (start < 0) {
        start = places[i];
      } else {
        score += GAP * (places[i] - end);
      }
      end = places[i] + 1;
      score += pair(i, places[i]);
      if (line.content().equals(image.line(places[i]))) {
        matching++;
      }
      if (line.key() == keys[places[i]] && line.telling()) {
        tellingMatching++;
      }
    }
    return start < 0
        ? Alignment.NONE
        : new Alignment(
            Arrays.stream(places).boxed().toList(),
            start,
            end,
            matching,
            tellingMatching,
            telling,
            score);
  }
}
