package dev.galley.series;

import dev.galley.mail.PatchMail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every other mail of a thread to the series it answers, and gathers trailers from it. */
final class Answers {

  /** The patch that a mail is below of. */
  private record Target(Group group, int number) {}

  /** What was gathered for one series. */
  record Gathered(List<PatchMail> replies, List<CollectedTrailer> trailers) {
    Gathered() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Threads threads;
  private final Map<Threads.Node, Optional<Target>> targets = new HashMap<>();
  private final Map<String, Target> bySubject = new HashMap<>();
  private final Map<Threads.Node, Group> ofTree = new HashMap<>();
  private final Map<Group, Gathered> gathered = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * @param groups of the mails that are in a series
   */
  Answers(Threads threads, Map<Letter, Group> groups) {
    this.threads = threads;
    groups.forEach(
        (letter, group) -> {
          Threads.Node node = threads.nodeOf(letter);
          Target target = new Target(group, group.numberOf(letter));
          targets.putIfAbsent(node, Optional.of(target));
          bySubject.putIfAbsent(subjectKey(letter.tag()), target);
          ofTree.putIfAbsent(node.tree(), group);
        });
  }

  Gathered of(Group group) {
    return gathered.getOrDefault(group, new Gathered());
  }

  /**
   * Takes a mail that is in no series.
   *
   * @return whether it belongs to one: it answers a mail of it, has its subject, or is in its
   *     thread
   */
  boolean take(Letter letter) {
    Optional<Target> target = targetAbove(letter);
    if (target.isEmpty() && letter.tag().reply()) {
      target = Optional.ofNullable(bySubject.get(subjectKey(letter.tag())));
    }
    Optional<Group> group =
        target
            .map(Target::group)
            .or(() -> Optional.ofNullable(ofTree.get(threads.nodeOf(letter).tree())));
    if (group.isEmpty()) {
      return false;
    }
    if (!letter.id().isEmpty() && !seen.add(letter.id() + "\n" + letter.mail().text().hashCode())) {
      return true;
    }
    Gathered of = gathered.computeIfAbsent(group.get(), key -> new Gathered());
    of.replies().add(letter.mail());
    target.ifPresent(to -> collect(letter.mail(), to.number(), of.trailers()));
    return true;
  }

  private static void collect(PatchMail mail, int number, List<CollectedTrailer> trailers) {
    for (Trailer trailer : Trailers.inReply(mail.text())) {
      trailers.add(
          new CollectedTrailer(
              trailer, number, mail.senderName(), mail.senderEmail(), mail.messageId()));
    }
  }

  /** The nearest mail of a series above; remembered for all nodes on the way. */
  private Optional<Target> targetAbove(Letter letter) {
    List<Threads.Node> way = new ArrayList<>();
    Optional<Threads.Node> at = Optional.of(threads.nodeOf(letter));
    Optional<Target> found = Optional.empty();
    while (at.isPresent()) {
      Optional<Target> known = targets.get(at.get());
      if (known != null) {
        found = known;
        break;
      }
      way.add(at.get());
      at = at.get().parent();
    }
    Optional<Target> result = found;
    way.forEach(node -> targets.put(node, result));
    return result;
  }

  private static String subjectKey(SubjectTag tag) {
    return tag.versionLabel()
        + " "
        + tag.number()
        + "/"
        + tag.total()
        + " "
        + Titles.key(tag.title());
  }
}
