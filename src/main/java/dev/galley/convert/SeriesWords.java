package dev.galley.convert;

import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often words stand in the lines of C that patches add and remove. */
final class SeriesWords {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_0-9][A-Za-z0-9_]*+");
  private static final Pattern CALLED = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*+)\\s?\\(");

  private final Map<String, Integer> added = new HashMap<>();
  private final Map<String, Integer> removed = new HashMap<>();
  private final Set<String> addedCalls = new TreeSet<>();
  private final Set<String> removedCalls = new TreeSet<>();

  private SeriesWords() {}

  static SeriesWords of(List<SeriesPatch> patches) {
    SeriesWords words = new SeriesWords();
    for (SeriesPatch patch : patches) {
      for (FileChange file : patch.diff().files()) {
        if (TreeScan.isC(file.path())) {
          file.hunks().forEach(words::count);
        }
      }
    }
    return words;
  }

  private void count(Hunk hunk) {
    for (HunkLine line : hunk.lines()) {
      if (line.isAdded()) {
        count(line.text().latin1(), added, addedCalls);
      } else if (line.isRemoved()) {
        count(line.text().latin1(), removed, removedCalls);
      }
    }
  }

  private static void count(String line, Map<String, Integer> counts, Set<String> calls) {
    Matcher words = WORD.matcher(line);
    while (words.find()) {
      counts.merge(words.group(), 1, Integer::sum);
    }
    Matcher called = CALLED.matcher(line);
    while (called.find()) {
      calls.add(called.group(1));
    }
  }

  int added(String word) {
    return added.getOrDefault(word, 0);
  }

  int removed(String word) {
    return removed.getOrDefault(word, 0);
  }

  /** Names with a parenthesis behind them in added lines. */
  Set<String> addedCalls() {
    return addedCalls;
  }

  Set<String> removedCalls() {
    return removedCalls;
  }
}
