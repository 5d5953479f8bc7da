package dev.galley.series;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.mail.PatchMail;
import dev.galley.testkit.MailText;
import dev.galley.testkit.Mails;
import dev.galley.testkit.TestSeries;
import dev.galley.text.Limits;
import java.util.List;
import java.util.Locale;
import org.testng.annotations.Test;

public class SeriesAssemblerTest {

  private static List<String> remarks(Series series) {
    return series.remarks().stream()
        .map(remark -> remark.kind() + " " + remark.patch() + ": " + remark.message())
        .toList();
  }

  /** Label, present/total and title of each series. */
  private static List<String> overview(TestSeries mails) {
    return Mails.assemble(mails).series().stream()
        .map(
            series ->
                String.format(
                    Locale.ROOT,
                    "%s %d/%d %s",
                    series.label(),
                    series.patches().size(),
                    series.total(),
                    series.title()))
        .toList();
  }

  @Test
  public void aCleanSeriesHasNothingToRemark() {
    Series series = Mails.series(TestSeries.of(3).version(2));
    assertEquals(series.title(), "example: Improve the example");
    assertEquals(series.version(), 2);
    assertEquals(series.total(), 3);
    assertTrue(series.isComplete());
    assertTrue(series.cover().isPresent());
    assertEquals(series.remarks(), List.of());
    assertEquals(series.patch(2).orElseThrow().subject(), "example: Add part 2");
    assertEquals(series.patch(2).orElseThrow().diff().files().size(), 1);
    assertEquals(
        series.patch(2).orElseThrow().trailers().toString(),
        "[Signed-off-by: Ann Author <ann@example.org>]");
  }

  @Test
  public void patchesOutOfOrderArePutRight() {
    Series series = Mails.series(TestSeries.of(3).ordered(3, 0, 2, 1));
    assertEquals(series.patches().stream().map(SeriesPatch::number).toList(), List.of(1, 2, 3));
    assertEquals(remarks(series), List.of("OUT_OF_ORDER 0: mails arrived in the order 3, 0, 2, 1"));
  }

  @Test
  public void aGapIsVisible() {
    Series series = Mails.series(TestSeries.of(3).without(2));
    assertEquals(series.missing(), List.of(2));
    assertFalse(series.isComplete());
    assertEquals(series.slots().size(), 3);
    assertEquals(series.remarks(), List.of());
  }

  @Test
  public void aMissingCoverLetterKeepsItsAnswersTogether() {
    Series series = Mails.series(TestSeries.of(3).without(0));
    assertTrue(series.isComplete() && series.cover().isEmpty());
    assertEquals(series.title(), "example: Add part 1");
    assertEquals(series.remarks(), List.of());
  }

  @Test
  public void aLetterWithoutPatchesIsASeriesOfGaps() {
    Series series = Mails.series(TestSeries.of(2).ordered(0));
    assertEquals(series.missing(), List.of(1, 2));
    assertEquals(remarks(series), List.of("NO_PATCH 0: there is a cover letter and no patch"));
  }

  @Test
  public void aPatchWithoutCounterIsASeries() {
    Series series = Mails.series(TestSeries.mails(MailText.single()));
    assertEquals(series.total(), 1);
    assertEquals(series.patches().get(0).number(), 1);
    assertEquals(series.remarks(), List.of());
  }

  @Test
  public void theSamePatchThroughTwoListsIsADuplicate() {
    TestSeries series = TestSeries.of(2);
    MailText copy = series.mail(2).header("X-Loop", "another list");
    Series read = Mails.series(series.and(copy));
    assertEquals(read.duplicates().size(), 1);
    assertEquals(read.duplicates().get(0).patch(), 2);
    assertTrue(read.duplicates().get(0).sameContent());
    assertEquals(read.remarks(), List.of());
  }

