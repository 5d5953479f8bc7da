package dev.galley.check;

import dev.galley.patch.FileChange;
import dev.galley.patch.HunkLine;
import java.util.Optional;

/**
 * A check of one added line by its own text.
 *
 * <p>The review asks it for every added line. It also asks it for the removed lines that an added
 * line stands in for: when one of them had the same defect, the finding is marked inherited.
 */
public non-sealed interface LineCheck extends Check {

  /** Whether lines of this file concern the check at all. */
  default boolean appliesTo(FileChange file) {
    return true;
  }

  /** What is wrong with the line, one line without full stop; empty when nothing is. */
  Optional<String> defect(FileChange file, HunkLine line);
}
