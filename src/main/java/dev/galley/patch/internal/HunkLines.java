package dev.galley.patch.internal;

import dev.galley.grammar.UnifiedDiff;
import dev.galley.text.Bytes;
import java.util.Arrays;

/**
 * The body of one hunk, cut into runs of lines of one kind.
 *
 * <p>First as git apply does it: lines are counted down by the heading and nothing else says where
 * the body ends. Where that fails the body is found again by what its lines look like, so that a
 * miscounted heading loses no line.
 */
final class HunkLines {

  private final Bytes bytes;
  private int[] runs = new int[64];
  private int size;
  private int next;
  private int longest;

  HunkLines(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the body that starts at an offset and fits the heading, or what looks like a body.
   *
   * @return whether it fits
   */
  boolean read(int from, long oldCount, long newCount) {
    boolean sound = count(from, oldCount, newCount);
    if (!sound) {
      guess(from);
    }
    return sound;
  }

  /** Reads the body of a heading that cannot be read. */
  void readUncounted(int from) {
    guess(from);
  }

  boolean hasNext() {
    return next < size;
  }

  /** The next run as a token. */
  LineToken next(LineSource source) {
    LineToken token =
        new LineToken(source, runs[next], runs[next + 1], runs[next + 2], runs[next + 3]);
    next += 4;
    return token;
  }

  /** Octets of the longest line so far. */
  int longest() {
    return longest;
  }

  private boolean count(int from, long oldCount, long newCount) {
    clear();
    int length = bytes.length();
    int at = from;
    long old = oldCount;
    long fresh = newCount;
    boolean changes = false;
    while (at < length && (old != 0 || fresh != 0)) {
      int lineEnd = bytes.nextLine(at);
      if (bytes.at(lineEnd - 1) != '\n') {
        return false;
      }
      switch (bytes.at(at)) {
        case ' ', '\n' -> {
          old--;
          fresh--;
          add(UnifiedDiff.CONTEXT, at, lineEnd);
        }
        case '-' -> {
          old--;
          changes = true;
          add(UnifiedDiff.REMOVED, at, lineEnd);
        }
        case '+' -> {
          fresh--;
          changes = true;
          add(UnifiedDiff.ADDED, at, lineEnd);
        }
        case '\\' -> {
          if (lineEnd - at < 12 || bytes.at(at + 1) != ' ') {
            return false;
          }
          add(UnifiedDiff.NO_NEWLINE, at, lineEnd);
        }
        default -> {
          return false;
        }
      }
      if (old < 0 || fresh < 0) {
        return false;
      }
      at = lineEnd;
    }
    if (length - at > 12 && bytes.startsWith("\\ ", at)) {
      int lineEnd = bytes.nextLine(at);
      add(UnifiedDiff.NO_NEWLINE, at, lineEnd);
      at = lineEnd;
    }
    return old == 0 && fresh == 0 && changes;
  }

  private void guess(int from) {
    clear();
    int at = from;
    int blanks = -1;
    while (at < bytes.length()) {
      int kind = kindByLook(at);
      if (kind < 0) {
        break;
      }
      int lineEnd = bytes.nextLine(at);
      boolean blank = lineEnd - at <= 2 && kind == UnifiedDiff.CONTEXT && bytes.at(at) != ' ';
      if (blank && blanks < 0) {
        blanks = at;
      } else if (!blank) {
        blanks = -1;
      }
      add(kind, at, lineEnd);
      at = lineEnd;
    }
    if (blanks >= 0) {
      cutAt(blanks);
      at = blanks;
    }
  }

  /** What a line looks like; -1 for what ends a body of unknown length. */
  private int kindByLook(int at) {
    return switch (bytes.at(at)) {
      case ' ', '\n' -> UnifiedDiff.CONTEXT;
      case '\r' -> bytes.startsWith("\r\n", at) ? UnifiedDiff.CONTEXT : -1;
      case '+' -> UnifiedDiff.ADDED;
      case '\\' -> bytes.startsWith("\\ ", at) ? UnifiedDiff.NO_NEWLINE : -1;
      case '-' ->
          isSignature(bytes, at) || LineSource.isPlainHeader(bytes, at, bytes.nextLine(at))
              ? -1
              : UnifiedDiff.REMOVED;
      default -> -1;
    };
  }

  /** Whether the line is the {@code -- } that mailers and format-patch put before a signature. */
  static boolean isSignature(Bytes bytes, int at) {
    return bytes.startsWith("-- \n", at)
        || bytes.startsWith("-- \r\n", at)
        || bytes.startsWith("--\n", at);
  }

  private void clear() {
    size = 0;
    next = 0;
  }

  private void add(int kind, int start, int lineEnd) {
    longest = Math.max(longest, lineEnd - start);
    if (size > 0 && runs[size - 4] == kind && kind != UnifiedDiff.NO_NEWLINE) {
      runs[size - 2] = lineEnd;
      runs[size - 1]++;
      return;
    }
    if (size == runs.length) {
      runs = Arrays.copyOf(runs, 2 * size);
    }
    runs[size] = kind;
    runs[size + 1] = start;
    runs[size + 2] = lineEnd;
    runs[size + 3] = 1;
    size += 4;
  }

  /** Takes back the empty lines from an offset on; they are the tail of the last run. */
  private void cutAt(int offset) {
    if (runs[size - 3] == offset) {
      size -= 4;
      return;
    }
    int blank = offset;
    while (blank < runs[size - 2]) {
      runs[size - 1]--;
      blank = bytes.nextLine(blank);
    }
    runs[size - 2] = offset;
  }
}
