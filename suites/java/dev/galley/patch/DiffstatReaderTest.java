package dev.galley.patch;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import java.util.List;
import org.testng.annotations.Test;

/** Diffstats as mails carry them. */
public final class DiffstatReaderTest {

  @Test
  public void rowsTotalsAndNotes() {
    Diffstat stat =
        DiffstatReader.read(
            Bytes.utf8(
                """
                Here is a table | 3
                and a series.

                 .../lamp/lamp.c            | 12 +++++++-----
                 drivers/{lamp => light}/x.c |  0
                 picture.bin                | Bin 0 -> 12 bytes
                 3 files changed, 7 insertions(+), 5 deletions(-)
                 create mode 100644 picture.bin
                 rename drivers/{lamp => light}/x.c (100%)
                 mode change 100644 => 100755 run.sh

                -- \n"""));
    assertEquals(List.of(stat.files(), stat.insertions(), stat.deletions()), List.of(3, 7, 5));
    assertEquals(stat.rows().size(), 3);
    Diffstat.Row first = stat.rows().get(0);
    assertEquals(List.of(first.changes(), first.plus(), first.minus()), List.of(12, 7, 5));
    assertTrue(first.mayMean("drivers/lamp/lamp.c"));
    assertFalse(first.mayMean("drivers/lamp/other.c"));
    assertEquals(stat.rows().get(1).oldPath(), "drivers/lamp/x.c");
    assertEquals(stat.rows().get(1).newPath(), "drivers/light/x.c");
    assertEquals(stat.rows().get(2).form(), Diffstat.Row.Form.BINARY);
    assertEquals(stat.notes().get(0).newMode(), 0100644);
    assertEquals(stat.notes().get(1).percent(), 100);
    assertEquals(stat.notes().get(2).kind(), Diffstat.Note.Kind.MODE_CHANGE);
  }

  @Test
  public void noTotalsNoDiffstat() {
    assertTrue(DiffstatReader.read(Bytes.utf8(" x.c | 2 +-\n")).isEmpty());
  }

  @Test
  public void emptySideOfARename() {
    assertEquals(Moved.side("a/{ => b}/c", true), "a/c");
    assertEquals(Moved.side("a/{ => b}/c", false), "a/b/c");
    assertEquals(Moved.shown("a/c", "a/b/c"), "a/{ => b}/c");
    assertEquals(Moved.shown("x", "y"), "x => y");
  }
}
