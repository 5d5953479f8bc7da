package dev.galley.series;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.MailText;
import dev.galley.testkit.Mails;
import dev.galley.testkit.TestSeries;
import org.testng.annotations.Test;

public class SeriesChoiceTest {

  private static final TestSeries FIRST = TestSeries.of(3);
  private static final SeriesSet VERSIONS =
      Mails.assemble(
          FIRST.and(TestSeries.of(2).version(2)).and(TestSeries.of(4).version(3).without(2)));

  @Test
  public void theNewestVersionIsReviewed() {
    SeriesChoice choice = SeriesChoice.newest(VERSIONS);
    assertEquals(choice.chosen().orElseThrow().version(), 3);
    assertEquals(
        choice.seen(),
        "3 series: v1 (3 patches), v2 (2 patches), v3 (3 of 4 patches); reviewing v3");
  }

  @Test
  public void aVersionCanBeChosen() {
    assertEquals(SeriesChoice.version(VERSIONS, 1).chosen().orElseThrow().total(), 3);
    SeriesChoice none = SeriesChoice.version(VERSIONS, 7);
    assertTrue(none.chosen().isEmpty());
    assertTrue(none.seen().endsWith("; none is v7"), none.seen());
  }

  @Test
  public void aTitleOrMessageIdChooses() {
    SeriesSet set =
        Mails.assemble(
            FIRST.and(MailText.single().subject("other: Fix \u2026 it").from("X <x@x.org>")));
    assertEquals(
        SeriesChoice.matching(set, "Improve the EXAMPLE").chosen().orElseThrow().total(), 3);
    assertEquals(SeriesChoice.matching(set, "fix it").chosen().orElseThrow().total(), 1);
    String id = "<" + FIRST.mail(2).id() + ">";
    assertEquals(SeriesChoice.matching(set, id).chosen().orElseThrow().total(), 3);
    assertTrue(SeriesChoice.matching(set, "nothing like it").chosen().isEmpty());
    assertEquals(
        SeriesChoice.matching(set, "improve").seen(),
        "2 series: v1 \"example: Improve the example\" (3 patches), v1 \"other: Fix \u2026 it\""
            + " (1 patch); reviewing v1 \"example: Improve the example\"");
  }

  @Test
  public void oneSeriesIsNamed() {
    assertEquals(
        SeriesChoice.newest(Mails.assemble(FIRST)).seen(),
        "1 series: v1 \"example: Improve the example\" (3 patches)");
  }
}
