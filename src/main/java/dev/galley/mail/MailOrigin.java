package dev.galley.mail;

import java.util.Objects;

/**
 * Where a mail came from.
 *
 * @param source the file, folder entry or commit, as the user would name it; {@code -} is standard
 *     input
 * @param ordinal the mail's number in its source, counted from 1
 * @param offset its first octet in the source, after decompression
 * @param line its first line in the source, counted from 1 (the line after an mbox separator)
 */
public record MailOrigin(String source, int ordinal, long offset, long line) {

  public MailOrigin {
    Objects.requireNonNull(source);
  }
}
