package dev.galley.tree;

import dev.galley.patch.Hunk;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Applies the hunks of one file, each on what the ones before it left. */
final class HunkApplier {

  private static final int MAX_FUZZ = 2;

  private HunkApplier() {}

  /** The changed content and one outcome a hunk; hunks that fail leave the content alone. */
  record Result(Bytes content, List<HunkOutcome> outcomes) {

    boolean allApplied() {
      return outcomes.stream().allMatch(HunkOutcome::isApplied);
    }
  }

  static Result apply(Bytes content, List<Hunk> hunks) {
    Image image = new Image(content);
    List<HunkOutcome> outcomes = new ArrayList<>();
    for (Hunk hunk : hunks) {
      outcomes.add(applyOne(image, hunk));
    }
    return new Result(image.content(), outcomes);
  }

  /** Why a hunk cannot even be tried, the message; empty for a hunk that can. */
  static String damage(Hunk hunk) {
    if (!hunk.complete()) {
      return "the hunk does not have the "
          + hunk.oldCount()
          + " old and "
          + hunk.newCount()
          + " new lines that its heading announces";
    }
    return hunk.added() + hunk.removed() == 0 ? "the hunk changes nothing" : "";
  }

  private static HunkOutcome applyOne(Image image, Hunk hunk) {
    String damage = damage(hunk);
    if (!damage.isEmpty()) {
      return new HunkOutcome.Failed(hunk, Cause.of(Cause.Kind.MALFORMED, damage), 0, 0);
    }
    HunkImage wanted = HunkImage.of(hunk);
    int expected = hunk.newStart() > 0 ? hunk.newStart() - 1 : 0;
    try {
      int at = image.find(wanted.before(), expected, HunkImage.mustBegin(hunk), wanted.mustEnd());
      if (at >= 0) {
        image.replace(at, wanted.before().size(), wanted.after());
        return new HunkOutcome.Applied(hunk, at + 1, at - expected);
      }
      return explain(image, hunk, wanted, expected);
    } catch (Image.TooCostlyException e) {
      return new HunkOutcome.Failed(
          hunk, Cause.of(Cause.Kind.LIMIT, "finding its place would take " + e.getMessage()), 0, 0);
    }
  }

  private static HunkOutcome explain(Image image, Hunk hunk, HunkImage wanted, int expected)
      throws Image.TooCostlyException {
    int there = AlreadyThere.find(image, wanted, expected);
    if (there >= 0) {
      return new HunkOutcome.AlreadyApplied(hunk, there + 1);
    }
    int elsewhere = image.find(wanted.before(), expected, false, false);
    if (elsewhere >= 0 && !wanted.before().isEmpty()) {
      String place =
          HunkImage.mustBegin(hunk) ? "at the beginning of the file" : "at the end of the file";
      return new HunkOutcome.Failed(
          hunk,
          Cause.of(
              Cause.Kind.WRONG_PLACE,
              "its lines stand at line "
                  + (elsewhere + 1)
                  + ", but as it is written it has to be "
                  + place),
          0,
          0);
    }
    Cause cause = Diagnosis.of(image, hunk, expected);
    for (int fuzz = 1; fuzz <= MAX_FUZZ; fuzz++) {
      int first = Math.min(fuzz, wanted.leading());
      int last = Math.min(fuzz, wanted.trailing());
      HunkImage less = wanted.without(first, last);
      if (less.before().isEmpty()) {
        break;
      }
      int at = image.find(less.before(), expected + first, false, false);
      if (at >= 0) {
        return new HunkOutcome.Failed(hunk, cause, fuzz, at + 1 - first);
      }
    }
    return new HunkOutcome.Failed(hunk, cause, 0, 0);
  }
}
