package dev.galley.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Counts and lists of numbers as people write them. */
final class Words {

  private Words() {}

  /** {@code 1 error}, {@code 2 errors}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code patch 3}, {@code patches 1-4, 7}. */
  static String patches(Collection<Integer> numbers) {
    return (new TreeSet<>(numbers).size() == 1 ? "patch " : "patches ") + ranges(numbers);
  }

  /** {@code 1-4, 7}. */
  static String ranges(Collection<Integer> numbers) {
    List<String> parts = new ArrayList<>();
    int first = 0;
    int last = 0;
    boolean open = false;
    for (int number : new TreeSet<>(numbers)) {
      if (open && number == last + 1) {
        last = number;
        continue;
      }
      if (open) {
        parts.add(range(first, last));
      }
      first = number;
      last = number;
      open = true;
    }
    if (open) {
      parts.add(range(first, last));
    }
    return String.join(", ", parts);
  }

  private static String range(int first, int last) {
    if (first == last) {
      return Integer.toString(first);
    }
    return first + (last == first + 1 ? ", " : "-") + last;
  }

  /** A counter as git writes it: the number padded to the digits of the total. */
  static String counter(int number, int total) {
    String padded = Integer.toString(number);
    int digits = Integer.toString(total).length();
    return "0".repeat(Math.max(digits - padded.length(), 0)) + padded + "/" + total;
  }
}
