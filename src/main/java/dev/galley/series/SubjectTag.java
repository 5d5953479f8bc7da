package dev.galley.series;

import java.util.List;
import java.util.Objects;

/**
 * What the brackets at the front of a patch mail's subject say.
 *
 * @param reply whether {@code Re:} (or another reply or forward mark) stands in front
 * @param prefixes words that are neither version nor counter, in order: {@code RFC}, {@code PATCH},
 *     {@code RESEND}, {@code net-next}
 * @param version the N of {@code vN}; 1 when it is not said
 * @param versionGiven whether the subject says a version
 * @param number the N of {@code N/M}; -1 without a counter
 * @param total the M of {@code N/M}; -1 without a counter
 * @param title the subject behind the brackets
 */
public record SubjectTag(
    boolean reply,
    List<String> prefixes,
    int version,
    boolean versionGiven,
    int number,
    int total,
    String title) {

  public SubjectTag {
    prefixes = List.copyOf(prefixes);
    Objects.requireNonNull(title);
  }

  public boolean hasCounter() {
    return number >= 0;
  }

  public boolean isRfc() {
    return prefixes.stream().anyMatch(prefix -> prefix.equalsIgnoreCase("RFC"));
  }

  public boolean isResend() {
    return prefixes.stream().anyMatch(prefix -> prefix.equalsIgnoreCase("RESEND"));
  }
}
