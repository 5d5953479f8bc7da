package dev.galley.mutants;

import dev.galley.check.Check;
import dev.galley.check.Checks;
import dev.galley.check.ReviewSubject;
import dev.galley.finding.Finding;
import dev.galley.finding.Severity;
import dev.galley.review.Profile;
import dev.galley.review.Review;
import dev.galley.review.ReviewRequest;
import dev.galley.review.Suppressions;
import dev.galley.series.Series;
import dev.galley.testkit.FindingText;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reviews a series and its mutants with the checks that understand C. */
final class Laboratory {

  private final Optional<BaseTree> base;
  private final Sketch sketch;
  private final Vocabulary words;
  private final List<Finding> sound;
  private final Set<String> usual;

  private Laboratory(Optional<BaseTree> base, Sketch sketch) {
    this.base = base;
    this.sketch = sketch;
    this.words = Vocabulary.of(sketch);
    this.sound = findings(sketch);
    this.usual = sound.stream().map(Laboratory::key).collect(Collectors.toSet());
  }

  static Laboratory withBase(Series series, BaseTree base) {
    return new Laboratory(Optional.of(base), SketchReader.withBase(series, base));
  }

  static Laboratory fromMails(Series series) {
    return new Laboratory(Optional.empty(), SketchReader.fromMails(series));
  }

  /**
   * A mutant that was reviewed.
   *
   * @param said what is said of it and was not said before
   */
  record Trial(Operator operator, Mutant mutant, Verdict verdict, List<Finding> said) {

    /** Of the mutant within its series, the same in every run; without a colon and a space. */
    String name() {
      return (operator.name() + " " + mutant.patch() + " " + mutant.place()).replace(": ", " ");
    }

    /** Whether it is not dealt with as it should be: of a control nobody may say anything. */
    boolean survives() {
      return operator.isControl() ? verdict != Verdict.MISSED : verdict != Verdict.CAUGHT;
    }
  }

  /** What is said of the series as it is, written anew. */
  List<Finding> sound() {
    return sound;
  }

  Sketch sketch() {
    return sketch;
  }

  Vocabulary words() {
    return words;
  }

  List<Operator> operators() {
    return Operators.all(words);
  }

  List<Mutant> mutants(Operator operator) {
    return operator.mutants().apply(sketch, words);
  }

  /** Empty where a later patch is in the mutant's way. */
  Optional<Trial> examine(Operator operator, Mutant mutant) {
    return mutant.series().get().map(series -> judged(operator, mutant, findings(series)));
  }

  private Trial judged(Operator operator, Mutant mutant, List<Finding> findings) {
    List<Finding> said = new ArrayList<>();
    for (Finding finding : findings) {
      if (!usual.contains(key(finding))) {
        said.add(finding);
      }
    }
    boolean named =
        said.stream()
            .anyMatch(
                finding ->
                    operator.checks().contains(finding.check())
                        && (mutant.path().isEmpty()
                            || finding.check().equals("convert/unused-helper")
                            || finding.place().path().equals(mutant.path())
                            || FindingText.full(finding).contains(mutant.path())));
    boolean other =
        said.stream().anyMatch(finding -> finding.severity() != Severity.NOTE)
            || said.stream().anyMatch(finding -> operator.checks().contains(finding.check()));
    Verdict verdict = named ? Verdict.CAUGHT : other ? Verdict.OTHER : Verdict.MISSED;
    return new Trial(operator, mutant, verdict, said);
  }

  private List<Finding> findings(Sketch mutated) {
    Bytes mbox = SketchWriter.write(mutated);
    Series series = Mails.newest(mbox);
    ReviewSubject subject =
        base.map(tree -> ReviewSubject.on(series, tree)).orElseGet(() -> ReviewSubject.of(series));
    ReviewRequest request =
        new ReviewRequest(subject, Optional.empty(), Profile.KERNEL, Suppressions.NONE);
    return Review.run(request, checks()).findings();
  }

  private static List<Check> checks() {
    return Checks.all().stream()
        .filter(check -> check.info().id().matches("(?:convert|kernel)/.*|patch/applies"))
        .toList();
  }

  /** What a finding says, without the line, which a mutation elsewhere in the file may shift. */
  private static String key(Finding finding) {
    return finding.check()
        + "\n"
        + finding.place().patch()
        + "\n"
        + finding.place().path()
        + "\n"
        + finding.message();
  }
}
