package dev.galley.series;

import dev.galley.text.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a series of a group of mails. */
final class SeriesBuilder {

  private final Limits limits;
  private final Threads threads;

  /** Gaps that may still be listed one by one, all series of the set together. */
  private int gapsLeft;

  SeriesBuilder(Limits limits, Threads threads) {
    this.limits = limits;
    this.threads = threads;
    this.gapsLeft = 10 * limits.patchesPerSeries();
  }

  /** A series without its replies, which come later. */
  Series of(Group group) {
    SubjectTag version = group.versionTag();
    Optional<Letter> cover = first(group, 0).filter(letter -> !isPatchInDisguise(group, letter));
    List<Letter> patches = new ArrayList<>();
    if (cover.isEmpty()) {
      first(group, 0).ifPresent(patches::add);
    }
    for (Map.Entry<Integer, List<Letter>> entry : group.byNumber().tailMap(1, true).entrySet()) {
      patches.add(entry.getValue().get(0));
    }
    int announced = group.total();
    int total = announced > 0 ? announced : highest(group);
    List<Slot> slots = slots(group, total, cover.isEmpty() && group.hasCover());
    SeriesRemarks remarks = new SeriesRemarks(group, threads, total, limits);
    return new Series(
        title(cover, patches),
        version.version(),
        total,
        cover.map(letter -> CoverLetters.read(letter.mail(), letter.tag())),
        slots,
        duplicates(group),
        List.of(),
        List.of(),
        remarks.all(cover));
  }

  private static String title(Optional<Letter> cover, List<Letter> patches) {
    return cover
        .or(() -> patches.stream().findFirst())
        .map(letter -> letter.tag().title())
        .orElse("");
  }

  private static Optional<Letter> first(Group group, int number) {
    return Optional.ofNullable(group.byNumber().get(number)).map(letters -> letters.get(0));
  }

  private static int highest(Group group) {
    return Math.max(group.byNumber().lastKey(), 1);
  }

  /** A 0/1 or 0/0 with a diff and nothing else: somebody counts from 0. */
  static boolean isPatchInDisguise(Group group, Letter cover) {
    return cover.hasPatch() && !group.hasPatches() && cover.tag().total() <= 1;
  }

  private List<Slot> slots(Group group, int total, boolean coverIsPatch) {
    List<Slot> slots = new ArrayList<>();
    if (coverIsPatch) {
      first(group, 0).ifPresent(letter -> slots.add(new Slot.Present(patch(1, letter))));
      return slots;
    }
    int next = 1;
    for (Map.Entry<Integer, List<Letter>> entry : group.byNumber().tailMap(1, true).entrySet()) {
      int number = entry.getKey();
      addGaps(slots, next, Math.min(number - 1, total));
      slots.add(new Slot.Present(patch(number, entry.getValue().get(0))));
      next = number == Integer.MAX_VALUE ? number : number + 1;
    }
    addGaps(slots, next, total);
    return slots;
  }

  /** When a series announces more than is believed, one gap stands for the rest of a run. */
  private void addGaps(List<Slot> slots, int from, int to) {
    for (int number = from; number <= to; number++) {
      slots.add(new Slot.Missing(number));
      gapsLeft--;
      if (gapsLeft < 0 || number >= limits.patchesPerSeries()) {
        return;
      }
    }
  }

  private static SeriesPatch patch(int number, Letter letter) {
    return new SeriesPatch(
        number,
        letter.tag(),
        letter.mail(),
        letter.diff().value(),
        letter.diff().problems(),
        Trailers.of(letter.mail().log()));
  }

  private static List<Series.Duplicate> duplicates(Group group) {
    List<Series.Duplicate> duplicates = new ArrayList<>();
    group
        .byNumber()
        .forEach(
            (number, letters) ->
                letters.stream()
                    .skip(1)
                    .sorted(Comparator.comparingInt(Letter::index))
                    .forEach(
                        copy ->
                            duplicates.add(
                                new Series.Duplicate(
                                    number, copy.mail(), copy.hasSameContentAs(letters.get(0))))));
    return duplicates;
  }
}
