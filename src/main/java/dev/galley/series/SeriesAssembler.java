package dev.galley.series;

import dev.galley.mail.PatchMail;
import dev.galley.patch.DiffReader;
import dev.galley.text.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Picks the series out of a heap of mails.
 *
 * <p>The order of the mails does not matter, except that of two copies the first is reviewed.
 * Threads are followed by Message-ID; subjects say version and number; what the two do not agree on
 * is remarked. Time is nearly linear in the size of the mails.
 */
public final class SeriesAssembler {

  private final Limits limits;
  private final List<Letter> letters = new ArrayList<>();

  private SeriesAssembler(List<PatchMail> mails, Limits limits) {
    this.limits = limits;
    for (PatchMail mail : mails) {
      letters.add(
          new Letter(
              letters.size(),
              mail,
              SubjectTags.read(mail.taggedSubject()),
              DiffReader.read(mail.patch(), limits),
              MailDates.seconds(mail.date())));
    }
  }

  /**
   * Assembles everything that is in the mails; never fails.
   *
   * @param mails in order of arrival
   */
  public static SeriesSet assemble(List<PatchMail> mails, Limits limits) {
    return new SeriesAssembler(mails, limits).run();
  }

  private SeriesSet run() {
    Threads threads = new Threads(letters);
    Map<Letter, Group> groups = new LinkedHashMap<>(Grouping.of(letters, threads));
    new LatePatches(threads, groups).place(letters);
    addSingles(groups);
    Set<Group> pulls = new HashSet<>(groups.values());
    pulls.removeIf(group -> !isPullRequest(group));
    groups.values().removeAll(pulls);

    Answers answers = new Answers(threads, groups);
    List<PatchMail> unrelated = new ArrayList<>();
    for (Letter letter : letters) {
      if (!groups.containsKey(letter) && !answers.take(letter)) {
        unrelated.add(letter.mail());
      }
    }

    SeriesBuilder builder = new SeriesBuilder(limits, threads);
    Collection<Group> distinct = new LinkedHashSet<>(groups.values());
    List<Families.Member> members = new ArrayList<>();
    for (Group group : distinct) {
      Answers.Gathered gathered = answers.of(group);
      Series series = builder.of(group).withAnswers(gathered.replies(), gathered.trailers());
      members.add(new Families.Member(group, series));
    }
    return new SeriesSet(new Families(members, threads).inOrder(), unrelated);
  }

  /** Patches without counter are a series each; copies of one are together. */
  private void addSingles(Map<Letter, Group> groups) {
    Map<String, Letter> known = new HashMap<>();
    for (Letter letter : letters) {
      if (letter.isSingle() && !groups.containsKey(letter)) {
        String key =
            letter.mail().senderEmail()
                + "\n"
                + letter.tag().versionLabel()
                + "\n"
                + letter.tag().isResend()
                + "\n"
                + letter.tag().title();
        Optional<Letter> copyOf =
            Optional.ofNullable(known.putIfAbsent(key, letter))
                .filter(first -> first.hasSameContentAs(letter));
        Group group = copyOf.map(groups::get).orElseGet(() -> new Group(letter));
        if (copyOf.isPresent()) {
          group.add(letter);
        }
        groups.put(letter, group);
      }
    }
  }

  private static boolean isPullRequest(Group group) {
    return group.letters().stream().allMatch(letter -> letter.tag().isPull() && !letter.hasPatch());
  }
}
