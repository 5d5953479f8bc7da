package dev.galley.series;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts small groups right that answer a larger one of the same sender: patches whose version or
 * total differs from their cover letter's by mistake, single patches that were resent, and new
 * versions of single patches.
 */
final class Regrouping {

  /** Answers that stand between a mail and the patch that it belongs to. */
  private static final int ANCESTORS = 200;

  private final Threads threads;
  private final Map<Letter, Group> groups;

  Regrouping(Threads threads, Map<Letter, Group> groups) {
    this.threads = threads;
    this.groups = groups;
  }

  /** Joins what belongs together; singles that replace a patch get that patch's group. */
  void run(List<Letter> singles) {
    List<Group> all = groups.values().stream().map(Group::current).distinct().toList();
    for (Group group : all) {
      if (group == group.current() && !group.hasCover()) {
        above(group.head()).ifPresent(letter -> regroup(group, letter));
      }
    }
    for (Letter single : singles) {
      above(single)
          .filter(patch -> isNewVersion(single, patch))
          .ifPresent(
              patch -> {
                Group group = groupOf(patch);
                group.replace(patch.number(), single);
                groups.put(single, group);
              });
    }
  }

  private Group groupOf(Letter letter) {
    Group group = groups.get(letter);
    if (group == null) {
      throw new AssertionError("no group for mail " + letter.index());
    }
    return group.current();
  }

  /** The nearest mail above, of another group and the same sender. */
  private Optional<Letter> above(Letter letter) {
    Group own = groups.get(letter);
    Optional<Threads.Node> node = threads.nodeOf(letter).parent();
    for (int steps = 0; steps < ANCESTORS && node.isPresent(); steps++) {
      for (Letter above : node.get().firstLetters()) {
        if (above.isOfSeries() && (own == null || groupOf(above) != own.current())) {
          return Optional.of(above).filter(letter::isFromSenderOf);
        }
      }
      node = node.get().parent();
    }
    return Optional.empty();
  }

  private void regroup(Group group, Letter above) {
    Group upper = groupOf(above);
    if (isForLonelyLetter(upper, above)
        || hasOtherTotal(group, upper)
        || isPartlyResent(group, upper)) {
      upper.absorb(group);
    } else if (isReplacement(group, upper)) {
      group
          .byNumber()
          .forEach((number, letters) -> letters.forEach(newer -> upper.replace(number, newer)));
      group.dissolveInto(upper);
    }
  }

  /** A cover letter says another version or total than its patches. */
  private static boolean isForLonelyLetter(Group upper, Letter above) {
    return above.isCover() && !upper.hasPatches();
  }

  private static boolean hasOtherTotal(Group group, Group upper) {
    Group.Signature mine = group.signature();
    Group.Signature other = upper.signature();
    return mine.version() == other.version()
        && mine.minor() == other.minor()
        && mine.resend() == other.resend()
        && mine.total() != other.total()
        && !group.isFull()
        && !upper.isFull()
        && group.isDisjointFrom(upper);
  }

  private static boolean isPartlyResent(Group group, Group upper) {
    Group.Signature mine = group.signature();
    Group.Signature other = upper.signature();
    return mine.resend()
        && !other.resend()
        && mine.version() == other.version()
        && mine.total() == other.total()
        && !group.isFull()
        && group.size() < upper.size();
  }

  /** Every mail is a newer version of the patch it answers, and they are no whole series. */
  private boolean isReplacement(Group group, Group upper) {
    if (group.isFull() || group.signature().total() != upper.signature().total()) {
      return false;
    }
    for (Letter letter : group.letters()) {
      Optional<Letter> above = above(letter).filter(patch -> groupOf(patch) == upper);
      if (above.isEmpty() || !replaces(letter, above.get(), group, upper)) {
        return false;
      }
    }
    return true;
  }

  private static boolean replaces(Letter letter, Letter above, Group group, Group upper) {
    if (!isNewer(letter.tag(), above.tag())) {
      return false;
    }
    boolean corrects = letter.tag().minor() > 0 && letter.tag().version() == above.tag().version();
    boolean fewUnderTheLetter = above.isCover() && group.size() * 2 < upper.size();
    return letter.number() == above.number() || corrects || fewUnderTheLetter;
  }

  private static boolean isNewer(SubjectTag tag, SubjectTag older) {
    return tag.version() > older.version()
        || (tag.version() == older.version() && tag.minor() > older.minor());
  }

  private static boolean isNewVersion(Letter single, Letter patch) {
    return patch.number() > 0
        && isNewer(single.tag(), patch.tag())
        && Titles.key(single.tag().title()).equals(Titles.key(patch.tag().title()));
  }
}
