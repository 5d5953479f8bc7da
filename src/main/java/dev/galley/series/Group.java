package dev.galley.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

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

  /** The number of those whose subject does not say it. */
  private final Map<Letter, Integer> placed = new HashMap<>();

  /** How many mails announce a total. */
  private final Map<Integer, Integer> votes = new HashMap<>();

  private int total = -1;
  private int letterCount;
  private Optional<Boolean> full = Optional.empty();
  private Group up = this;

  Group(Letter first) {
    add(first);
  }

  void add(Letter letter) {
    byNumber.computeIfAbsent(letter.number(), number -> new ArrayList<>()).add(letter);
    count(letter);
  }

  private void count(Letter letter) {
    letterCount++;
    vote(letter.tag().total(), 1);
  }

  /** Most votes win, the greater of two equals. */
  private void vote(int said, int voters) {
    full = Optional.empty();
    if (said >= 0) {
      int now = votes.merge(said, voters, Integer::sum);
      int best = votes.getOrDefault(total, 0);
      if (now > best || (now == best && said > total)) {
        total = said;
      }
    }
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
    placed.putAll(other.placed);
    letterCount += other.letterCount;
    other.votes.forEach(this::vote);
    other.up = this;
  }

  /** Puts a newer mail in the place of a patch. */
  void replace(int number, Letter newer) {
    List<Letter> letters = byNumber.computeIfAbsent(number, key -> new ArrayList<>());
    if (!letters.isEmpty()) {
      replaced.put(number, letters.get(0));
    }
    letters.add(0, newer);
    placed.put(newer, number);
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

  /** The total that most of its mails say, the greater of two equals; -1 when nobody says. */
  int total() {
    return total;
  }

  /** Whether every number up to the total is there. */
  boolean isFull() {
    boolean is =
        full.orElseGet(
            () ->
                total > 0
                    && byNumber.size() >= total
                    && byNumber.subMap(1, true, total, true).size() == total);
    full = Optional.of(is);
    return is;
  }

  /** The number that a mail of the group has in it. */
  int numberOf(Letter letter) {
    return placed.getOrDefault(letter, letter.number());
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
