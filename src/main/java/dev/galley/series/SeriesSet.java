package dev.galley.series;

import dev.galley.mail.PatchMail;
import java.util.List;

/**
 * Everything that was found in the mails given.
 *
 * @param series every series or single patch: the versions of one together, the newest last, and of
 *     several the one whose newest version was sent last
 * @param unrelated mails that belong to no series
 */
public record SeriesSet(List<Series> series, List<PatchMail> unrelated) {

  public SeriesSet {
    series = List.copyOf(series);
    unrelated = List.copyOf(unrelated);
  }
}