  @Test
  public void theFooterOfAListMakesNoOtherContent() {
    TestSeries series = TestSeries.of(2);
    String body = series.mail(1).toString();
    MailText copy =
        series
            .mail(1)
            .body(body.substring(body.indexOf("\n\n") + 2) + "____________________\nlist");
    Series read = Mails.series(series.and(copy));
    assertTrue(read.duplicates().get(0).sameContent());
  }

  @Test
  public void aCopyThatDiffersIsRemarked() {
    TestSeries series = TestSeries.of(2);
    MailText copy = series.mail(2).log("Another reason.");
    Series read = Mails.series(series.and(copy));
    assertFalse(read.duplicates().get(0).sameContent());
    assertEquals(
        remarks(read),
        List.of(
            "NUMBERING 2: different mails have the same number; the one that arrived first is"
                + " reviewed",
            "MESSAGE_ID 2: another mail with other content has the same Message-ID"));
  }

  @Test
  public void versionsInOneFileAreTwoSeriesNewestLast() {
    TestSeries first = TestSeries.of(2);
    TestSeries second = TestSeries.of(3).version(2);
    assertEquals(
        overview(second.and(first)),
        List.of("v1 2/2 example: Improve the example", "v2 3/3 example: Improve the example"));
    Series newest = Mails.assemble(second.and(first)).series().get(1);
    assertEquals(remarks(newest), List.of("OTHER_VERSION 0: other versions are here too: v1"));
  }

  @Test
  public void aNewVersionMayAnswerTheOldOne() {
    TestSeries first = TestSeries.of(2);
    TestSeries second =
        TestSeries.withCover(
                MailText.cover(2).subject("example: Improve it more"),
                MailText.patch(1, 2),
                MailText.patch(2, 2))
            .version(2)
            .with(0, cover -> cover.inReplyTo(first.mail(0)));
    assertEquals(
        overview(first.and(second)),
        List.of("v1 2/2 example: Improve the example", "v2 2/2 example: Improve it more"));
  }

  @Test
  public void versionsWithoutLetterThatAllAnswerOneMailAreApart() {
    TestSeries first = TestSeries.withoutCover(MailText.patch(1, 2), MailText.patch(2, 2));
    TestSeries second =
        first
            .version(2)
            .with(0, patch -> patch.inReplyTo(first.mail(0)))
            .with(1, patch -> patch.inReplyTo(first.mail(0)));
    assertEquals(
        overview(first.and(second)),
        List.of("v1 2/2 example: Add part 1", "v2 2/2 example: Add part 1"));
  }

  @Test
  public void aNewVersionOfOnePatchReplacesIt() {
    TestSeries series = TestSeries.of(5);
    MailText newer = series.mail(3).version(2).log("A better reason.").inReplyTo(series.mail(3));
    Series read = Mails.series(series.and(newer));
    assertTrue(read.isComplete());
    assertEquals(read.version(), 1);
    assertEquals(read.patch(3).orElseThrow().tag().version(), 2);
    assertEquals(read.duplicates().size(), 1);
    assertEquals(
        remarks(read), List.of("OTHER_VERSION 3: v2 of this patch was sent alone and replaces v1"));
  }

  @Test
  public void aCorrectionWithADottedVersionReplacesAPatch() {
    TestSeries series = TestSeries.of(3).version(2);
    MailText newer =
        series
            .mail(2)
            .wholeSubject("[PATCH v2.1 2/3] example: Add part 2")
            .messageId("corrected@example.org")
            .log("A better reason.")
            .inReplyTo(series.mail(0));
    Series read = Mails.series(series.and(newer));
    assertEquals(read.patch(2).orElseThrow().tag().versionLabel(), "v2.1");
    assertEquals(read.label(), "v2");
  }

