package dev.galley.series;

import java.util.Objects;

/**
 * Something the assembly of a series noticed.
 *
 * @param kind what
 * @param patch the patch concerned; 0 is the cover letter or the series
 * @param message in words, without the number, no full stop
 */
public record AssemblyRemark(Kind kind, int patch, String message) {

  /** What can be odd about the way a series arrived. */
  public enum Kind {
    /** Mails are not in the order of their counters. */
    OUT_OF_ORDER,
    /** A number above the total, twice the same number with other content, no or a mixed total. */
    NUMBERING,
    /** Mails of other versions stand in the same thread or file. */
    OTHER_VERSION,
    /** A patch does not reply to the cover letter or the patch before it. */
    THREADING,
    /** A mail without Message-ID, or with one that another mail with other content has too. */
    MESSAGE_ID,
    /** A mail of the series has no patch in it. */
    NO_PATCH
  }

  public AssemblyRemark {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(message);
  }
}
