package dev.galley.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds patches for slots that are still empty when all that is numbered as it should be has its
 * place: a whole patch that its author sent as {@code Re: [PATCH 3/5]}, and patches without counter
 * below a cover letter that announces just as many.
 */
final class LatePatches {

  /** Answers that stand between a mail and the series that it belongs to. */
  private static final int ANCESTORS = 200;

  private final Threads threads;
  private final Map<Letter, Group> groups;

  LatePatches(Threads threads, Map<Letter, Group> groups) {
    this.threads = threads;
    this.groups = groups;
  }

  void place(List<Letter> letters) {
    for (Letter letter : letters) {
      if (!groups.containsKey(letter) && isWholePatchInReply(letter)) {
        above(letter)
            .filter(letter::isFromSenderOf)
            .map(this::groupOf)
            .filter(group -> isEmptySlot(group, letter.tag()))
            .ifPresent(
                group -> {
                  group.add(letter);
                  groups.put(letter, group);
                });
      }
    }
    for (Letter cover : List.copyOf(groups.keySet())) {
      Group group = groupOf(cover);
      if (cover.isCover() && !group.hasPatches() && group.total() > 0) {
        uncounted(cover, group, letters);
      }
    }
  }

  /** Not a proposal in an answer: that has no sign-off of its own. */
  private static boolean isWholePatchInReply(Letter letter) {
    SubjectTag tag = letter.tag();
    return tag.reply()
        && tag.looksLikePatch()
        && tag.hasCounter()
        && tag.number() > 0
        && letter.hasPatch()
        && Trailers.of(letter.mail().log()).stream()
            .anyMatch(trailer -> trailer.key().equalsIgnoreCase("Signed-off-by"));
  }

  private static boolean isEmptySlot(Group group, SubjectTag tag) {
    return group.total() == tag.total()
        && tag.number() <= group.total()
        && group.versionTag().version() == tag.version()
        && !group.has(tag.number());
  }

  private void uncounted(Letter cover, Group group, List<Letter> letters) {
    List<Letter> below = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Letter letter : letters) {
      if (letter.isSingle()
          && !groups.containsKey(letter)
          && letter.isFromSenderOf(cover)
          && above(letter).filter(found -> groupOf(found) == group).isPresent()
          && (letter.id().isEmpty() || seen.add(letter.id()))) {
        below.add(letter);
      }
    }
    if (below.size() != group.total()) {
      return;
    }
    below.sort(Comparator.comparingLong(Letter::time).thenComparing(Letter::index));
    int number = 1;
    for (Letter letter : below) {
      group.replace(number, letter);
      groups.put(letter, group);
      number++;
    }
  }

  private Group groupOf(Letter letter) {
    Group group = groups.get(letter);
    if (group == null) {
      throw new AssertionError("no group for mail " + letter.index());
    }
    return group.current();
  }

  /** The nearest mail above that has a place in a series. */
  private Optional<Letter> above(Letter letter) {
    Optional<Threads.Node> node = threads.nodeOf(letter).parent();
    for (int steps = 0; steps < ANCESTORS && node.isPresent(); steps++) {
      for (Letter above : node.get().firstLetters()) {
        if (groups.containsKey(above)) {
          return Optional.of(above);
        }
      }
      node = node.get().parent();
    }
    return Optional.empty();
  }
}