  @Test
  public void aSingleNewVersionWithoutCounterReplacesThePatchWithItsTitle() {
    TestSeries series = TestSeries.of(3);
    MailText newer =
        series.mail(2).number(0).total(0).version(2).log("Better.").inReplyTo(series.mail(2));
    MailText other = MailText.single().version(2).subject("other").inReplyTo(series.mail(2));
    assertEquals(
        overview(series.and(newer, other)),
        List.of("v1 3/3 example: Improve the example", "v2 1/1 other"));
    Series read = SeriesChoice.newest(Mails.assemble(series.and(newer))).chosen().orElseThrow();
    assertEquals(read.patch(2).orElseThrow().tag().version(), 2);
  }

  @Test
  public void aWholeNewVersionPatchByPatchIsASeries() {
    TestSeries first = TestSeries.of(3);
    TestSeries second = first.without(0).version(2);
    for (int i = 0; i < 3; i++) {
      MailText old = first.mail(i + 1);
      second = second.with(i, patch -> patch.inReplyTo(old));
    }
    assertEquals(
        overview(first.and(second)),
        List.of("v1 3/3 example: Improve the example", "v2 3/3 example: Add part 1"));
  }

  @Test
  public void aResentSeriesIsASeriesOfItsOwn() {
    TestSeries first = TestSeries.of(2);
    TestSeries second = TestSeries.of(2).prefix("RESEND PATCH");
    assertEquals(
        overview(second.and(first)),
        List.of(
            "v1 2/2 example: Improve the example", "v1 resent 2/2 example: Improve the example"));
  }

  @Test
  public void oneResentPatchFillsTheGap() {
    TestSeries series = TestSeries.of(3);
    MailText resent = series.mail(2).prefix("PATCH RESEND").inReplyTo(series.mail(0));
    Series read = Mails.series(series.without(2).and(resent));
    assertTrue(read.isComplete());
  }

  @Test
  public void aSeriesWithoutThreadingIsKeptTogetherAndRemarked() {
    TestSeries series = TestSeries.of(3);
    for (int i = 1; i <= 3; i++) {
      series = series.with(i, patch -> patch.inReplyTo());
    }
    assertEquals(
        remarks(Mails.series(series)),
        List.of("THREADING 0: no patch replies to the cover letter"));
  }

  @Test
  public void oneLostPatchIsRemarkedAlone() {
    TestSeries series = TestSeries.of(3).with(2, patch -> patch.inReplyTo());
    assertEquals(
        remarks(Mails.series(series)),
        List.of("THREADING 2: replies neither to the cover letter nor to the patch before it"));
  }

  @Test
  public void aChainOfPatchesIsThreadedToo() {
    TestSeries series = TestSeries.of(3);
    MailText second = series.mail(2).inReplyTo(series.mail(1));
    Series read =
        Mails.series(series.with(2, x -> second).with(3, patch -> patch.inReplyTo(second)));
    assertEquals(read.remarks(), List.of());
  }

  @Test
  public void twoSeriesOfOneSenderAreNotMixed() {
    TestSeries one =
        TestSeries.withoutCover(
            MailText.patch(1, 2).subject("a: One"), MailText.patch(2, 2).subject("a: Two"));
    TestSeries two =
        TestSeries.withoutCover(
            MailText.patch(1, 2).subject("b: One"), MailText.patch(2, 2).subject("b: Two"));
    assertEquals(
        overview(one.and(two).ordered(3, 0, 2, 1)), List.of("v1 2/2 b: One", "v1 2/2 a: One"));
    assertEquals(overview(one.and(two).ordered(0, 3)), List.of("v1 1/2 a: One", "v1 1/2 b: Two"));
  }

  @Test
  public void aNumberAboveTheTotalHasAPlace() {
    TestSeries series = TestSeries.of(2);
    MailText more =
        MailText.patch(3, 2).wholeSubject("[PATCH 3/2] example: Also").inReplyTo(series.mail(0));
    Series read = Mails.series(series.and(more));
    assertEquals(read.total(), 2);
    assertEquals(read.patches().size(), 3);
    assertTrue(read.isComplete());
    assertEquals(remarks(read), List.of("NUMBERING 3: patch 3 of 2"));
  }

