package dev.galley.check.convert;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import java.util.HashSet;
import java.util.Set;

/** What the mails of a series show of the tree before it. */
final class OldLines {

  private OldLines() {}

  /**
   * Whether a word stands in context or removed lines of the first patches that no patch of the
   * series put there: then the tree had it before.
   */
  static boolean mention(Series series, String word, int upTo) {
    Set<String> own = new HashSet<>();
    for (SeriesPatch patch : series.patches()) {
      if (patch.number() > upTo) {
        return false;
      }
      Set<String> added = new HashSet<>();
      for (FileChange file : patch.diff().files()) {
        for (Hunk hunk : file.hunks()) {
          if (hasOld(hunk, word, own, added)) {
            return true;
          }
        }
      }
      own.addAll(added);
    }
    return false;
  }

  private static boolean hasOld(Hunk hunk, String word, Set<String> own, Set<String> added) {
    for (HunkLine line : hunk.lines()) {
      String text = line.text().latin1().strip();
      if (contains(text, word)) {
        if (line.isAdded()) {
          added.add(text);
        } else if (!own.contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean contains(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !isWord(text.charAt(at - 1)))
          && (end == text.length() || !isWord(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
