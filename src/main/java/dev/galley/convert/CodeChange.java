package dev.galley.convert;

import java.util.Objects;
import java.util.Optional;

/**
 * A function, macro or other external declaration that a patch changes, or a part of one.
 *
 * @param patch the patch's number
 * @param path the file's path after the patch, before it where the file is deleted
 * @param name the function, macro, record or variable; empty where a hunk does not say
 * @param before empty where the patch adds it
 * @param after empty where the patch removes it
 */
public record CodeChange(
    int patch, String path, String name, Optional<CodeSide> before, Optional<CodeSide> after) {
  public CodeChange {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  /** Whether both sides are whole external declarations, as far as they are there. */
  public boolean isWhole() {
    return before.map(CodeSide::isWhole).orElse(true) && after.map(CodeSide::isWhole).orElse(true);
  }
}