  @Test
  public void differentTotalsAreRemarked() {
    TestSeries series = TestSeries.of(3).with(3, patch -> patch.total(4));
    Series read = Mails.series(series);
    assertEquals(read.total(), 3);
    assertEquals(
        remarks(read),
        List.of("NUMBERING 0: subjects announce different numbers of patches: 3, 4"));
  }

  @Test
  public void aLetterThatForgotItsVersionIsStillTheirs() {
    TestSeries series = TestSeries.of(2).version(2).with(0, cover -> cover.version(0));
    MailText cover = series.mail(0);
    Series read =
        Mails.series(
            series
                .with(1, patch -> patch.inReplyTo(cover))
                .with(2, patch -> patch.inReplyTo(cover)));
    assertEquals(read.version(), 2);
    assertEquals(
        remarks(read),
        List.of("OTHER_VERSION 0: subjects of one series say different versions: v1, v2"));
  }

  @Test
  public void onlyPatchNumberedZeroIsReviewed() {
    MailText odd = MailText.patch(0, 1);
    Series read = Mails.series(TestSeries.mails(odd));
    assertEquals(read.patches().size(), 1);
    assertTrue(read.cover().isEmpty());
    assertEquals(remarks(read), List.of("NUMBERING 0: the only patch is numbered 0"));
  }

  @Test
  public void repliesAndTheirTrailersGoToThePatchTheyAnswer() {
    TestSeries series = TestSeries.of(3);
    MailText first = MailText.reply(series.mail(2), "> x\nWhy?\n");
    MailText second =
        MailText.reply(first, "I see.\n\nReviewed-by: Rae Reviewer <rae@example.net>\n").base64();
    MailText all = MailText.reply(series.mail(0), "Acked-by: Bo Both <bo@example.org>\n");
    Series read = Mails.series(series.and(second, first, all, all));
    assertEquals(read.replies().size(), 3);
    assertEquals(
        read.collected().stream().map(given -> given.patch() + " " + given.trailer()).toList(),
        List.of(
            "2 Reviewed-by: Rae Reviewer <rae@example.net>",
            "0 Acked-by: Bo Both <bo@example.org>"));
    assertEquals(read.collected().get(0).fromName(), "Rae Reviewer");
  }

  @Test
  public void trailersForAnOlderVersionStayThere() {
    TestSeries first = TestSeries.of(2);
    TestSeries second = TestSeries.of(2).version(2);
    MailText reply = MailText.reply(first.mail(1), "Reviewed-by: Rae Reviewer <rae@example.net>\n");
    List<Series> read = Mails.assemble(first.and(second).and(reply)).series();
    assertEquals(read.get(0).collected().size(), 1);
    assertEquals(read.get(1).collected().size(), 0);
  }

  @Test
  public void aReplyWhoseThreadWasLostIsFoundByItsSubject() {
    TestSeries series = TestSeries.of(2);
    MailText reply =
        MailText.reply(series.mail(1), "Acked-by: Bo Both <bo@example.org>\n").inReplyTo();
    assertEquals(Mails.series(series.and(reply)).collected().get(0).patch(), 1);
  }

  @Test
  public void aDiffInAReplyIsNoPatchOfTheSeries() {
    TestSeries series = TestSeries.of(2);
    MailText reply =
        MailText.reply(
            series.mail(1),
            "Rather:\n\n---\n" + MailText.newFile("a.c", "int a;") + "-- \n2.39.5\n");
    SeriesSet read = Mails.assemble(series.and(reply));
    assertEquals(read.series().size(), 1);
    assertEquals(read.series().get(0).replies().size(), 1);
  }

  @Test
  public void aWholePatchInAReplyFillsItsEmptySlot() {
    TestSeries series = TestSeries.of(3);
    MailText fixed =
        MailText.patch(2, 3)
            .wholeSubject("Re: [PATCH 2/3] example: Add part 2")
            .messageId("fixed@example.org")
            .inReplyTo(series.mail(0));
    Series read = Mails.series(series.without(2).and(fixed));
    assertTrue(read.isComplete());
    assertTrue(read.patch(2).orElseThrow().tag().reply());
    assertEquals(read.replies(), List.of());
  }

