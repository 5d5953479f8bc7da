package dev.galley.series;

import java.util.Optional;

/** A place for one announced patch: a gap is visible, not a shorter list. */
public sealed interface Slot {

  int number();

  /** The patch is there. */
  record Present(SeriesPatch patch) implements Slot {
    @Override
    public int number() {
      return patch.number();
    }
  }

  /** Announced by the counters of others, but not among the mails. */
  record Missing(int number) implements Slot {}

  default Optional<SeriesPatch> found() {
    return this instanceof Present present ? Optional.of(present.patch()) : Optional.empty();
  }
}
