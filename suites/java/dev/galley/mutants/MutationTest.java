package dev.galley.mutants;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.convert.BundledSeries;
import dev.galley.finding.Finding;
import dev.galley.finding.Severity;
import dev.galley.testkit.Bless;
import dev.galley.testkit.FindingText;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.testng.Reporter;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Mistakes put into series of conversions are reported, by the check that names them.
 *
 * <p>A sample by default, chosen by {@code -Dgalley.seed}; with {@code -Dgalley.full=true} every
 * mutant. Survivors are listed by name with the reason in {@code fixtures/oracle}.
 */
public final class MutationTest {

  private static final Path PAGE = Path.of("docs", "mutation-suite.md");
  private static final int SAMPLE = 2;

  /** Percent of the mistakes that are named at least; the goal is 95, and this may only rise. */
  private static final double FLOOR = 65;

  /** Percent of the mistakes that are named from the mails alone, when last looked at. */
  private static final double FLOOR_FROM_MAILS = 48;

  @DataProvider
  public Object[][] series() throws IOException {
    return BundledSeries.all().stream()
        .map(series -> new Object[] {series})
        .toArray(Object[][]::new);
  }

  /** Reading, writing and reading again finds no fault that is not there. */
  @Test(dataProvider = "series")
  public void theUnchangedSeriesIsSound(BundledSeries series) throws IOException {
    try (BaseTree base = open(series)) {
      Laboratory laboratory = laboratory(series, base);
      List<Finding> wrong =
          laboratory.sound().stream()
              .filter(finding -> finding.severity() != Severity.NOTE)
              .toList();
      assertEquals(FindingText.full(wrong, List.of()), "");
      assertTrue(laboratory.words().sites().size() > 5, "hardly any site found");
    }
  }

  /** An operator that finds no place tests nothing. */
  @Test
  public void everyOperatorHasMutants() throws IOException {
    TreeSet<String> without = new TreeSet<>();
    TreeSet<String> with = new TreeSet<>();
    for (BundledSeries series : BundledSeries.all()) {
      try (BaseTree base = open(series)) {
        Laboratory laboratory = laboratory(series, base);
        for (Operator operator : laboratory.operators()) {
          without.add(operator.name());
          boolean fits =
              laboratory.mutants(operator).stream()
                  .anyMatch(mutant -> mutant.series().get().isPresent());
          if (fits) {
            with.add(operator.name());
          }
        }
      }
    }
    without.removeAll(with);
    assertEquals(without, new TreeSet<String>());
  }

  @Test
  public void mutantsAreCaught() throws IOException {
    Survivors survivors = Survivors.read();
    Tally tally = new Tally();
    List<String> surprising = new ArrayList<>();
    for (BundledSeries series : BundledSeries.all()) {
      try (BaseTree base = open(series)) {
        Laboratory laboratory = laboratory(series, base);
        for (Laboratory.Trial trial : trials(laboratory)) {
          tally.add(trial);
          survivors
              .surprise(series.name() + " " + trial.name(), trial.survives())
              .map(text -> text + "\n" + FindingText.full(trial.said(), List.of()))
              .ifPresent(surprising::add);
        }
      }
    }
    Reporter.log(tally.text(), true);
    assertEquals(String.join("\n", surprising), "");
    assertTrue(tally.caught() >= FLOOR, tally.text());
    if (Boolean.getBoolean("galley.full")) {
      assertEquals(survivors.unseen(), Set.of(), "listed, and nobody needs it");
      checkPage(tally);
    }
  }

  private static List<Laboratory.Trial> trials(Laboratory laboratory) {
    List<Laboratory.Trial> trials = new ArrayList<>();
    for (Operator operator : laboratory.operators()) {
      for (Mutant mutant : sample(laboratory.mutants(operator))) {
        laboratory.examine(operator, mutant).ifPresent(trials::add);
      }
    }
    return trials;
  }

  private static void checkPage(Tally tally) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("| operator");
    int end = page.indexOf("are named.\n", start) + "are named.\n".length();
    Bless.check(PAGE, page.substring(0, start) + tally.text() + page.substring(end));
  }

  /**
   * The same mutants as somebody sees them who has no tree. What needs one cannot be said, so there
   * is no list of survivors but a floor, which may only rise.
   */
  @Test
  public void mailsAloneShowMostOfThem() throws IOException {
    Tally tally = new Tally();
    for (BundledSeries series : BundledSeries.all()) {
      Laboratory laboratory = Laboratory.fromMails(Mails.newest(octets(series.mbox())));
      trials(laboratory).forEach(tally::add);
    }
    Reporter.log(tally.text(), true);
    assertTrue(tally.caught() >= FLOOR_FROM_MAILS, tally.text());
  }

  private static List<Mutant> sample(List<Mutant> all) {
    if (Boolean.getBoolean("galley.full")) {
      return all;
    }
    long seed = Long.getLong("galley.seed", 20260302);
    List<Mutant> some = new ArrayList<>(all);
    Collections.shuffle(some, new Random(seed));
    return some.subList(0, Math.min(SAMPLE, some.size()));
  }

  private static BaseTree open(BundledSeries series) throws IOException {
    return Bases.open(BaseSpec.parse(series.base().toString()));
  }

  private static Laboratory laboratory(BundledSeries series, BaseTree base) throws IOException {
    return Laboratory.withBase(Mails.newest(octets(series.mbox())), base);
  }

  private static Bytes octets(Path file) throws IOException {
    return Bytes.wrap(Files.readAllBytes(file));
  }
}
