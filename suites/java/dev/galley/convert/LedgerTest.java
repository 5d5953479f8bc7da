package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.check.ReviewSubject;
import dev.galley.series.Series;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.testng.annotations.Test;

/** The ledger of a bundled series, as it stands and with mistakes put in. */
public final class LedgerTest {

  private static final Path FOLDER = Path.of("fixtures", "convert", "predicates");

  /** A ledger with the writers that it shows to be wrong. */
  private record Told(Ledger ledger, List<Companion> companions) {

    /** What became of a place, by its line before the series. */
    String fate(String path, int before) {
      return ledger.accounts().stream()
          .flatMap(account -> account.entries().stream())
          .filter(entry -> entry.path().equals(path) && entry.before() == before)
          .map(entry -> entry.fate().label())
          .collect(Collectors.joining(", "));
    }

    List<Reason.Sort> reasons(String path, int before) {
      return ledger.accounts().stream()
          .flatMap(account -> account.entries().stream())
          .filter(entry -> entry.path().equals(path) && entry.before() == before)
          .flatMap(entry -> entry.reasons().stream())
          .map(Reason::sort)
          .toList();
    }

    List<String> missed() {
      return ledger.accounts().stream()
          .flatMap(account -> account.entries().stream())
          .filter(entry -> entry.fate() instanceof Fate.Missed)
          .map(entry -> entry.path() + ":" + entry.before())
          .toList();
    }
  }

  private static Told tell(UnaryOperator<String> change) throws IOException {
    String mails = Files.readString(FOLDER.resolve("series.mbox"));
    Series series = Mails.newest(Bytes.utf8(change.apply(mails)));
    try (BaseTree base = Bases.open(BaseSpec.parse(FOLDER.resolve("base").toString()))) {
      ReviewSubject subject = ReviewSubject.on(series, base);
      assertEquals(subject.isPartial(), false);
      SeriesCode code = SeriesCodes.of(series, java.util.Optional.of(base), subject.outcomes());
      Ledger ledger = LedgerMaker.of(code, TestBooks.weft());
      return new Told(ledger, Companions.of(code, TestBooks.weft(), ledger));
    }
  }

  private static UnaryOperator<String> replacing(String what, String with) {
    return mails -> {
      int at = mails.indexOf(what);
      assertTrue(at >= 0 && mails.indexOf(what, at + 1) < 0, "not there once: " + what);
      return mails.replace(what, with);
    };
  }

  @Test
  public void accountsForEveryPlace() throws IOException {
    Ledger ledger = tell(mails -> mails).ledger();
    Map<String, Integer> totals = new TreeMap<>();
    ledger
        .accounts()
        .forEach(
            account ->
                account.totals().forEach((fate, count) -> totals.merge(fate, count, Integer::sum)));
    assertEquals(
        totals.toString(),
        "{base macro=1, converted=27, exempt=4, helper's body=2, left as generic=2, no read=9}");
    assertEquals(ledger.accounts().get(0).otherTotals().toString(), "{struct twill_node=4}");
    assertEquals(ledger.notes(), List.of());
  }

  @Test
  public void tellsWhatBecameOfAPlace() throws IOException {
    Told told = tell(mails -> mails);
    assertEquals(told.fate("drivers/weft/slio.c", 8), "converted");
    assertEquals(told.fate("drivers/weft/probe.c", 8), "left as generic");
    assertEquals(told.fate("drivers/weft/probe.c", 38), "no read");
    assertEquals(told.fate("drivers/weft/slio.c", 115), "no read");
    assertEquals(told.fate("drivers/net/loom.c", 11), "exempt");
    assertEquals(told.fate("include/linux/weft.h", 31), "base macro");
    assertEquals(told.fate("include/linux/weft.h", 23), "no read");
    // patch 3: "weft_trunk() is asked about branches of every kind and stays."
    assertEquals(told.fate("include/linux/weft.h", 40), "exempt");
    assertEquals(told.missed(), List.of());
    assertEquals(told.companions(), List.of());
  }

  @Test
  public void missesWhatAHunkForgets() throws IOException {
    Told told =
        tell(
            replacing(
                "-\tif (dev->is_trunk)\n+\tif (weft_is_slio_trunk(dev))\n \t\tdev->slio->nr",
                " \tif (dev->is_trunk)\n \t\tdev->slio->nr"));
    assertEquals(told.missed(), List.of("drivers/weft/slio.c:168"));
    assertEquals(
        told.reasons("drivers/weft/slio.c", 168),
        List.of(Reason.Sort.USES, Reason.Sort.FILE, Reason.Sort.WORDS));
  }

  @Test
  public void missesACallOfAConvertedFunction() throws IOException {
    Told told =
        tell(
            replacing(
                """
                -\tif (dev->is_trunk && weft_num_branches(dev))
                +\tif (weft_is_slio_trunk(dev) && weft_num_branches(dev))
                """,
                " \tif (dev->is_trunk && weft_num_branches(dev))\n"));
    assertEquals(told.missed(), List.of("arch/moon/weft/weft_node.c:36"));
    assertEquals(told.reasons("arch/moon/weft/weft_node.c", 36).get(0), Reason.Sort.CALLS);
  }

  @Test
  public void wordsWithoutExemptionAreEvidence() throws IOException {
    Told told =
        tell(
            replacing(
                """
                I left drivers/net and drivers/gpu alone, because
                their devices will not learn the new way.
                """,
                "This converts all of drivers/net and drivers/gpu, too.\n"));
    assertEquals(
        told.missed(),
        List.of("drivers/net/loom.c:11", "drivers/gpu/shuttle.c:8", "drivers/net/loom.c:8"));
    assertEquals(told.reasons("drivers/gpu/shuttle.c", 8), List.of(Reason.Sort.WORDS));
  }

  @Test
  public void tellsOfAFlagSetWithoutItsCompanion() throws IOException {
    Told told =
        tell(
            replacing(
                "+\tbranch->is_slio = true;\n \tbranch->trunk", "+\t/* no */\n \tbranch->trunk"));
    assertEquals(told.companions().size(), 1);
    Companion companion = told.companions().get(0);
    assertEquals(companion.message(), "is_branch is set here, and is_slio is not set");
    assertEquals(companion.function(), "slio_add_branch");
    assertTrue(companion.uses().size() >= 5, companion.uses().toString());
  }

  @Test
  public void tellsOfACompanionThatStays() throws IOException {
    Told told =
        tell(
            replacing(
                "+\tdev->is_slio = false;\n \tkfree(slio);\n", "+\t/* no */\n \tkfree(slio);\n"));
    assertEquals(
        told.companions().stream().map(one -> one.function() + ": " + one.message()).toList(),
        List.of("weft_slio_init: is_trunk is cleared here, and is_slio is not cleared"));
  }

  @Test
  public void isEmptyWithoutBase() throws IOException {
    Series series = Mails.newest(Bytes.utf8(Files.readString(FOLDER.resolve("series.mbox"))));
    assertEquals(LedgerMaker.of(SeriesCodes.of(series), TestBooks.weft()), Ledger.EMPTY);
  }
}
