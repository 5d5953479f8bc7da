package dev.galley.finding;

import java.util.Objects;

/**
 * Something that was not checked. Never the same as fine.
 *
 * @param check id of the check
 * @param patch the patch it would have looked at; 0 is the series
 * @param reason why it could not, in words for the summary
 */
public record Skip(String check, int patch, String reason) {

  public Skip {
    Objects.requireNonNull(check);
    Objects.requireNonNull(reason);
  }
}
