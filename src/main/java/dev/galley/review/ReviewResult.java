package dev.galley.review;

import dev.galley.convert.Ledger;
import dev.galley.finding.Finding;
import dev.galley.finding.Severity;
import dev.galley.finding.Skip;
import dev.galley.series.Series;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a review found: a value, the same for the same mails, base and profile.
 *
 * @param series what was reviewed
 * @param profile name of the profile
 * @param base what it was reviewed against; empty without a base
 * @param patches one for each slot, in order
 * @param findings in order of patch, path, line, check
 * @param skipped what was not checked, in order of patch and check
 * @param runs every check that applied, and to which patch; patch 0 is the series
 * @param ledger every place that the series' conversions are about; empty without a base
 */
public record ReviewResult(
    Series series,
    String profile,
    Optional<BaseInfo> base,
    List<PatchVerdict> patches,
    List<Finding> findings,
    List<Skip> skipped,
    List<CheckRun> runs,
    Ledger ledger) {

  /**
   * The base tree of a review.
   *
   * @param description as a reader would name it, for example {@code v7.2}
   * @param treeId id of the tree before the first patch; empty when not known
   * @param matched how many index lines name the blob that the base has
   * @param indexLines how many index lines there are
   * @param guessed whether the tool chose the commit
   */
  public record BaseInfo(
      String description, String treeId, int matched, int indexLines, boolean guessed) {}

  /**
   * How one patch met the base.
   *
   * @param number its number
   * @param state what became of it
   * @param message one line for a reader; empty when there is nothing to say
   * @param treeId id of the tree after it; empty when not known
   */
  public record PatchVerdict(int number, State state, String message, String treeId) {

    /** What became of a patch. */
    public enum State {
      APPLIES,
      APPLIES_WITH_OFFSET,
      APPLIES_THREE_WAY,
      PARTLY,
      FAILS,
      MISSING,
      /** There is no base to apply it to. */
      NOT_TRIED
    }
  }

  /** A check that applied to a patch (0: to the series). */
  public record CheckRun(String check, int patch) {}

  public ReviewResult {
    Objects.requireNonNull(series);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(base);
    patches = List.copyOf(patches);
    findings = List.copyOf(findings);
    skipped = List.copyOf(skipped);
    runs = List.copyOf(runs);
    Objects.requireNonNull(ledger);
  }

  /** A result without a ledger. */
  public ReviewResult(
      Series series,
      String profile,
      Optional<BaseInfo> base,
      List<PatchVerdict> patches,
      List<Finding> findings,
      List<Skip> skipped,
      List<CheckRun> runs) {
    this(series, profile, base, patches, findings, skipped, runs, Ledger.EMPTY);
  }

  /** How many findings of a severity stand. */
  public long open(Severity severity) {
    return findings.stream()
        .filter(finding -> finding.status().isOpen() && finding.severity() == severity)
        .count();
  }

  /** The findings of a patch; 0 are those of the series and the cover letter. */
  public List<Finding> of(int patch) {
    return findings.stream().filter(finding -> finding.place().patch() == patch).toList();
  }

  /** Whether a gate at that level lets the series through; an incomplete series never passes. */
  public boolean passes(Gate gate) {
    return series.isComplete() && findings.stream().noneMatch(gate::stops);
  }
}
