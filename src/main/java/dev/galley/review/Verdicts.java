package dev.galley.review;

import dev.galley.check.ReviewSubject;
import dev.galley.review.ReviewResult.PatchVerdict;
import dev.galley.review.ReviewResult.PatchVerdict.State;
import dev.galley.series.Slot;
import dev.galley.text.Printable;
import dev.galley.tree.Cause;
import dev.galley.tree.FileOutcome;
import dev.galley.tree.HunkOutcome;
import dev.galley.tree.PatchOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Sums up, patch by patch, how a series met its base. */
final class Verdicts {

  private Verdicts() {}

  static List<PatchVerdict> of(ReviewSubject subject) {
    List<PatchVerdict> verdicts = new ArrayList<>();
    for (Slot slot : subject.series().slots()) {
      Optional<PatchOutcome> outcome = Optional.ofNullable(subject.outcomes().get(slot.number()));
      if (slot.found().isEmpty()) {
        verdicts.add(new PatchVerdict(slot.number(), State.MISSING, "", ""));
      } else {
        verdicts.add(
            outcome
                .map(met -> verdict(slot.number(), met))
                .orElseGet(() -> new PatchVerdict(slot.number(), State.NOT_TRIED, "", "")));
      }
    }
    return verdicts;
  }

  private static PatchVerdict verdict(int number, PatchOutcome outcome) {
    if (outcome.refusal().isPresent()) {
      boolean some = outcome.status() == FileOutcome.Status.PARTLY;
      String message = "git refuses it: " + Printable.line(outcome.refusal().get());
      return new PatchVerdict(number, some ? State.PARTLY : State.FAILS, message, "");
    }
    String treeId = outcome.partial() ? "" : outcome.after().id().orElse("");
    return switch (outcome.status()) {
      case APPLIES -> applies(number, outcome, treeId);
      case APPLIES_BY_THREE_WAY -> new PatchVerdict(number, State.APPLIES_THREE_WAY, "", treeId);
      case ALREADY_APPLIED ->
          new PatchVerdict(number, State.FAILS, "everything it does is already there", "");
      case PARTLY -> new PatchVerdict(number, State.PARTLY, failures(outcome), "");
      case FAILS -> new PatchVerdict(number, State.FAILS, failures(outcome), "");
    };
  }

  private static PatchVerdict applies(int number, PatchOutcome outcome, String treeId) {
    TreeSet<Integer> offsets = new TreeSet<>();
    for (FileOutcome file : outcome.files()) {
      for (HunkOutcome hunk : file.hunks()) {
        if (hunk instanceof HunkOutcome.Applied applied && applied.offset() != 0) {
          offsets.add(Math.abs(applied.offset()));
        }
      }
    }
    if (offsets.isEmpty()) {
      return new PatchVerdict(number, State.APPLIES, "", treeId);
    }
    String lines =
        offsets.first().equals(offsets.last())
            ? offsets.first() + (offsets.first() == 1 ? " line" : " lines")
            : offsets.first() + " to " + offsets.last() + " lines";
    return new PatchVerdict(number, State.APPLIES_WITH_OFFSET, lines, treeId);
  }

  private static String failures(PatchOutcome outcome) {
    int hunks = 0;
    int failed = 0;
    String first = "";
    for (FileOutcome file : outcome.files()) {
      Optional<Cause> whole = file.cause();
      if (whole.isPresent() && first.isEmpty()) {
        first = file.change().path() + ": " + whole.get().message();
      }
      int number = 0;
      for (HunkOutcome hunk : file.hunks()) {
        number++;
        hunks++;
        if (hunk instanceof HunkOutcome.Failed miss) {
          failed++;
          if (first.isEmpty()) {
            first =
                "hunk " + number + " of " + file.change().path() + ": " + miss.cause().message();
          }
        }
      }
    }
    return failed == 0 ? first : failed + " of " + hunks + " hunks do not apply; " + first;
  }
}
