package dev.galley.mutants;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.series.Series;
import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.Mails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.Test;

/**
 * The same mistakes put into real series, of which there are only the mails.
 *
 * <p>Nobody knows these series to be right, and hunks do not show everything: the counts are a
 * floor that may only rise.
 */
@Test(groups = "corpus")
public final class CorpusMutationTest {

  /** Percent of the mistakes that are named, rounded down, when this was last looked at. */
  private static final double FLOOR = 0;

  private static final int SAMPLE = 1;

  public void mistakesInRealSeriesAreNamed() throws IOException {
    if (!Boolean.getBoolean("galley.full")) {
      throw new SkipException("takes minutes: -Dgalley.full=true");
    }
    Tally tally = new Tally();
    int series = 0;
    for (Path file : CorpusFiles.mboxes("conversions")) {
      if (!file.toString().contains(".mistake.")) {
        List<Series> all = Mails.allSeries(CorpusFiles.octets(file));
        if (!all.isEmpty()) {
          series++;
          examine(Laboratory.fromMails(all.get(all.size() - 1)), tally);
        }
      }
    }
    Reporter.log(series + " series\n" + tally.text(), true);
    assertTrue(series > 60, "only " + series + " series");
    assertTrue(tally.caught() >= FLOOR, tally.text());
  }

  private static void examine(Laboratory laboratory, Tally tally) {
    for (Operator operator : laboratory.operators()) {
      List<Mutant> some = new ArrayList<>(laboratory.mutants(operator));
      Collections.shuffle(some, new Random(20260302));
      for (Mutant mutant : some.subList(0, Math.min(SAMPLE, some.size()))) {
        try {
          laboratory.examine(operator, mutant).ifPresent(tally::add);
        } catch (IllegalArgumentException unwritable) {
          // From hunks alone a mutant that adds or drops one cannot be written as a diff.
          assertEquals(unwritable.getMessage(), "a hunk came or went");
        }
      }
    }
  }
}
