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
 * @param minor the M of {@code vN.M}, with which single patches are put right; 0 when it is not
 *     said
 * @param versionGiven whether the subject says a version
 * @param number the N of {@code N/M}; -1 without a counter
 * @param total the M of {@code N/M}; -1 without a counter, or when it is said as {@code 1/n}
 * @param title the subject behind the brackets
 */
public record SubjectTag(
    boolean reply,
    List<String> prefixes,
    int version,
    int minor,
    boolean versionGiven,
    int number,
    int total,
    String title) {

  public SubjectTag {
    prefixes = List.copyOf(prefixes);
    Objects.requireNonNull(title);
  }

  /** A tag whose version, as nearly all, has no second part. */
  public SubjectTag(
      boolean reply,
      List<String> prefixes,
      int version,
      boolean versionGiven,
      int number,
      int total,
      String title) {
    this(reply, prefixes, version, 0, versionGiven, number, total, title);
  }

  public boolean hasCounter() {
    return number >= 0;
  }

  public boolean isRfc() {
    return has("RFC");
  }

  public boolean isResend() {
    return has("RESEND") || has("REPOST");
  }

  /** Whether it asks to pull a branch. */
  public boolean isPull() {
    return has("PULL");
  }

  /** Whether a person would call it the subject of a patch: a counter, a version or such a word. */
  public boolean looksLikePatch() {
    return hasCounter() || versionGiven || has("PATCH") || has("RFC");
  }

  /** For example {@code v2} or {@code v2.1}. */
  public String versionLabel() {
    return "v" + version + (minor == 0 ? "" : "." + minor);
  }

  private boolean has(String word) {
    return prefixes.stream().anyMatch(prefix -> prefix.equalsIgnoreCase(word));
  }
}
