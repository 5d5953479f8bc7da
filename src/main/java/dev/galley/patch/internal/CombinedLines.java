package dev.galley.patch.internal;

import dev.galley.text.Bytes;

/** Finds the end of a combined diff (diff-format, "Combined diff format"). */
final class CombinedLines {

  private static final String[] HEADER = {
    "index ",
    "mode ",
    "new file mode ",
    "deleted file mode ",
    "--- ",
    "+++ ",
    "Binary files ",
    "similarity index ",
    "dissimilarity index ",
    "rename from ",
    "rename to ",
  };

  private CombinedLines() {}

  /** One past the last line of the combined diff whose first line ended at {@code from}. */
  static int end(Bytes bytes, int from) {
    int at = from;
    while (at < bytes.length() && isHeader(bytes, at)) {
      at = bytes.nextLine(at);
    }
    while (bytes.startsWith("@@@", at)) {
      at = hunkEnd(bytes, at);
    }
    return at;
  }

  private static boolean isHeader(Bytes bytes, int line) {
    for (String start : HEADER) {
      if (bytes.startsWith(start, line)) {
        return true;
      }
    }
    return false;
  }

  private static int hunkEnd(Bytes bytes, int heading) {
    int parents = 0;
    while (Scan.at(bytes, heading + parents + 1) == '@') {
      parents++;
    }
    int at = bytes.nextLine(heading);
    long[] left = counts(bytes, heading + parents + 1, at, parents + 1);
    while (at < bytes.length() && isAnyLeft(left) && isBody(bytes, at)) {
      count(bytes, at, left);
      at = bytes.nextLine(at);
    }
    return at;
  }

  private static boolean isBody(Bytes bytes, int line) {
    byte first = bytes.at(line);
    return first == ' ' || first == '+' || first == '-' || first == '\\';
  }

  /** The announced counts, each parent's and then the result's; 0 where they cannot be read. */
  private static long[] counts(Bytes bytes, int from, int lineEnd, int sides) {
    long[] counts = new long[sides];
    int at = from;
    for (int i = 0; i < sides && at + 1 < lineEnd; i++) {
      Scan.Value start = Scan.number(bytes, at + 2, 10);
      counts[i] = 1;
      at = start.end();
      if (Scan.at(bytes, at) == ',') {
        Scan.Value count = Scan.number(bytes, at + 1, 10);
        counts[i] = count.value();
        at = count.end();
      }
    }
    return counts;
  }

  private static boolean isAnyLeft(long[] left) {
    for (long count : left) {
      if (count > 0) {
        return true;
      }
    }
    return false;
  }

  private static void count(Bytes bytes, int line, long[] left) {
    int parents = left.length - 1;
    boolean removed = false;
    for (int i = 0; i < parents; i++) {
      removed |= Scan.at(bytes, line + i) == '-';
    }
    if (Scan.at(bytes, line) == '\\') {
      return;
    }
    for (int i = 0; i < parents; i++) {
      if (Scan.at(bytes, line + i) == (removed ? '-' : ' ')) {
        left[i]--;
      }
    }
    if (!removed) {
      left[parents]--;
    }
  }
}
