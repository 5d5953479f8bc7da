package dev.galley.review;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.check.Check;
import dev.galley.check.CheckInfo;
import dev.galley.check.LineCheck;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Status;
import dev.galley.mail.MailInfo;
import dev.galley.mail.MailOrigin;
import dev.galley.mail.MailReader;
import dev.galley.mail.PatchMail;
import dev.galley.patch.DiffReader;
import dev.galley.patch.FileChange;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.series.Slot;
import dev.galley.series.SubjectTag;
import dev.galley.testkit.MailText;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;

/** What becomes of findings at the end of a series. */
public final class JudgeTest {

  private static final String ADDS =
      """
      diff --git a/a.c b/a.c
      --- a/a.c
      +++ b/a.c
      @@ -1,2 +1,4 @@
       one
      +BAD line
      +good line
       two
      """;

  /** Finds the word BAD in added lines. */
  @CheckInfo(
      id = "test/bad",
      severity = Severity.WARNING,
      summary = "A line says BAD",
      nature = CheckInfo.Nature.FORM,
      source = "this test")
  static final class BadLine implements LineCheck {
    @Override
    public Optional<String> defect(FileChange file, HunkLine line) {
      return line.text().indexOf("BAD", 0) >= 0 ? Optional.of("BAD line") : Optional.empty();
    }
  }

  /** Breaks. */
  @CheckInfo(
      id = "test/broken",
      severity = Severity.NOTE,
      summary = "Breaks",
      nature = CheckInfo.Nature.SUBSTANCE,
      source = "this test")
  static final class Broken implements PatchCheck {
    @Override
    public void check(PatchSubject patch, Remarks out) {
      throw new IllegalStateException("on\u001b[31m purpose");
    }
  }

  /** Does not end. */
  @CheckInfo(
      id = "test/endless",
      severity = Severity.NOTE,
      summary = "Does not end",
      nature = CheckInfo.Nature.SUBSTANCE,
      source = "this test")
  static final class Endless implements PatchCheck {
    @Override
    public void check(PatchSubject patch, Remarks out) {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      out.add(Remark.at(Place.patch(1), "too late to be heard"));
    }
  }

  @Test(timeOut = 60_000)
  public void aCheckThatDoesNotEndIsToldAsNotChecked() {
    ReviewRequest request =
        ReviewRequest.of(series(false, ADDS, ADDS)).with(Limits.DEFAULT.withCheckSeconds(1));

    ReviewResult result = Review.run(request, List.of(new Endless(), new BadLine()));

    assertEquals(
        result.skipped().stream().map(skip -> skip.check() + " " + skip.patch()).toList(),
        List.of("test/endless 1", "test/endless 2"));
    assertTrue(result.skipped().get(0).reason().contains("1 s"));
    assertEquals(
        result.findings().stream().map(Finding::check).distinct().toList(), List.of("test/bad"));
  }

  @Test
  public void aLineThatStaysIsOpen() {
    Finding finding = only(ADDS, change("@@ -4,1 +4,2 @@\n two\n+three\n"));

    assertTrue(finding.status().isOpen());
    assertEquals(finding.place().line(), 2);
    assertEquals(finding.severity(), Severity.WARNING);
  }

  @Test
  public void aLaterPatchThatTakesTheLineAwayFixesIt() {
    Finding finding =
        only(
            ADDS,
            change("@@ -0,0 +1,2 @@\n+zero\n+zero and a half\n"),
            change("@@ -3,3 +3,3 @@\n one\n-BAD line\n+better line\n good line\n"));

    assertEquals(finding.status(), new Status.FixedLater(3));
  }

  @Test
  public void deletingTheFileFixesIt() {
    String deletion =
        """
        diff --git a/a.c b/a.c
        deleted file mode 100644
        --- a/a.c
        +++ /dev/null
        @@ -1,4 +0,0 @@
        -one
        -BAD line
        -good line
        -two
        """;

    assertEquals(only(ADDS, deletion).status(), new Status.FixedLater(2));
  }

  @Test
  public void theSameDefectInItsPlaceIsNoFixAndIsInherited() {
    List<Finding> findings =
        review(false, ADDS, change("@@ -1,3 +1,3 @@\n one\n-BAD line\n+BAD again\n good line\n"))
            .findings();

    assertEquals(findings.size(), 2);
    assertTrue(findings.get(0).status().isOpen());
    assertEquals(findings.get(1).status(), new Status.Inherited());
    assertEquals(findings.get(1).severity(), Severity.NOTE);
  }

