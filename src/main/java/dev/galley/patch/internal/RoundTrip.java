package dev.galley.patch.internal;

import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.text.Bytes;
import java.util.OptionalInt;

/**
 * Proves that the parts of a diff make up the whole: without building its lines, what {@link
 * dev.galley.patch.DiffWriter} would print is compared with what was read.
 */
final class RoundTrip {

  private RoundTrip() {}

  /** The first octet that would not be printed as it was read; empty when all would. */
  static OptionalInt firstDifference(Diff diff) {
    int at = 0;
    for (FileChange file : diff.files()) {
      if (file.span().start() < at || file.headerSpan().start() != file.span().start()) {
        return OptionalInt.of(at);
      }
      at = file.headerSpan().end();
      for (Hunk hunk : file.hunks()) {
        if (hunk.span().start() < at || !isTallied(diff.bytes(), hunk)) {
          return OptionalInt.of(at);
        }
        at = hunk.span().end();
      }
      if (at > file.span().end()) {
        return OptionalInt.of(file.span().end());
      }
      at = file.span().end();
    }
    return at <= diff.bytes().length() ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /** Whether the body's lines, by their markers, are as many of each kind as the hunk says. */
  private static boolean isTallied(Bytes bytes, Hunk hunk) {
    int context = 0;
    int removed = 0;
    int added = 0;
    int at = bytes.nextLine(hunk.span().start());
    while (at < hunk.span().end()) {
      switch (bytes.at(at)) {
        case '-' -> removed++;
        case '+' -> added++;
        case ' ', '\n', '\r' -> context++;
        case '\\' -> {}
        default -> {
          return false;
        }
      }
      at = bytes.nextLine(at);
    }
    return at == hunk.span().end()
        && context == hunk.tally().context()
        && removed == hunk.tally().removed()
        && added == hunk.tally().added();
  }
}
