package dev.galley.patch.internal;

import dev.galley.text.Bytes;

/**
 * What the header lines said of one file so far: the fields of git apply's {@code struct patch}.
 *
 * <p>An empty name is none. {@link Presence#UNKNOWN} is for plain diffs, whose hunks tell.
 */
final class Header {

  /** Whether a file is created (or deleted) here. */
  enum Presence {
    UNKNOWN,
    NO,
    YES
  }

  Presence created = Presence.UNKNOWN;
  Presence deleted = Presence.UNKNOWN;
  boolean renamed;
  boolean copied;
  int oldMode;
  int newMode;
  Bytes oldName = Bytes.EMPTY;
  Bytes newName = Bytes.EMPTY;

  /** The name that {@code diff --git} gives twice. */
  Bytes defaultName = Bytes.EMPTY;

  String oldId = "";
  String newId = "";
  int similarity = -1;

  /** How many of new, deleted, renamed and copied are claimed; more than one is a contradiction. */
  int claims() {
    return (created == Presence.YES ? 1 : 0)
        + (deleted == Presence.YES ? 1 : 0)
        + (renamed ? 1 : 0)
        + (copied ? 1 : 0);
  }

  /** The name for messages. */
  Bytes name() {
    if (!newName.isEmpty()) {
      return newName;
    }
    return oldName.isEmpty() ? defaultName : oldName;
  }
}
