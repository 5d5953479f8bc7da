package dev.galley.tree;

import java.util.Objects;

/**
 * A commit of the base's repository.
 *
 * @param id 40 hex digits
 * @param subject first paragraph of its message, on one line
 * @param author name and address as git prints them, {@code A U Thor <author@example.com>}
 */
public record CommitInfo(String id, String subject, String author) {
  public CommitInfo {
    Objects.requireNonNull(id);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(author);
  }
}
