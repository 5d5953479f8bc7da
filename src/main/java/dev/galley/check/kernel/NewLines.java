package dev.galley.check.kernel;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import java.util.ArrayList;
import java.util.List;

/** The lines that a change leaves behind, as far as its hunks show them. */
final class NewLines {

  /**
   * A line with those that continue it behind a backslash.
   *
   * @param number of its first physical line in the new file, counted from 1
   * @param text joined by single spaces, without the backslashes
   * @param parts the physical lines
   * @param whole false when the hunk begins inside of it
   */
  record Logical(int number, String text, List<Part> parts, boolean whole) {

    boolean hasAdded() {
      return parts.stream().anyMatch(Part::added);
    }
  }

  /**
   * A physical line.
   *
   * @param number in the new file, counted from 1
   * @param text without its line feed
   * @param added whether the patch adds it; else it is context
   */
  record Part(int number, String text, boolean added) {}

  private NewLines() {}

  /** Added lines and context of one hunk, in order. */
  static List<Part> of(Hunk hunk) {
    List<Part> parts = new ArrayList<>();
    for (HunkLine line : hunk.lines()) {
      if (line.kind().isInNew()) {
        parts.add(new Part(line.newLine(), line.text().utf8().stripTrailing(), line.isAdded()));
      }
    }
    return parts;
  }

  /** The added lines of a change, in order. */
  static List<Part> added(FileChange file) {
    return file.hunks().stream().flatMap(hunk -> of(hunk).stream()).filter(Part::added).toList();
  }

  /** Joins lines that end in a backslash with the next. */
  static List<Logical> joined(List<Part> parts) {
    List<Logical> lines = new ArrayList<>();
    List<Part> open = new ArrayList<>();
    for (Part part : parts) {
      open.add(part);
      if (!part.text().endsWith("\\")) {
        lines.add(logical(open, lines.isEmpty()));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      lines.add(logical(open, lines.isEmpty()));
    }
    return lines;
  }

  /** The first line of a hunk may continue a line above it: then it begins with white space. */
  private static Logical logical(List<Part> parts, boolean first) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      String line = part.text();
      String bare = line.endsWith("\\") ? line.substring(0, line.length() - 1) : line;
      text.append(text.length() == 0 ? bare.stripTrailing() : " " + bare.strip());
    }
    boolean indented = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
    return new Logical(
        parts.get(0).number(), text.toString(), List.copyOf(parts), !(first && indented));
  }

  /** The lines of a whole file. */
  static List<Part> ofFile(String content) {
    List<Part> parts = new ArrayList<>();
    int number = 0;
    for (String line : content.split("\n", -1)) {
      number++;
      parts.add(new Part(number, line.stripTrailing(), false));
    }
    return parts;
  }
}
