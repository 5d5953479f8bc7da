package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.patch.Hunk;
import dev.galley.text.Printable;
import dev.galley.tree.Cause;
import dev.galley.tree.FileOutcome;
import dev.galley.tree.HunkOutcome;
import dev.galley.tree.PatchOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the patch applies to the base, after the patches before it, and why not.
 *
 * <p>Each hunk that fails is told once, with its cause. What fails only because an earlier patch is
 * missing or failed is told together. Offsets are nothing to tell: lines move.
 */
@CheckInfo(
    id = "patch/applies",
    severity = Severity.ERROR,
    summary = "The patch does not apply to the base",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "git-am(1); git-apply(1), --reject")
public final class Applies implements PatchCheck {

  private static final int EDIT_LINES = 12;

  @Override
  public void check(PatchSubject subject, Remarks out) {
    PatchOutcome outcome = subject.review().outcomes().get(subject.number());
    if (outcome == null) {
      out.skip("there is no base");
      return;
    }
    if (outcome.files().isEmpty()) {
      out.notApplicable();
      return;
    }
    switch (outcome.status()) {
      case APPLIES -> {}
      case APPLIES_BY_THREE_WAY -> out.add(byMerging(subject, outcome));
      case ALREADY_APPLIED ->
          out.add(
              Remark.at(Place.patch(subject.number()), "everything it does is in the tree already")
                  .severity(Severity.WARNING)
                  .fact("files", outcome.files().size()));
      case PARTLY, FAILS -> failures(subject, outcome, out);
    }
  }

  private static Remark byMerging(PatchSubject subject, PatchOutcome outcome) {
    Remark remark =
        Remark.at(Place.patch(subject.number()), "applies only by a three-way merge (git am -3)")
            .severity(Severity.NOTE);
    for (FileOutcome file : outcome.files()) {
      if (file.status() == FileOutcome.Status.APPLIES_BY_THREE_WAY) {
        remark = remark.fact("merged", file.change().path());
      }
    }
    return remark;
  }

  private static void failures(PatchSubject subject, PatchOutcome outcome, Remarks out) {
    outcome
        .refusal()
        .filter(why -> !outcome.files().isEmpty())
        .ifPresent(
            why ->
                out.add(
                    Remark.at(
                        Place.patch(subject.number()),
                        "git am refuses the whole patch: " + Printable.line(why))));
    TreeSet<Integer> needed = new TreeSet<>();
    int hunks = 0;
    Optional<Cause> first = Optional.empty();
    for (FileOutcome file : outcome.files()) {
      if (file.cause().isPresent()) {
        Cause cause = file.cause().get();
        if (cause.needsPatch() > 0) {
          needed.add(cause.needsPatch());
          hunks += Math.max(1, file.change().hunks().size());
          first = first.or(() -> Optional.of(cause));
        } else if (cause.kind() != Cause.Kind.UNSAFE_PATH && !isDamage(outcome, cause)) {
          out.add(
              Remark.at(
                      place(subject, file, Optional.empty()),
                      "cannot be applied: " + cause.message())
                  .fact("cause", words(cause.kind())));
        }
        continue;
      }
      for (HunkOutcome hunk : file.hunks()) {
        if (hunk instanceof HunkOutcome.Failed failed) {
          if (failed.cause().needsPatch() > 0) {
            needed.add(failed.cause().needsPatch());
            hunks++;
            first = first.or(() -> Optional.of(failed.cause()));
          } else if (!isDamage(outcome, failed.cause())) {
            out.add(failed(subject, file, failed));
          }
        } else if (hunk instanceof HunkOutcome.AlreadyApplied already) {
          out.add(
              Remark.at(
                      place(subject, file, Optional.of(already.hunk())),
                      "the hunk's change is in the tree already")
                  .severity(Severity.WARNING)
                  .fact("at line", already.line()));
        }
      }
    }
    if (!needed.isEmpty()) {
      out.add(dependent(subject, hunks, needed, first));
    }
  }

  /** Whether a cause is what git refuses the whole patch for, and told as that. */
  private static boolean isDamage(PatchOutcome outcome, Cause cause) {
    return outcome.refusal().isPresent() && cause.kind() == Cause.Kind.MALFORMED;
  }

  /** What follows only from earlier patches: one remark, whatever the number of hunks. */
  private static Remark dependent(
      PatchSubject subject, int hunks, Set<Integer> needed, Optional<Cause> first) {
    List<Integer> missing = subject.review().series().missing();
    String patches =
        needed.stream()
            .map(n -> "patch " + n + (missing.contains(n) ? " (missing)" : " (does not apply)"))
            .collect(Collectors.joining(" and "));
    boolean certain = needed.stream().noneMatch(missing::contains);
    String verb =
        certain
            ? (hunks == 1 ? " needs " : " need ")
            : hunks == 1 ? " seems to need " : " seem to need ";
    Remark remark =
        Remark.at(
                Place.patch(subject.number()),
                hunks + (hunks == 1 ? " hunk" : " hunks") + verb + patches)
            .severity(Severity.WARNING);
    return first.map(cause -> remark.fact("first", Printable.line(cause.message()))).orElse(remark);
  }

  private static Remark failed(PatchSubject subject, FileOutcome file, HunkOutcome.Failed failed) {
    Cause cause = failed.cause();
    Place place = place(subject, file, Optional.of(failed.hunk()));
    if (cause.nearest().isKnown()) {
      place =
          new Place(
              place.patch(),
              place.path(),
              cause.nearest().line(),
              Side.OLD,
              place.function(),
              place.mailLine());
    }
    Remark remark =
        Remark.at(place, "the hunk does not apply: " + Printable.line(cause.message()))
            .fact("cause", words(cause.kind()))
            .excerpt(
                cause
                    .nearest()
                    .edit()
                    .lines()
                    .limit(EDIT_LINES)
                    .map(Printable::block)
                    .toArray(String[]::new));
    if (failed.fuzz() > 0) {
      remark =
          remark.fact(
              "with fuzz",
              "patch(1) would take it with fuzz "
                  + failed.fuzz()
                  + " at line "
                  + failed.fuzzLine());
    }
    return cause.nearest().isKnown()
        ? remark.fix("change the hunk's old lines as shown: - is the hunk's, + is the tree's")
        : remark;
  }

  private static Place place(PatchSubject subject, FileOutcome file, Optional<Hunk> hunk) {
    String path = file.change().path();
    int offset = hunk.map(Hunk::span).orElse(file.change().span()).start();
    Place place =
        hunk.map(h -> Place.line(subject.number(), path, Side.OLD, h.oldStart()))
            .orElse(Place.file(subject.number(), path));
    return place
        .inFunction(hunk.map(h -> Printable.line(h.section().utf8().strip())).orElse(""))
        .atMailLine(subject.patch().mailLineOf(offset));
  }

  private static String words(Cause.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
