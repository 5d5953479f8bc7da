package dev.galley.series;

import java.util.Objects;

/**
 * A trailer that somebody gave in a reply.
 *
 * @param trailer as given
 * @param patch the patch it is for; 0 when it answers the cover letter, so that it counts for all
 * @param fromName who sent the reply
 * @param fromEmail address of the sender
 * @param messageId of the reply, without angle brackets
 */
public record CollectedTrailer(
    Trailer trailer, int patch, String fromName, String fromEmail, String messageId) {

  public CollectedTrailer {
    Objects.requireNonNull(trailer);
    Objects.requireNonNull(fromName);
    Objects.requireNonNull(fromEmail);
    Objects.requireNonNull(messageId);
  }
}
