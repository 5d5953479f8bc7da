package dev.galley.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Mails that are taken for one version of one series, while it is put together. */
final class Group {

  /** What the subjects of one posting have in common. */
  record Signature(int version, int minor, int total, boolean resend) {
    static Signature of(SubjectTag tag) {
      return new Signature(tag.version(), tag.minor(), tag.total(), tag.isResend());
    }
  }

  /** Mails by number, 0 is the cover letter; that which arrived first is the first. */
  private final NavigableMap<Integer, List<Letter>> byNumber = new TreeMap<>();

  /** Mails of an earlier posting that one of this group stands in for, by number. */
  private final Map<Integer, Letter> replaced = new HashMap<>();

  private int letterCount;
  private Group up = this;

  Group(Letter first) {
    add(first);
  }

  void add(Letter letter) {
    byNumber.computeIfAbsent(letter.number(), number -> new ArrayList<>()).add(letter);
    letterCount++;
  }

  /** The group that this one became a part of; itself as long as it did not. */
  Group current() {
    Group at = this;
    while (at.up != at) {
      at.up = at.up.up;
      at = at.up;
    }
    return at;
  }

  /** Takes in the mails of another group. */
  void absorb(Group other) {
    other.byNumber.forEach(
        (number, letters) -> {
          List<Letter> mine = byNumber.computeIfAbsent(number, key -> new ArrayList<>());
          mine.addAll(letters);
          int theirs = mine.size() - letters.size();
          if (mine.get(theirs).index() < mine.get(0).index()) {
            Collections.swap(mine, 0, theirs);
          }
        });
    replaced.putAll(other.replaced);
    letterCount += other.letterCount;
    other.up = this;
  }

  /** Puts a newer mail in the place of a patch. */
  void replace(int number, Letter newer) {
    List<Letter> letters = byNumber.computeIfAbsent(number, key -> new ArrayList<>());
    if (!letters.isEmpty()) {
      replaced.put(number, letters.get(0));
    }
    letters.add(0, newer);
    letterCount++;
  }

  /** Marks a group whose mails have all found a place in another. */
  void dissolveInto(Group other) {
    up = other;
  }

  /** The mail that a newer one stands in for. */
  Optional<Letter> replaced(int number) {
    return Optional.ofNullable(replaced.get(number));
  }

  NavigableMap<Integer, List<Letter>> byNumber() {
    return byNumber;
  }

  List<Letter> letters() {
    return byNumber.values().stream().flatMap(List::stream).toList();
  }

  int letterCount() {
    return letterCount;
  }

  int size() {
    return byNumber.size();
  }

  boolean has(int number) {
    return byNumber.containsKey(number);
  }

  boolean hasCover() {
    return has(0);
  }

  boolean hasPatches() {
    return byNumber.lastKey() > 0;
  }

  /** The cover letter, else the patch with the lowest number. */
  Letter head() {
    return byNumber.firstEntry().getValue().get(0);
  }

  Signature signature() {
    return Signature.of(head().tag());
  }

  /** The version most of its mails say; the cover letter's when it is newer. */
  SubjectTag versionTag() {
    SubjectTag head = head().tag();
    if (!hasCover() || !hasPatches()) {
      return head;
    }
    SubjectTag patch = byNumber.tailMap(1, true).values().iterator().next().get(0).tag();
    return patch.version() > head.version() ? patch : head;
  }

  /** The total that most of its patches say, the greater of two equals; -1 when nobody says. */
  int total() {
    Map<Integer, Long> votes =
        letters().stream()
            .map(letter -> letter.tag().total())
            .filter(total -> total >= 0)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    int best = -1;
    for (Map.Entry<Integer, Long> vote : votes.entrySet()) {
      long ofBest = votes.getOrDefault(best, 0L);
      if (vote.getValue() > ofBest || (vote.getValue() == ofBest && vote.getKey() > best)) {
        best = vote.getKey();
      }
    }
    return best;
  }

  /** Whether every number up to the total is there. */
  boolean isFull() {
    int total = total();
    return total > 0 && byNumber.subMap(1, true, total, true).size() == total;
  }

  /** Whether a number of the other group is taken here by a mail with other content. */
  boolean conflictsWith(Group other) {
    Group small = size() <= other.size() ? this : other;
    Group large = small == this ? other : this;
    for (Map.Entry<Integer, List<Letter>> entry : small.byNumber.entrySet()) {
      List<Letter> there = large.byNumber.get(entry.getKey());
      if (there != null && !isCopy(entry.getValue().get(0), there.get(0))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCopy(Letter one, Letter other) {
    return (one.id().equals(other.id()) && !one.id().isEmpty()) || one.hasSameContentAs(other);
  }

  /** Whether they have no number in common. */
  boolean isDisjointFrom(Group other) {
    Group small = size() <= other.size() ? this : other;
    Group large = small == this ? other : this;
    return small.byNumber.keySet().stream().noneMatch(large.byNumber::containsKey);
  }
}
