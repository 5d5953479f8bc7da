package dev.galley.series;

import dev.galley.series.AssemblyRemark.Kind;
import dev.galley.text.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what is odd about the mails of one group. */
final class SeriesRemarks {

  /** Numbers that a message lists before it says "and so on". */
  private static final int LISTED = 20;

  private final Group group;
  private final Threads threads;
  private final int total;
  private final Limits limits;
  private final List<AssemblyRemark> remarks = new ArrayList<>();

  SeriesRemarks(Group group, Threads threads, int total, Limits limits) {
    this.group = group;
    this.threads = threads;
    this.total = total;
    this.limits = limits;
  }

  /** By patch, then in the order of the kinds. */
  List<AssemblyRemark> all(Optional<Letter> cover) {
    order();
    totals();
    numbers(cover);
    versions();
    threading(cover);
    messageIds();
    content();
    remarks.sort(
        Comparator.comparingInt(AssemblyRemark::patch).thenComparing(AssemblyRemark::kind));
    return remarks;
  }

  private void add(Kind kind, int patch, String message) {
    remarks.add(new AssemblyRemark(kind, patch, message));
  }

  private void order() {
    List<Letter> chosen = firsts();
    List<Letter> arrived = chosen.stream().sorted(Comparator.comparingInt(Letter::index)).toList();
    if (!arrived.equals(chosen)) {
      String numbers =
          arrived.stream()
              .limit(LISTED)
              .map(letter -> String.valueOf(letter.number()))
              .collect(Collectors.joining(", "));
      add(
          Kind.OUT_OF_ORDER,
          0,
          "mails arrived in the order " + numbers + (arrived.size() > LISTED ? ", …" : ""));
    }
  }

  private List<Letter> firsts() {
    return group.byNumber().values().stream().map(letters -> letters.get(0)).toList();
  }

  private void totals() {
    Set<Integer> said = new TreeSet<>();
    for (Letter letter : group.letters()) {
      if (letter.tag().hasCounter()) {
        said.add(letter.tag().total());
      }
    }
    if (said.remove(-1)) {
      add(Kind.NUMBERING, 0, "a counter does not say how many patches there are");
    }
    if (said.size() > 1) {
      add(
          Kind.NUMBERING,
          0,
          "subjects announce different numbers of patches: "
              + said.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    if (total > limits.patchesPerSeries()) {
      add(
          Kind.NUMBERING,
          0,
          "announces " + total + " patches, " + limits.patchesPerSeries() + " are believed");
    }
  }

  private void numbers(Optional<Letter> cover) {
    for (Map.Entry<Integer, List<Letter>> entry : group.byNumber().entrySet()) {
      int number = entry.getKey();
      if (number > total) {
        add(Kind.NUMBERING, number, "patch " + number + " of " + total);
      }
      if (hasOtherContent(entry.getValue()) && group.replaced(number).isEmpty()) {
        add(
            Kind.NUMBERING,
            number,
            "different mails have the same number; the one that arrived first is reviewed");
      }
    }
    if (group.hasCover() && cover.isEmpty()) {
      add(Kind.NUMBERING, 0, "the only patch is numbered 0");
    } else if (cover.isPresent() && cover.get().hasPatch()) {
      add(Kind.NUMBERING, 0, "the cover letter carries a patch");
    }
  }

  private static boolean hasOtherContent(List<Letter> letters) {
    Letter first = letters.get(0);
    return letters.stream().skip(1).anyMatch(copy -> !copy.hasSameContentAs(first));
  }

  private void versions() {
    Set<String> said = new TreeSet<>();
    group
        .byNumber()
        .forEach(
            (number, letters) ->
                group
                    .replaced(number)
                    .ifPresentOrElse(
                        older -> replaced(number, letters.get(0), older),
                        () -> said.add(letters.get(0).tag().versionLabel())));
    if (said.size() > 1) {
      add(
          Kind.OTHER_VERSION,
          0,
          "subjects of one series say different versions: " + String.join(", ", said));
    }
  }

  private void replaced(int number, Letter newer, Letter older) {
    add(
        Kind.OTHER_VERSION,
        number,
        newer.tag().versionLabel()
            + " of this patch was sent alone and replaces "
            + older.tag().versionLabel());
  }

  /** A patch answers the cover letter or the patch before it; without a letter, the first patch. */
  private void threading(Optional<Letter> cover) {
    List<Integer> astray = new ArrayList<>();
    List<Letter> patches = new ArrayList<>(firsts());
    cover.ifPresent(patches::remove);
    Set<String> heads = new HashSet<>();
    cover
        .or(() -> patches.stream().findFirst().filter(first -> first.number() == 1))
        .ifPresent(head -> heads.add(head.id()));
    Optional<Letter> before = cover;
    for (Letter patch : patches) {
      boolean first = patch.equals(patches.get(0)) && cover.isEmpty();
      if (!first && group.replaced(patch.number()).isEmpty() && isAstray(patch, heads, before)) {
        astray.add(patch.number());
      }
      before = Optional.of(patch);
    }
    if (!astray.isEmpty() && astray.size() == patches.size() - (cover.isPresent() ? 0 : 1)) {
      add(
          Kind.THREADING,
          0,
          cover.isPresent()
              ? "no patch replies to the cover letter"
              : "no patch replies to the first one");
    } else {
      astray.forEach(
          number ->
              add(
                  Kind.THREADING,
                  number,
                  "replies neither to the cover letter nor to the patch before it"));
    }
  }

  /** An answer to a mail that is not here may well be an answer to a missing patch. */
  private boolean isAstray(Letter patch, Set<String> heads, Optional<Letter> before) {
    if (!threads.isAnswer(patch)) {
      return true;
    }
    Optional<Threads.Node> parent = threads.nodeOf(patch).parent();
    if (parent.isEmpty() || heads.isEmpty()) {
      return false;
    }
    if (parent.get().isMissing()) {
      return !hasGaps();
    }
    return parent.get().letters().stream()
        .noneMatch(
            letter ->
                heads.contains(letter.id())
                    || before.filter(previous -> previous.id().equals(letter.id())).isPresent());
  }

  private boolean hasGaps() {
    return !group.isFull() || !group.hasCover();
  }

  private void messageIds() {
    for (Letter letter : firsts()) {
      if (letter.id().isEmpty()) {
        add(Kind.MESSAGE_ID, letter.number(), "the mail has no Message-ID");
      } else if (threads.nodeOf(letter).letters().stream()
          .anyMatch(other -> !other.hasSameContentAs(letter))) {
        add(
            Kind.MESSAGE_ID,
            letter.number(),
            "another mail with other content has the same Message-ID");
      }
    }
  }

  private void content() {
    for (Letter letter : firsts()) {
      if (letter.number() > 0 && !letter.hasPatch()) {
        add(Kind.NO_PATCH, letter.number(), "there is no patch in the mail");
      }
    }
    if (!group.hasPatches() && group.hasCover() && !group.head().hasPatch()) {
      add(Kind.NO_PATCH, 0, "there is a cover letter and no patch");
    }
  }
}
