package dev.galley.mail.source.internal;

import dev.galley.text.Bytes;

/**
 * One mail of an mbox, cut out.
 *
 * @param defect why there are no octets, if so
 * @param start first octet in the stream, of the separator or the white space before the first
 * @param mailStart first octet in the stream behind the separator line
 * @param end one past the last octet in the stream
 * @param mailLine line of {@code mailStart} in the stream, counted from 1
 * @param framed the octets from start to end; empty if there is a defect
 * @param mail the mail, quoting undone; empty if there is a defect
 */
public record Frame(
    Defect defect, long start, long mailStart, long end, long mailLine, Bytes framed, Bytes mail) {

  /** What kept a mail from being taken. */
  public enum Defect {
    NONE,
    MAIL_TOO_LONG,
    LINE_TOO_LONG
  }
}
