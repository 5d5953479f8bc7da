package dev.galley.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which numbered mails are one posting of one series.
 *
 * <p>In this order, the strongest evidence first: copies of one mail; a patch below a mail of the
 * same version and total; two such patches with the same parent; the same sender, version and total
 * without any threading, sent within a day. What then stands alone below another posting is a
 * replacement of one of its patches ({@link Regrouping}).
 */
final class Grouping {

  /** Answers that stand between a patch and the mail of its series that it is below of. */
  private static final int ANCESTORS = 200;

  /** Series are sent in minutes; a slow or broken mail server may hold a part back for hours. */
  private static final long DAY = 24L * 60 * 60;

  private record SiblingKey(Threads.Node parent, Group.Signature signature) {}

  private record SenderKey(String sender, Group.Signature signature) {}

  private final Threads threads;
  private final List<Letter> numbered;
  private final Map<Letter, Group> groups = new LinkedHashMap<>();

  private Grouping(List<Letter> letters, Threads threads) {
    this.threads = threads;
    this.numbered = letters.stream().filter(Letter::isOfSeries).toList();
  }

  /** The group of every cover letter and numbered patch, and of singles that replace one. */
  static Map<Letter, Group> of(List<Letter> letters, Threads threads) {
    Grouping grouping = new Grouping(letters, threads);
    grouping.firstCopies();
    grouping.byAncestor();
    grouping.bySibling();
    grouping.bySender();
    List<Letter> singles = letters.stream().filter(Letter::isSingle).toList();
    new Regrouping(threads, grouping.groups).run(singles);
    Map<Letter, Group> result = new LinkedHashMap<>();
    grouping.groups.forEach((letter, group) -> result.put(letter, group.current()));
    return result;
  }

  private Group groupOf(Letter letter) {
    Group group = groups.get(letter);
    if (group == null) {
      throw new AssertionError("no group for mail " + letter.index());
    }
    return group.current();
  }

  private void join(Group one, Group other) {
    Group to = one.current();
    Group from = other.current();
    if (to != from) {
      boolean keep = to.letterCount() >= from.letterCount();
      (keep ? to : from).absorb(keep ? from : to);
    }
  }

  /** Copies with one Message-ID and one number are of one group from the start. */
  private void firstCopies() {
    Map<String, Group> known = new HashMap<>();
    for (Letter letter : numbered) {
      String key = letter.id() + "\n" + letter.number() + "\n" + letter.tag().versionLabel();
      Group copyOf = letter.id().isEmpty() ? null : known.get(key);
      if (copyOf == null) {
        Group group = new Group(letter);
        groups.put(letter, group);
        known.put(key, group);
      } else {
        copyOf.add(letter);
        groups.put(letter, copyOf);
      }
    }
  }

  private void byAncestor() {
    for (Letter letter : numbered) {
      if (!letter.isCover()) {
        ancestor(letter)
            .map(this::groupOf)
            .filter(group -> fits(group, letter))
            .ifPresent(group -> join(group, groupOf(letter)));
      }
    }
  }

  /** The nearest mail above with the same version and total. */
  private Optional<Letter> ancestor(Letter letter) {
    Group.Signature signature = Group.Signature.of(letter.tag());
    Optional<Threads.Node> node = threads.nodeOf(letter).parent();
    for (int steps = 0; steps < ANCESTORS && node.isPresent(); steps++) {
      for (Letter above : node.get().firstLetters()) {
        if (above.isOfSeries() && Group.Signature.of(above.tag()).equals(signature)) {
          return Optional.of(above);
        }
      }
      node = node.get().parent();
    }
    return Optional.empty();
  }

  /**
   * A second, different number may be a mistake of the sender's, but the first patch begins a new
   * posting, and so does somebody else's.
   */
  private boolean fits(Group group, Letter letter) {
    Group own = groupOf(letter);
    if (group == own || !group.conflictsWith(own)) {
      return true;
    }
    boolean beginsAnew = own.hasCover() || (letter.number() == 1 && !group.hasCover());
    return !beginsAnew && letter.isFromSenderOf(group.head());
  }

  /** Answers to one mail that may itself be missing, or be of an older version. */
  private void bySibling() {
    Map<SiblingKey, Group> known = new HashMap<>();
    for (Letter letter : numbered) {
      Threads.Node parent = threads.nodeOf(letter).parent().orElse(null);
      if (parent == null) {
        continue;
      }
      SiblingKey key = new SiblingKey(parent, Group.Signature.of(letter.tag()));
      Group own = groupOf(letter);
      Group sibling = known.putIfAbsent(key, own);
      if (sibling != null && sibling.current() != own && !sibling.current().conflictsWith(own)) {
        join(sibling, own);
      }
    }
  }

  /** What the sender did not thread, or threaded only by an older version's mails. */
  private void bySender() {
    Map<SenderKey, List<Group>> bySender = new LinkedHashMap<>();
    for (Group group : distinct()) {
      if (!group.isFull()) {
        String sender = group.head().mail().senderEmail();
        bySender
            .computeIfAbsent(new SenderKey(sender, group.signature()), key -> new ArrayList<>())
            .add(group);
      }
    }
    bySender.values().forEach(this::joinLoose);
  }

  private void joinLoose(List<Group> candidates) {
    Map<Threads.Node, List<Group>> inTree = new LinkedHashMap<>();
    for (Group group : candidates) {
      Threads.Node tree = threads.nodeOf(group.head()).tree();
      inTree.computeIfAbsent(tree, key -> new ArrayList<>()).add(group);
    }
    for (List<Group> groups : inTree.values()) {
      Group last = groups.get(0);
      for (Group group : groups.subList(1, groups.size())) {
        last = joinIfDisjoint(last, group);
      }
    }
    List<Group> rest =
        candidates.stream()
            .map(Group::current)
            .distinct()
            .sorted(
                Comparator.comparingLong((Group group) -> group.head().time())
                    .thenComparing(group -> group.head().index()))
            .toList();
    joinUnthreaded(rest);
  }

  /** Those that answer nobody join the posting nearest before them in time that lacks them. */
  private void joinUnthreaded(List<Group> byTime) {
    Optional<Group> last = Optional.empty();
    for (Group group : byTime) {
      Optional<Group> fitting = last.map(Group::current).filter(before -> takes(before, group));
      fitting.ifPresent(before -> join(before, group));
      last = fitting.or(() -> Optional.of(group));
    }
  }

  private boolean takes(Group before, Group group) {
    boolean near = group.head().time() - before.head().time() <= DAY;
    boolean loose = !threads.isAnswer(group.head()) || isLetterAlone(before);
    return before != group && near && loose && !group.isFull() && before.isDisjointFrom(group);
  }

  /** A cover letter whose Message-ID a mail server changed on the way, so that none answers it. */
  private static boolean isLetterAlone(Group group) {
    return group.hasCover() && !group.hasPatches();
  }

  private Group joinIfDisjoint(Group one, Group other) {
    if (one.current() != other.current() && one.current().isDisjointFrom(other.current())) {
      join(one, other);
      return one.current();
    }
    return other;
  }

  private Collection<Group> distinct() {
    return groups.values().stream().map(Group::current).distinct().toList();
  }
}
