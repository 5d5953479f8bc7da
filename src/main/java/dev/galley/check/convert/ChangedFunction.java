package dev.galley.check.convert;

import dev.galley.patch.FileChange;
import dev.galley.patch.HunkLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a patch's hunks show of one function, before and after. */
final class ChangedFunction {

  private final FileChange file;
  private final String name;
  private final List<Part> before;
  private final List<Part> after;
  private @Nullable List<Pair> pairs;

  /**
   * What hunks show of a function.
   *
   * @param file the file's change
   * @param name its name after the patch, before it where it is gone; may be empty
   * @param before the side before, hunk by hunk
   * @param after the side after, hunk by hunk
   */
  ChangedFunction(FileChange file, String name, List<Part> before, List<Part> after) {
    this.file = file;
    this.name = name;
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
  }

  FileChange file() {
    return file;
  }

  String name() {
    return name;
  }

  List<Part> before() {
    return before;
  }

  List<Part> after() {
    return after;
  }

  /** What the patch takes out beside what it puts there; laid out once for all checks. */
  synchronized List<Pair> pairs() {
    List<Pair> known = pairs;
    if (known == null) {
      known = List.copyOf(Pairs.of(this));
      pairs = known;
    }
    return known;
  }

  String path() {
    return file.path();
  }

  /** The lines of all hunks of the file. */
  List<HunkLine> lines() {
    return file.hunks().stream().flatMap(hunk -> hunk.lines().stream()).toList();
  }

  /** Whether a side has the word on any line of its hunks, those of other functions included. */
  static boolean mentions(List<Part> parts, String word) {
    Pattern pattern = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(word) + "(?![\\w])");
    for (Part part : parts) {
      for (HunkLine line : part.hunk().lines()) {
        if (part.isHere(line) && pattern.matcher(line.text().utf8()).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Both sides. */
  List<Part> parts() {
    List<Part> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }
}
