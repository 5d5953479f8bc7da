package dev.galley.cli;

import dev.galley.mail.PatchMail;
import dev.galley.report.Whereabouts;
import dev.galley.series.CoverLetter;
import dev.galley.series.Series;
import dev.galley.series.SeriesSet;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Picks what is reviewed out of what was found, and says what was left. */
final class SeriesChoice {

  private static final int MOST_LISTED = 8;

  private final ReviewJob job;
  private final Terminal terminal;

  SeriesChoice(ReviewJob job, Terminal terminal) {
    this.job = job;
    this.terminal = terminal;
  }

  List<Series> of(SeriesSet found) throws Failure {
    List<Series> candidates = found.series();
    if (job.messageId().isPresent()) {
      String id = withoutBrackets(job.messageId().get());
      candidates = candidates.stream().filter(series -> holds(series, id)).toList();
      if (candidates.isEmpty()) {
        throw new Failure("no series has a mail <" + Printable.line(id) + ">" + list(found));
      }
    }
    if (job.version().isPresent()) {
      int version = job.version().getAsInt();
      candidates = candidates.stream().filter(series -> series.version() == version).toList();
      if (candidates.isEmpty()) {
        throw new Failure("there is no version " + version + list(found));
      }
    }
    if (job.all()) {
      return candidates;
    }
    Series chosen = newest(candidates);
    if (found.series().size() > 1) {
      terminal.remark(
          "reviewing "
              + name(chosen)
              + "; also found, and left (--all, --series-version and --message-id choose):"
              + list(
                  new SeriesSet(
                      found.series().stream().filter(other -> !other.equals(chosen)).toList(),
                      List.of())));
    }
    return List.of(chosen);
  }

  /** The last that is more than a single mail; a stray patch in a thread is not the newest. */
  private static Series newest(List<Series> candidates) {
    Series chosen = candidates.get(candidates.size() - 1);
    for (Series series : candidates) {
      if (series.total() > 1 || series.cover().isPresent()) {
        chosen = series;
      }
    }
    return chosen;
  }

  private static boolean holds(Series series, String id) {
    Stream<PatchMail> mails =
        Stream.of(
                series.cover().stream().map(CoverLetter::mail),
                series.patches().stream().map(patch -> patch.mail()),
                series.replies().stream())
            .flatMap(some -> some);
    return mails.anyMatch(mail -> mail.messageId().equals(id));
  }

  private static String withoutBrackets(String id) {
    return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
  }

  private static String list(SeriesSet found) {
    List<String> lines = new ArrayList<>();
    for (Series series : found.series()) {
      lines.add("\n  " + name(series));
    }
    int more = lines.size() - MOST_LISTED;
    return more > 1
        ? String.join("", lines.subList(0, MOST_LISTED)) + "\n  and " + more + " more"
        : String.join("", lines);
  }

  private static String name(Series series) {
    Optional<PatchMail> head = Whereabouts.head(series);
    String title = head.map(PatchMail::taggedSubject).orElse(series.title());
    return Printable.line(title) + head.map(mail -> " <" + mail.messageId() + ">").orElse("");
  }
}
