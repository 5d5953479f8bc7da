package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file as lines, with the lines that hunks have already put there marked.
 *
 * <p>A line keeps its line feed. Source of the rules: {@code find_pos}, {@code match_fragment} and
 * {@code update_image} in git's apply.c.
 */
final class Image {

  /** Line comparisons that all searches in one file may take together. */
  static final long MAX_COMPARISONS = 300_000_000L;

  private Bytes[] lines;
  private boolean[] patched;
  private int count;
  private long budget = MAX_COMPARISONS;

  Image(Bytes content) {
    List<Bytes> split = split(content);
    lines = split.toArray(Bytes[]::new);
    patched = new boolean[lines.length];
    count = lines.length;
  }

  static List<Bytes> split(Bytes content) {
    List<Bytes> lines = new ArrayList<>();
    for (int at = 0; at < content.length(); ) {
      int end = content.nextLine(at);
      lines.add(content.slice(at, end));
      at = end;
    }
    return lines;
  }

  int count() {
    return count;
  }

  Bytes line(int index) {
    return lines[index];
  }

  List<Bytes> lines() {
    return List.of(lines).subList(0, count);
  }

  Bytes content() {
    return Bytes.concat(lines());
  }

  /**
   * Finds where lines stand, nearest first, later before earlier at the same distance.
   *
   * @param wanted the pre-image
   * @param expected index where it should begin; may be out of range
   * @param atBeginning whether it must begin at the first line
   * @param atEnd whether it must end at the last line
   * @return index of the first line, -1 if it stands nowhere
   * @throws TooCostlyException if the search takes too many comparisons
   */
  int find(List<Bytes> wanted, int expected, boolean atBeginning, boolean atEnd)
      throws TooCostlyException {
    int start = expected;
    if (atBeginning) {
      start = 0;
    } else if (atEnd) {
      start = count - wanted.size();
    }
    // git compares without sign, so a negative line is beyond the end too.
    if (start < 0 || start > count) {
      start = count;
    }
    int backward = start;
    int forward = start;
    if (matches(wanted, start, atBeginning, atEnd)) {
      return start;
    }
    while (backward > 0 || forward < count) {
      if (forward < count) {
        forward++;
        if (matches(wanted, forward, atBeginning, atEnd)) {
          return forward;
        }
      }
      if (backward > 0) {
        backward--;
        if (matches(wanted, backward, atBeginning, atEnd)) {
          return backward;
        }
      }
    }
    return -1;
  }

  private boolean matches(List<Bytes> wanted, int at, boolean atBeginning, boolean atEnd)
      throws TooCostlyException {
    int size = wanted.size();
    if (size + at > count || (atEnd && size + at != count) || (atBeginning && at != 0)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      spend(1);
      Bytes line = lines[at + i];
      if (patched[at + i]
          || !(line.equals(wanted.get(i))
              || (i == size - 1 && !atEnd && isUnendedStart(wanted.get(i), line)))) {
        return false;
      }
    }
    return true;
  }

  /** Counts comparisons against what the file is allowed. */
  void spend(long comparisons) throws TooCostlyException {
    budget -= comparisons;
    if (budget < 0) {
      throw new TooCostlyException();
    }
  }

  boolean isPatched(int index) {
    return patched[index];
  }

  /**
   * Whether a last line without line feed is the beginning of a line that goes on with white space
   * only: git compares octets up to the end of the pre-image, so this matches.
   */
  private static boolean isUnendedStart(Bytes wanted, Bytes line) {
    if (wanted.endsWith("\n") || line.length() <= wanted.length()) {
      return false;
    }
    if (!line.slice(0, wanted.length()).equals(wanted)) {
      return false;
    }
    for (int i = wanted.length(); i < line.length(); i++) {
      if (!isSpace(line.at(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isSpace(int octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  /** Puts lines in the place of others and marks them as patched. */
  void replace(int at, int removed, List<Bytes> put) {
    int newCount = count - removed + put.size();
    Bytes[] newLines = Arrays.copyOf(lines, newCount);
    boolean[] newPatched = Arrays.copyOf(patched, newCount);
    int tail = count - at - removed;
    System.arraycopy(lines, at + removed, newLines, at + put.size(), tail);
    System.arraycopy(patched, at + removed, newPatched, at + put.size(), tail);
    for (int i = 0; i < put.size(); i++) {
      newLines[at + i] = put.get(i);
      newPatched[at + i] = true;
    }
    lines = newLines;
    patched = newPatched;
    count = newCount;
  }

  /** A search took too many comparisons. */
  static final class TooCostlyException extends Exception {
    private static final long serialVersionUID = 1L;

    TooCostlyException() {
      super("more than " + MAX_COMPARISONS + " line comparisons");
    }
  }
}
