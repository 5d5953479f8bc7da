package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/**
 * One line on its way to the log or the patch, mostly with its line feed.
 *
 * @param octets the line
 * @param at where it stands in the body, counted from 0; -1 when it stands nowhere as it is
 * @param raw whether the octets are those of the body at that place
 */
record Line(Bytes octets, int at, boolean raw) {

  static final Line EMPTY = made(Bytes.utf8("\n"));

  /** A line that was decoded or put together. */
  static Line made(Bytes octets) {
    return new Line(octets, -1, false);
  }
}
