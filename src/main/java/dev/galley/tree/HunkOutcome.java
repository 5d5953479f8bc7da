package dev.galley.tree;

import dev.galley.patch.Hunk;
import java.util.Objects;

/** What became of one hunk. */
public sealed interface HunkOutcome {

  Hunk hunk();

  /**
   * It applies.
   *
   * @param line first line of the place in the file as earlier hunks left it, counted from 1
   * @param offset lines between the place it names and this one; 0 when it is where it should be
   */
  record Applied(Hunk hunk, int line, int offset) implements HunkOutcome {
    public Applied {
      Objects.requireNonNull(hunk);
    }
  }

  /** It applies by merging the file: the blob that it was made for is in the repository. */
  record AppliedByThreeWay(Hunk hunk) implements HunkOutcome {
    public AppliedByThreeWay {
      Objects.requireNonNull(hunk);
    }
  }

  /**
   * Its new lines are already there. Git refuses such a hunk.
   *
   * @param line first line of the place, counted from 1
   */
  record AlreadyApplied(Hunk hunk, int line) implements HunkOutcome {
    public AlreadyApplied {
      Objects.requireNonNull(hunk);
    }
  }

  /**
   * It does not apply.
   *
   * @param fuzz lines of context that {@code patch} would have to ignore at each end to apply it; 0
   *     when that does not help
   * @param fuzzLine where it would apply then, counted from 1; 0 without
   */
  record Failed(Hunk hunk, Cause cause, int fuzz, int fuzzLine) implements HunkOutcome {
    public Failed {
      Objects.requireNonNull(hunk);
      Objects.requireNonNull(cause);
    }
  }

  /** Whether its change is in the tree after the patch because the patch put it there. */
  default boolean isApplied() {
    return this instanceof Applied || this instanceof AppliedByThreeWay;
  }
}
