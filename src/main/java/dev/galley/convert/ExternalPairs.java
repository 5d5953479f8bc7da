package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which external declarations of two versions of a file are the same one.
 *
 * <p>By kind and name; where a name is given several times, equal texts first, then equal
 * conditions, then the order. A name that is left alone on each side between the same neighbours is
 * one that was renamed, where most of its words are the same.
 */
final class ExternalPairs {

  /** One declaration before and after; not both are empty. */
  record Pair(Optional<External> before, Optional<External> after) {}

  private record Key(String what, String name) {}

  private static final int HALF = 50;

  /** In a gap with more that lost their partner nobody can tell which was renamed to which. */
  private static final int MOST_CANDIDATES = 20;

  private final Optional<CFile> before;
  private final Optional<CFile> after;
  private final List<External> old;
  private final List<External> now;
  private final IdentityHashMap<External, External> oldOf = new IdentityHashMap<>();
  private final IdentityHashMap<External, External> nowOf = new IdentityHashMap<>();

  private ExternalPairs(Optional<CFile> before, Optional<CFile> after) {
    this.before = before;
    this.after = after;
    this.old = before.map(ExternalPairs::externals).orElse(List.of());
    this.now = after.map(ExternalPairs::externals).orElse(List.of());
  }

  /** The pairs whose octets differ, in the order of the files. */
  static List<Pair> of(Optional<CFile> before, Optional<CFile> after) {
    ExternalPairs pairs = new ExternalPairs(before, after);
    pairs.byName();
    pairs.byPlace();
    return pairs.changed();
  }

  /** All of a file but its includes, and the macros that are defined amid others. */
  private static List<External> externals(CFile file) {
    List<External> all = new ArrayList<>();
    for (External external : file.outline().externals()) {
      if (external.what() != External.What.INCLUDE) {
        all.add(external);
        all.addAll(file.outline().definesInside(external));
      }
    }
    return all;
  }

  private void byName() {
    Map<Key, List<External>> named = group(old);
    group(now)
        .forEach(
            (key, later) -> {
              List<External> earlier = new ArrayList<>(named.getOrDefault(key, List.of()));
              List<External> open = new ArrayList<>(later);
              match(earlier, open, this::isSameText);
              match(earlier, open, this::isSameCondition);
              match(earlier, open, (one, other) -> true);
            });
  }

  private static Map<Key, List<External>> group(List<External> externals) {
    Map<Key, List<External>> groups = new LinkedHashMap<>();
    for (External external : externals) {
      groups.computeIfAbsent(key(external), each -> new ArrayList<>(1)).add(external);
    }
    return groups;
  }

  private static Key key(External external) {
    return new Key(external.what().name(), external.name());
  }

  private interface Likeness {
    boolean isLike(External before, External after);
  }

  private void match(List<External> earlier, List<External> later, Likeness likeness) {
    for (External after : List.copyOf(later)) {
      earlier.stream()
          .filter(each -> likeness.isLike(each, after))
          .findFirst()
          .ifPresent(
              found -> {
                pair(found, after);
                earlier.remove(found);
                later.remove(after);
              });
    }
  }

  private void pair(External earlier, External later) {
    oldOf.put(later, earlier);
    nowOf.put(earlier, later);
  }

  private boolean isSameText(External earlier, External later) {
    return text(before, earlier).equals(text(after, later));
  }

  private boolean isSameCondition(External earlier, External later) {
    return conditions(before, earlier).equals(conditions(after, later));
  }

  private static Bytes text(Optional<CFile> file, External external) {
    return file.map(each -> each.bytes().slice(external.span())).orElse(Bytes.EMPTY);
  }

  private static List<String> conditions(Optional<CFile> file, External external) {
    return file.map(each -> WholeFile.conditions(each, external.span().start())).orElse(List.of());
  }

  /** Pairs what has no partner and stands in the same gap between declarations that have one. */
  private void byPlace() {
    Map<Integer, List<External>> gaps = new LinkedHashMap<>();
    IdentityHashMap<External, Integer> places = places(now);
    int gap = -1;
    for (External external : old) {
      External partner = nowOf.get(external);
      if (partner != null) {
        gap = places.getOrDefault(partner, -1);
      } else {
        gaps.computeIfAbsent(gap, each -> new ArrayList<>(1)).add(external);
      }
    }
    gap = -1;
    for (int i = 0; i < now.size(); i++) {
      External external = now.get(i);
      if (oldOf.containsKey(external)) {
        gap = i;
        continue;
      }
      List<External> candidates = gaps.getOrDefault(gap, List.of());
      if (candidates.size() > MOST_CANDIDATES) {
        continue;
      }
      candidates.stream()
          .filter(each -> each.what() == external.what() && likeness(each, external) >= HALF)
          .max(Comparator.comparingInt(each -> likeness(each, external)))
          .ifPresent(
              found -> {
                pair(found, external);
                candidates.remove(found);
              });
    }
  }

  private static IdentityHashMap<External, Integer> places(List<External> externals) {
    IdentityHashMap<External, Integer> places = new IdentityHashMap<>();
    for (External external : externals) {
      places.put(external, places.size());
    }
    return places;
  }

  private int likeness(External earlier, External later) {
    return Likelihood.percent(text(before, earlier), text(after, later));
  }

  private List<Pair> changed() {
    List<Pair> pairs = new ArrayList<>();
    IdentityHashMap<External, Integer> places = places(old);
    int next = 0;
    for (External later : now) {
      External earlier = oldOf.get(later);
      if (earlier == null) {
        pairs.add(new Pair(Optional.empty(), Optional.of(later)));
        continue;
      }
      next = gone(next, places.getOrDefault(earlier, next), pairs);
      if (!isSameText(earlier, later)) {
        pairs.add(new Pair(Optional.of(earlier), Optional.of(later)));
      }
    }
    gone(next, old.size(), pairs);
    return pairs;
  }

  /** Adds what is no longer there between two places; where to go on. */
  private int gone(int from, int to, List<Pair> pairs) {
    for (int i = from; i < to; i++) {
      if (!nowOf.containsKey(old.get(i))) {
        pairs.add(new Pair(Optional.of(old.get(i)), Optional.empty()));
      }
    }
    return Math.max(from, to);
  }
}
