package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.check.ReviewSubject;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.series.Series;
import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.GitCommand;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** The ledger of the SIOV RFC on a kernel, against all that git grep sees. */
@Test(groups = "corpus")
public final class KernelLedgerTest {

  private Optional<Ledger> made = Optional.empty();
  private List<Companion> companions = List.of();

  @BeforeClass
  public void makeLedger() throws Exception {
    Path mails = CorpusFiles.folder().resolve("siov-rfc/siov-rfc-rebased-7.2.mbox");
    Series series = Mails.newest(Bytes.wrap(Files.readAllBytes(mails)));
    try (BaseTree base = Bases.open(BaseSpec.parse(CorpusFiles.kernel().toString()))) {
      ReviewSubject subject = ReviewSubject.on(series, base);
      SeriesCode code = SeriesCodes.of(series, Optional.of(base), subject.outcomes());
      Ledger ledger = LedgerMaker.of(code, TestBooks.siov());
      companions = Companions.of(code, TestBooks.siov(), ledger);
      made = Optional.of(ledger);
    }
  }

  /** Every line with one of the words is an entry, certainly something else, or no token of C. */
  @Test
  public void accountsForAllThatGitGrepSees() throws Exception {
    Set<String> known = new TreeSet<>();
    for (Ledger.Account account : made.orElseThrow().accounts()) {
      account.entries().stream()
          .filter(entry -> entry.before() > 0)
          .forEach(entry -> known.add(entry.path() + ":" + entry.before()));
      account.others().forEach(other -> known.add(other.path() + ":" + other.line()));
    }
    Path kernel = CorpusFiles.kernel();
    String grep = new GitCommand(kernel).get("grep", "-nwF", "-e", "is_physfn", "-e", "is_virtfn");
    List<String> lost = new ArrayList<>();
    int seen = 0;
    for (String line : grep.split("\n", -1)) {
      String[] parts = line.split(":", 3);
      if (parts.length < 3 || !TreeScan.isC(parts[0])) {
        continue;
      }
      seen++;
      if (!known.contains(parts[0] + ":" + parts[1])
          && isToken(kernel, parts[0], Integer.parseInt(parts[1]))) {
        lost.add(line);
      }
    }
    assertEquals(lost, List.of());
    assertTrue(seen > 150, seen + " lines");
  }

  private static boolean isToken(Path kernel, String path, int line) throws Exception {
    Bytes bytes = Bytes.wrap(Files.readAllBytes(kernel.resolve(path)));
    CTokens tokens = CFile.of(path, bytes).outline().tokens();
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.is(token, Kind.ID) || tokens.is(token, Kind.DIRECTIVE)) {
        String text = tokens.text(token);
        int at = 1 + bytes.slice(0, tokens.start(token)).lineFeeds();
        if ((text.contains("is_physfn") || text.contains("is_virtfn"))
            && at <= line
            && line <= at + text.chars().filter(c -> c == '\n').count()) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  public void knowsTheConversions() {
    long converted =
        made.orElseThrow().accounts().stream()
            .flatMap(account -> account.entries().stream())
            .filter(entry -> entry.fate() instanceof Fate.Converted)
            .count();
    assertEquals(converted, 50);
    assertEquals(made.orElseThrow().accounts().stream().mapToInt(Ledger.Account::untyped).sum(), 0);
  }

  @Test
  public void missesWhatAReaderMisses() {
    List<String> strong =
        made.orElseThrow().accounts().stream()
            .flatMap(account -> account.entries().stream())
            .filter(entry -> entry.fate() instanceof Fate.Missed)
            .filter(entry -> entry.reasons().get(0).sort().compareTo(Reason.Sort.NAMES) <= 0)
            .map(entry -> entry.path() + ":" + entry.before())
            .toList();
    assertEquals(
        strong,
        List.of(
            "arch/powerpc/kernel/eeh.c:1603",
            "drivers/pci/pci-acpi.c:485",
            "drivers/pci/probe.c:1893",
            "drivers/pci/probe.c:1903",
            "drivers/pci/probe.c:1918",
            "drivers/vfio/pci/hisilicon/hisi_acc_vfio_pci.c:1249",
            "drivers/vfio/pci/mlx5/cmd.c:230",
            "drivers/vfio/pci/xe/main.c:93",
            "drivers/vfio/pci/xe/main.c:106",
            "drivers/vfio/pci/xe/main.c:483"));
  }

  /** The flag that sriov_release() clears while the other stays, and who asks afterwards. */
  @Test
  public void findsTheUseThatRunsAfterTheRelease() {
    assertEquals(companions.size(), 1);
    Companion companion = companions.get(0);
    assertEquals(companion.function(), "sriov_release");
    assertEquals(companion.helper(), "pci_is_sriov_physfn");
    assertEquals(companion.uses().size(), 1);
    assertTrue(
        companion.uses().get(0).startsWith("arch/powerpc/platforms/powernv/pci-ioda.c:2392: "),
        companion.uses().get(0));
  }
}
