package dev.galley.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the series in a file is reviewed.
 *
 * @param chosen the series; empty when none is as asked for
 * @param seen one sentence for the user about what was there and what was taken, no full stop
 */
public record SeriesChoice(Optional<Series> chosen, String seen) {

  /** Series that the sentence names before it only counts. */
  private static final int NAMED = 8;

  private static final int LONGEST_TITLE = 60;

  public SeriesChoice {
    Objects.requireNonNull(chosen);
    Objects.requireNonNull(seen);
  }

  /**
   * The newest version of the series that was sent last. A single patch that somebody sent into the
   * thread of another series is taken only when there is nothing else.
   */
  public static SeriesChoice newest(SeriesSet set) {
    return among(set, series -> true, "");
  }

  /** The series that says {@code vN}; of several the one that was sent last. */
  public static SeriesChoice version(SeriesSet set, int version) {
    return among(set, series -> series.version() == version, "v" + version);
  }

  /**
   * The series with that title (letter case, blanks and punctuation do not matter; a part of it
   * will do), or with a mail of that Message-ID (with or without angle brackets).
   */
  public static SeriesChoice matching(SeriesSet set, String titleOrMessageId) {
    String wanted = titleOrMessageId.strip();
    String id =
        wanted.startsWith("<") && wanted.endsWith(">")
            ? wanted.substring(1, wanted.length() - 1)
            : wanted;
    if (set.series().stream().anyMatch(series -> ids(series).contains(id))) {
      return among(set, series -> ids(series).contains(id), wanted);
    }
    String key = Titles.key(wanted);
    return among(
        set,
        series -> !key.isEmpty() && Titles.key(series.title()).contains(key),
        "\"" + wanted + "\"");
  }

  private static SeriesChoice among(SeriesSet set, Predicate<Series> wanted, String asked) {
    List<Series> fitting = set.series().stream().filter(wanted).toList();
    Set<String> all = new HashSet<>();
    for (Series series : set.series()) {
      if (!isSingle(series)) {
        all.addAll(ids(series));
      }
    }
    List<Series> main = fitting.stream().filter(series -> !isAside(series, all)).toList();
    List<Series> candidates = main.isEmpty() ? fitting : main;
    Optional<Series> chosen =
        candidates.isEmpty()
            ? Optional.empty()
            : Optional.of(candidates.get(candidates.size() - 1));
    return new SeriesChoice(chosen, sentence(set, chosen, asked));
  }

  private static Set<String> ids(Series series) {
    Set<String> ids = new HashSet<>();
    series.cover().ifPresent(cover -> ids.add(cover.mail().messageId()));
    series.patches().forEach(patch -> ids.add(patch.mail().messageId()));
    series.duplicates().forEach(copy -> ids.add(copy.mail().messageId()));
    ids.remove("");
    return ids;
  }

  private static boolean isSingle(Series series) {
    return series.total() == 1 && series.cover().isEmpty();
  }

  /** A single patch in the thread of another series. */
  private static boolean isAside(Series series, Set<String> others) {
    return isSingle(series)
        && series.patches().stream()
            .flatMap(
                patch ->
                    Stream.concat(
                        patch.mail().inReplyTo().stream(), patch.mail().references().stream()))
            .anyMatch(others::contains);
  }

  private static String sentence(SeriesSet set, Optional<Series> chosen, String asked) {
    List<Series> all = set.series();
    if (all.isEmpty()) {
      return "no patch series among the mails";
    }
    List<String> named = new ArrayList<>();
    boolean oneTitle =
        all.stream().map(series -> Titles.key(series.title())).distinct().count() == 1;
    for (Series series : all.subList(Math.max(all.size() - NAMED, 0), all.size())) {
      named.add(oneTitle ? series.label() + size(series) : named(series) + size(series));
    }
    String more = all.size() > NAMED ? ", and " + (all.size() - NAMED) + " older ones" : "";
    String found =
        all.size() == 1
            ? "1 series: " + named(all.get(0)) + size(all.get(0))
            : all.size() + " series: " + named.stream().collect(Collectors.joining(", ")) + more;
    String what =
        chosen
            .map(
                series ->
                    all.size() == 1
                        ? ""
                        : "; reviewing " + (oneTitle ? series.label() : named(series)))
            .orElse("; none is " + asked);
    return found + what;
  }

  private static String named(Series series) {
    String title = series.title();
    String shown =
        title.codePointCount(0, title.length()) <= LONGEST_TITLE
            ? title
            : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    return series.label() + " \"" + shown + "\"";
  }

  private static String size(Series series) {
    int present = series.patches().size();
    String patches = present == 1 ? "1 patch" : present + " patches";
    return series.isComplete()
        ? " (" + patches + ")"
        : " (" + present + " of " + series.total() + " patches)";
  }
}
