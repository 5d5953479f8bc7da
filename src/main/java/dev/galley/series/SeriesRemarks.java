package dev.galley.series;

import dev.galley.series.AssemblyRemark.Kind;
import dev.galley.text.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what is odd about the mails of one group. */
final class SeriesRemarks {

  /** What a message lists before it says "and so on". */
  private static final int LISTED = 20;

  /** A mail that is reviewed, with its number in the series. */
  private record Chosen(int number, Letter letter, boolean isReplacement) {}

  private final Group group;
  private final Threads threads;
  private final int total;
  private final Limits limits;
  private final List<Chosen> chosen = new ArrayList<>();
  private final List<AssemblyRemark> remarks = new ArrayList<>();

  SeriesRemarks(Group group, Threads threads, int total, Limits limits) {
    this.group = group;
    this.threads = threads;
    this.total = total;
    this.limits = limits;
    group
        .byNumber()
        .forEach(
            (number, letters) ->
                chosen.add(new Chosen(number, letters.get(0), group.replaced(number).isPresent())));
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

  private static String list(Collection<?> items) {
    return items.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "))
        + (items.size() > LISTED ? ", …" : "");
  }

  private void order() {
    List<Chosen> sent = chosen.stream().filter(mail -> !mail.isReplacement()).toList();
    List<Chosen> arrived =
        sent.stream().sorted(Comparator.comparingInt(mail -> mail.letter().index())).toList();
    if (!arrived.equals(sent)) {
      add(
          Kind.OUT_OF_ORDER,
          0,
          "mails arrived in the order " + list(arrived.stream().map(Chosen::number).toList()));
    }
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
      add(Kind.NUMBERING, 0, "subjects announce different numbers of patches: " + list(said));
    }
    if (total > limits.patchesPerSeries()) {
      add(
          Kind.NUMBERING,
          0,
          "announces " + total + " patches, " + limits.patchesPerSeries() + " are allowed");
    }
  }

  private void numbers(Optional<Letter> cover) {
    for (Chosen mail : chosen) {
      if (mail.number() > total) {
        add(Kind.NUMBERING, mail.number(), "patch " + mail.number() + " of " + total);
      }
      if (!mail.isReplacement() && hasOtherContent(mail)) {
        add(
            Kind.NUMBERING,
            mail.number(),
            "different mails have the same number; the one that arrived first is reviewed");
      }
    }
    if (group.hasCover() && cover.isEmpty()) {
      add(Kind.NUMBERING, 0, "the only patch is numbered 0");
    } else if (cover.isPresent() && cover.get().hasPatch()) {
      add(Kind.NUMBERING, 0, "the cover letter carries a patch");
    }
  }

  private boolean hasOtherContent(Chosen mail) {
    List<Letter> letters = group.byNumber().getOrDefault(mail.number(), List.of());
    return letters.stream().skip(1).anyMatch(copy -> !copy.hasSameContentAs(mail.letter()));
  }

  private void versions() {
    Set<String> said = new TreeSet<>();
    for (Chosen mail : chosen) {
      String version = mail.letter().tag().versionLabel();
      Optional<Letter> older = group.replaced(mail.number());
      if (older.isPresent()) {
        add(
            Kind.OTHER_VERSION,
            mail.number(),
            version
                + " of this patch was sent alone and replaces "
                + older.get().tag().versionLabel());
      } else {
        said.add(version);
      }
    }
    if (said.size() > 1) {
      add(Kind.OTHER_VERSION, 0, "subjects of one series say different versions: " + list(said));
    }
  }

  /** A patch answers the cover letter or the patch before it; without a letter, the first patch. */
  private void threading(Optional<Letter> cover) {
    List<Chosen> patches = new ArrayList<>(chosen);
    if (cover.isPresent()) {
      patches.remove(0);
    }
    Set<String> heads = new HashSet<>();
    cover.ifPresent(letter -> heads.add(letter.id()));
    if (cover.isEmpty() && patches.get(0).number() <= 1) {
      heads.add(patches.get(0).letter().id());
    }
    List<Integer> astray = new ArrayList<>();
    String before = "";
    for (int i = 0; i < patches.size(); i++) {
      Chosen patch = patches.get(i);
      boolean isHead = i == 0 && cover.isEmpty();
      if (!isHead && !patch.isReplacement() && isAstray(patch.letter(), heads, before)) {
        astray.add(patch.number());
      }
      before = patch.letter().id();
    }
    int answers = patches.size() - (cover.isPresent() ? 0 : 1);
    if (astray.size() > 1 && astray.size() == answers) {
      String head = cover.isPresent() ? "the cover letter" : "the first one";
      add(Kind.THREADING, 0, "no patch replies to " + head);
    } else {
      String head = cover.isPresent() ? "the cover letter" : "the first patch";
      for (int number : astray) {
        add(Kind.THREADING, number, "replies neither to " + head + " nor to the patch before it");
      }
    }
  }

  /** An answer to a mail that is not here may well be an answer to a missing patch. */
  private boolean isAstray(Letter patch, Set<String> heads, String before) {
    if (!threads.isAnswer(patch)) {
      return true;
    }
    Optional<Threads.Node> parent = threads.nodeOf(patch).parent();
    if (parent.isEmpty() || heads.isEmpty()) {
      return false;
    }
    if (parent.get().isMissing()) {
      return group.isFull() && group.hasCover();
    }
    String id = parent.get().letters().get(0).id();
    return !heads.contains(id) && !id.equals(before);
  }

  private void messageIds() {
    for (Chosen mail : chosen) {
      if (mail.letter().id().isEmpty()) {
        add(Kind.MESSAGE_ID, mail.number(), "the mail has no Message-ID");
      } else if (threads.nodeOf(mail.letter()).isOfDifferentMails()) {
        add(
            Kind.MESSAGE_ID,
            mail.number(),
            "another mail with other content has the same Message-ID");
      }
    }
  }

  private void content() {
    for (Chosen mail : chosen) {
      if (mail.number() > 0 && !mail.letter().hasPatch()) {
        add(Kind.NO_PATCH, mail.number(), "there is no patch in the mail");
      }
    }
    if (!group.hasPatches() && group.hasCover() && !group.head().hasPatch()) {
      add(Kind.NO_PATCH, 0, "there is a cover letter and no patch");
    }
  }
}
