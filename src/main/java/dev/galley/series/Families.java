package dev.galley.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the versions of one series among many, and puts all in order.
 *
 * <p>Two postings are versions of one series when they have the same {@code change-id}, the same
 * sender and title, or the same sender and thread while their versions differ.
 */
final class Families {

  /** A series with the mails it was made of. */
  record Member(Group group, Series series) {

    String sender() {
      return group.head().mail().senderEmail();
    }

    long time() {
      return group.head().time();
    }

    int arrival() {
      return group.letters().stream().mapToInt(Letter::index).min().orElse(0);
    }

    String label() {
      return group.versionTag().versionLabel() + (group.head().tag().isResend() ? " resent" : "");
    }
  }

  /** Versions that a remark lists before it says "and so on". */
  private static final int LISTED = 20;

  private static final Comparator<Member> BY_VERSION =
      Comparator.comparingInt((Member member) -> member.group().versionTag().version())
          .thenComparing(member -> member.group().versionTag().minor())
          .thenComparing(member -> member.group().head().tag().isResend())
          .thenComparing(Member::time)
          .thenComparing(Member::arrival);

  private final List<Member> members;
  private final int[] up;

  Families(List<Member> members, Threads threads) {
    this.members = members;
    up = new int[members.size()];
    Arrays.setAll(up, i -> i);
    Map<String, Integer> byName = new HashMap<>();
    Map<String, Integer> byThread = new HashMap<>();
    Map<Threads.Node, Integer> treeNumber = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      Series series = member.series();
      join(byName, member.sender() + "\n" + Titles.key(series.title()), i);
      String changeId = series.cover().map(CoverLetter::changeId).orElse("");
      if (!changeId.isEmpty()) {
        join(byName, "change-id\n" + changeId, i);
      }
      Threads.Node tree = threads.nodeOf(member.group().head()).tree();
      int number = treeNumber.computeIfAbsent(tree, key -> treeNumber.size());
      if (series.total() > 1 || series.cover().isPresent()) {
        joinOtherVersion(byThread, member.sender() + "\n" + number, i);
      }
    }
  }

  private void join(Map<String, Integer> known, String key, int member) {
    Integer other = known.putIfAbsent(key, member);
    if (other != null) {
      up[root(member)] = root(other);
    }
  }

  private void joinOtherVersion(Map<String, Integer> known, String key, int member) {
    Integer other = known.putIfAbsent(key, member);
    if (other != null && !members.get(other).label().equals(members.get(member).label())) {
      up[root(member)] = root(other);
    }
  }

  private int root(int member) {
    int at = member;
    while (up[at] != at) {
      up[at] = up[up[at]];
      at = up[at];
    }
    return at;
  }

  /** The family whose newest member is the newest comes last; in it, the newest version. */
  List<Series> inOrder() {
    Map<Integer, List<Member>> families = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      families.computeIfAbsent(root(i), key -> new ArrayList<>()).add(members.get(i));
    }
    families.values().forEach(family -> family.sort(BY_VERSION));
    return families.values().stream()
        .sorted(
            Comparator.comparingLong((List<Member> family) -> newest(family).time())
                .thenComparing(family -> newest(family).arrival()))
        .flatMap(family -> remarked(family).stream())
        .toList();
  }

  private static Member newest(List<Member> family) {
    return family.get(family.size() - 1);
  }

  private static List<Series> remarked(List<Member> family) {
    Set<String> labels =
        new TreeSet<>(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    family.forEach(member -> labels.add(member.label()));
    if (labels.size() == 1) {
      return family.stream().map(Member::series).toList();
    }
    List<Series> series = new ArrayList<>();
    for (Member member : family) {
      List<String> others =
          labels.stream().filter(label -> !label.equals(member.label())).limit(LISTED).toList();
      series.add(
          member
              .series()
              .withRemark(
                  new AssemblyRemark(
                      AssemblyRemark.Kind.OTHER_VERSION,
                      0,
                      "other versions are here too: "
                          + String.join(", ", others)
                          + (labels.size() - 1 > LISTED ? ", …" : ""))));
    }
    return series;
  }
}
