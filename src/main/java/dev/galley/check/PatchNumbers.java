package dev.galley.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Patch numbers in the words of a sentence. */
public final class PatchNumbers {

  private PatchNumbers() {}

  /**
   * Names patches: {@code patch 3}, {@code patches 3 and 5}, {@code patches 1-4, 7 and 9}.
   *
   * @param numbers at least one, in any order, 0 for the cover letter
   */
  public static String words(Collection<Integer> numbers) {
    List<Integer> sorted = numbers.stream().distinct().sorted().toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("no patch to name");
    }
    if (sorted.get(0) == 0) {
      List<Integer> others = sorted.subList(1, sorted.size());
      return others.isEmpty() ? "the cover letter" : "the cover letter and " + words(others);
    }
    List<String> ranges = ranges(sorted);
    String noun = sorted.size() == 1 ? "patch " : "patches ";
    if (ranges.size() == 1) {
      return noun + ranges.get(0);
    }
    int last = ranges.size() - 1;
    return noun + String.join(", ", ranges.subList(0, last)) + " and " + ranges.get(last);
  }

  /** Numbers with runs of three and more drawn together; pairs stay two numbers. */
  private static List<String> ranges(List<Integer> sorted) {
    List<String> ranges = new ArrayList<>();
    int at = 0;
    while (at < sorted.size()) {
      int end = at;
      while (end + 1 < sorted.size() && sorted.get(end + 1) == sorted.get(end) + 1) {
        end++;
      }
      if (end - at >= 2) {
        ranges.add(sorted.get(at) + "-" + sorted.get(end));
      } else {
        for (int i = at; i <= end; i++) {
          ranges.add(String.valueOf(sorted.get(i)));
        }
      }
      at = end + 1;
    }
    return ranges;
  }
}