  @Test
  public void theLineIsFollowedThroughARename() {
    String rename =
        """
        diff --git a/a.c b/b.c
        similarity index 90%
        rename from a.c
        rename to b.c
        """;
    String fix =
        """
        diff --git a/b.c b/b.c
        --- a/b.c
        +++ b/b.c
        @@ -1,3 +1,2 @@
         one
        -BAD line
         good line
        """;

    assertEquals(only(ADDS, rename, fix).status(), new Status.FixedLater(3));
  }

  @Test
  public void aRemovedLineThatIsNotTheAddedOnePardonsNothing() {
    Finding finding =
        only(ADDS, change("@@ -1,3 +1,3 @@\n one\n-another text\n+better line\n good line\n"));

    assertTrue(finding.status().isOpen());
  }

  @Test
  public void aGapInTheSeriesPardonsNothing() {
    Series whole = series(false, ADDS, ADDS, change("@@ -1,2 +1,1 @@\n one\n-BAD line\n"));
    List<Slot> slots = new ArrayList<>(whole.slots());
    slots.set(1, new Slot.Missing(2));
    Series gap =
        new Series(
            whole.title(),
            1,
            3,
            Optional.empty(),
            slots,
            List.of(),
            List.of(),
            List.of(),
            List.of());

    ReviewResult result = Review.run(ReviewRequest.of(gap), List.of(new BadLine()));

    assertTrue(result.findings().get(0).status().isOpen());
    assertTrue(!result.passes(Gate.NEVER), "an incomplete series never passes");
  }

  @Test
  public void formIsMilderInAnRfc() {
    assertEquals(review(true, ADDS).findings().get(0).severity(), Severity.NOTE);
  }

  @Test
  public void aCheckThatBreaksIsAFindingAndNotSilence() {
    ReviewResult result =
        Review.run(ReviewRequest.of(series(false, ADDS)), List.of(new Broken(), new BadLine()));

    Finding broken = result.findings().get(0);
    assertEquals(broken.check(), Review.INTERNAL_ERROR);
    assertEquals(
        broken.message(),
        "the check test/broken broke: IllegalStateException (on\\u{1b}[31m purpose)");
    assertEquals(result.findings().size(), 2);
    assertTrue(!result.passes(Gate.ERROR));
  }

  @Test
  public void aSuppressedFindingIsShownAndNotCounted() {
    Suppressions waved =
        Suppressions.read(
                Bytes.utf8("test/bad a.c:2 -- seen\ntest/bad other.c -- matches nothing\n"))
            .value();

    ReviewResult result =
        Review.run(ReviewRequest.of(series(false, ADDS)).with(waved), List.of(new BadLine()));

    assertEquals(result.findings().get(0).status(), new Status.Suppressed("seen"));
    assertTrue(result.passes(Gate.NOTE));
    assertEquals(result.skipped().size(), 1);
    assertEquals(result.skipped().get(0).reason(), "suppression at line 2 matched no finding");
  }

  private static Finding only(String... diffs) {
    List<Finding> findings = review(false, diffs).findings();
    assertEquals(findings.size(), 1, findings.toString());
    return findings.get(0);
  }

  private static ReviewResult review(boolean rfc, String... diffs) {
    return Review.run(ReviewRequest.of(series(rfc, diffs)), List.<Check>of(new BadLine()));
  }

  private static String change(String hunk) {
    return "diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n" + hunk;
  }

  private static Series series(boolean rfc, String... diffs) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < diffs.length; i++) {
      slots.add(new Slot.Present(patch(rfc, i + 1, diffs.length, diffs[i])));
    }
    return new Series(
        "title",
        1,
        diffs.length,
        Optional.empty(),
        slots,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static SeriesPatch patch(boolean rfc, int number, int total, String diff) {
    Bytes text = Bytes.utf8(MailText.patch(number, total).diff(diff).toString());
    PatchMail mail =
        MailInfo.of(
            MailReader.read(new MailOrigin("test", number, 0, 1), text, Limits.DEFAULT).value(),
            Limits.DEFAULT);
    List<String> prefixes = rfc ? List.of("RFC") : List.of("PATCH");
    return new SeriesPatch(
        number,
        new SubjectTag(false, prefixes, 1, false, number, total, "title"),
        mail,
        DiffReader.read(mail.patch(), Limits.DEFAULT).value(),
        List.of(),
        List.of());
  }

  @Test
  public void readingIsByPatchAndLine() {
    String two = change("@@ -1,1 +1,3 @@\n one\n+BAD b\n+BAD c\n");

    List<Integer> lines =
        review(false, two, ADDS).findings().stream().map(f -> f.place().line()).toList();

    assertEquals(lines, List.of(2, 3, 2));
  }
}
