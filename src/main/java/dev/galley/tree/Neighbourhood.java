package dev.galley.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the place that resembles a pre-image most.
 *
 * <p>Lines that both sides have vote for the shift between them, rare lines with more weight; the
 * shifts with most votes are then aligned line by line.
 */
final class Neighbourhood {

  /** Occurrences of one line that may vote. */
  private static final int MAX_OCCURRENCES = 64;

  private static final int MAX_CANDIDATES = 8;

  private Neighbourhood() {}

  static Alignment search(Image image, List<OldLine> old, int expected)
      throws Image.TooCostlyException {
    image.spend(image.count() + (long) old.size());
    long[] keys = new long[image.count()];
    Map<Long, List<Integer>> places = new HashMap<>();
    old.forEach(line -> places.put(line.key(), new ArrayList<>()));
    for (int i = 0; i < keys.length; i++) {
      keys[i] = OldLine.key(image.line(i));
      List<Integer> place = places.get(keys[i]);
      if (place != null && keys[i] != OldLine.BLANK) {
        place.add(i);
      }
    }
    Alignment best = Alignment.NONE;
    for (int shift : candidates(old, places, expected)) {
      Alignment alignment = Aligner.align(image, keys, old, shift);
      if (alignment.score() > best.score()) {
        best = alignment;
      }
    }
    return best;
  }

  /** Shifts between pre-image and file, most votes first, nearer before farther. */
  private static List<Integer> candidates(
      List<OldLine> old, Map<Long, List<Integer>> places, int expected) {
    Map<Integer, Double> votes = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      OldLine line = old.get(i);
      List<Integer> found = places.getOrDefault(line.key(), List.of());
      double weight = (line.telling() ? 1.0 : 0.1) / Math.max(found.size(), 1);
      int wanted = expected + i;
      List<Integer> near =
          found.size() <= MAX_OCCURRENCES
              ? found
              : found.stream()
                  .sorted(Comparator.comparingInt(place -> Math.abs(place - wanted)))
                  .limit(MAX_OCCURRENCES)
                  .toList();
      for (int place : near) {
        votes.merge(place - i, weight, Double::sum);
      }
    }
    return votes.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Double>>comparingDouble(vote -> -vote.getValue())
                .thenComparingInt(vote -> Math.abs(vote.getKey() - expected))
                .thenComparingInt(Map.Entry::getKey))
        .limit(MAX_CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