  @Test
  public void aWholePatchInAReplyDoesNotTakeTheSlotOfAnother() {
    TestSeries series = TestSeries.of(3);
    MailText fixed =
        MailText.patch(2, 3)
            .wholeSubject("Re: [PATCH 2/3] example: Add part 2")
            .messageId("fixed@example.org")
            .inReplyTo(series.mail(2));
    Series read = Mails.series(series.and(fixed));
    assertFalse(read.patch(2).orElseThrow().tag().reply());
    assertEquals(read.replies().size(), 1);
    MailText other = fixed.from("Bo Both <bo@example.org>");
    assertEquals(Mails.series(series.without(2).and(other)).missing(), List.of(2));
  }

  @Test
  public void patchesWithoutCounterBelowALetterThatAnnouncesAsManyAreItsPatches() {
    MailText cover = MailText.cover(2);
    MailText one =
        MailText.single().subject("example: One").messageId("one@example.org").inReplyTo(cover);
    MailText two =
        MailText.single().subject("example: Two").messageId("two@example.org").inReplyTo(cover);
    Series read = Mails.series(TestSeries.mails(cover, one, two));
    assertTrue(read.isComplete());
    assertEquals(
        read.patches().stream().map(SeriesPatch::subject).toList(),
        List.of("example: One", "example: Two"));
    assertEquals(Mails.assemble(TestSeries.mails(cover, one)).series().size(), 2);
  }

  @Test
  public void aPatchSentIntoTheThreadIsASeriesAside() {
    TestSeries series = TestSeries.of(2);
    MailText fix = MailText.single().subject("example: Fix part 1").inReplyTo(series.mail(1));
    SeriesSet read = Mails.assemble(series.and(fix));
    assertEquals(read.series().size(), 2);
    assertEquals(
        SeriesChoice.newest(read).chosen().orElseThrow().title(), "example: Improve the example");
  }

  @Test
  public void pullRequestsAndChatterAreUnrelated() {
    MailText pull = MailText.cover(0).prefix("GIT PULL").subject("example for 6.9");
    MailText chat = MailText.cover(0).wholeSubject("lunch?").messageId("lunch@example.org");
    SeriesSet read = Mails.assemble(TestSeries.of(2).and(pull, chat));
    assertEquals(read.series().size(), 1);
    assertEquals(
        read.unrelated().stream().map(PatchMail::taggedSubject).toList(),
        List.of("[GIT PULL] example for 6.9", "lunch?"));
  }

  @Test
  public void aMailWithoutMessageIdIsRemarked() {
    TestSeries series = TestSeries.of(2).with(2, patch -> patch.messageId(""));
    assertEquals(
        remarks(Mails.series(series)), List.of("MESSAGE_ID 2: the mail has no Message-ID"));
  }

  @Test
  public void aNumberedMailWithoutPatchIsRemarked() {
    TestSeries series = TestSeries.of(2).with(2, patch -> patch.diff(""));
    assertEquals(
        remarks(Mails.series(series)), List.of("NO_PATCH 2: there is no patch in the mail"));
  }

  @Test
  public void loopsOfReferencesAreBroken() {
    MailText one = MailText.patch(1, 2).messageId("a@x").inReplyTo("b@x");
    MailText two = MailText.patch(2, 2).messageId("b@x").inReplyTo("a@x");
    MailText self = MailText.single().messageId("c@x").inReplyTo("c@x");
    assertEquals(overview(TestSeries.mails(one, two, self)).size(), 2);
  }

  @Test
  public void nothingGivesNothing() {
    SeriesSet read = SeriesAssembler.assemble(List.of(), Limits.DEFAULT);
    assertEquals(read.series(), List.of());
    assertEquals(SeriesChoice.newest(read).seen(), "no patch series among the mails");
  }
}
