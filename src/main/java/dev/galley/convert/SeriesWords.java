package dev.galley.convert;

import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often words stand in the lines of C that patches add and remove. */
final class SeriesWords {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_0-9][A-Za-z0-9_]*+");
  private static final Pattern CALLED = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*+)\\s?\\(");

  private static final Pattern DEFINE = Pattern.compile("\\s*#\\s*define\\b");

  private final Map<String, Integer> added = new HashMap<>();
  private final Map<String, Integer> removed = new HashMap<>();
  private final Map<String, Integer> addedCalls = new TreeMap<>();
  private final Map<String, Integer> removedCalls = new TreeMap<>();
  private final List<HunkWords> hunks = new ArrayList<>();

  /** The words of one hunk; of its added lines those of definitions of macros left out. */
  private record HunkWords(Set<String> removed, Set<String> added) {}

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
    HunkWords own = new HunkWords(new HashSet<>(), new HashSet<>());
    for (HunkLine line : hunk.lines()) {
      String text = line.text().latin1();
      if (line.isAdded()) {
        count(text, added, addedCalls, DEFINE.matcher(text).lookingAt() ? Set.of() : own.added());
      } else if (line.isRemoved()) {
        count(text, removed, removedCalls, own.removed());
      }
    }
    hunks.add(own);
  }

  private static void count(
      String line, Map<String, Integer> counts, Map<String, Integer> calls, Set<String> own) {
    Matcher words = WORD.matcher(line);
    while (words.find()) {
      counts.merge(words.group(), 1, Integer::sum);
      if (own instanceof HashSet<String> open) {
        open.add(words.group());
      }
    }
    Matcher called = CALLED.matcher(line);
    while (called.find()) {
      calls.merge(called.group(1), 1, Integer::sum);
    }
  }

  /** Whether one hunk removes some words and adds a name outside of a definition. */
  boolean isPutIn(String name, Set<String> forWords) {
    return hunks.stream()
        .anyMatch(hunk -> hunk.added().contains(name) && hunk.removed().containsAll(forWords));
  }

  /** A number as a hunk removes it that adds a name for it. */
  Optional<String> numberFor(String name, BigInteger value) {
    return hunks.stream()
        .filter(hunk -> hunk.added().contains(name))
        .flatMap(hunk -> hunk.removed().stream().sorted())
        .filter(word -> NamedNumber.ofWord(word).filter(value::equals).isPresent())
        .findFirst();
  }

  /** How often a name with a parenthesis behind it is added. */
  int addedCalls(String name) {
    return addedCalls.getOrDefault(name, 0);
  }

  int added(String word) {
    return added.getOrDefault(word, 0);
  }

  int removed(String word) {
    return removed.getOrDefault(word, 0);
  }

  /** Names with a parenthesis behind them in added lines. */
  Set<String> addedCalls() {
    return addedCalls.keySet();
  }

  Set<String> removedCalls() {
    return removedCalls.keySet();
  }
}
