package dev.galley.series;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.mail.PatchMail;
import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The assembly of every series of the corpus against the table that was made by hand and scan. */
@Test(groups = "corpus")
public class SeriesCorpusTest {

  private static final long SEED = 20260604;

  @DataProvider
  public Object[][] rows() throws IOException {
    return CorpusFiles.table("series/index.tsv").stream()
        .map(row -> new Object[] {row.get("file"), row})
        .toArray(Object[][]::new);
  }

  @DataProvider
  public Object[][] threads() throws IOException {
    return CorpusFiles.table("series/threads.tsv").stream()
        .map(row -> new Object[] {row.get("file"), row})
        .toArray(Object[][]::new);
  }

  private static List<PatchMail> mails(String file) {
    return Mails.of(CorpusFiles.folder().resolve(file));
  }

  private static Series only(String file) {
    List<Series> series = SeriesAssembler.assemble(mails(file), Limits.DEFAULT).series();
    assertEquals(series.size(), 1, file + ": " + series.stream().map(Series::title).toList());
    return series.get(0);
  }

  @Test(dataProvider = "rows")
  public void agreesWithItsRow(String file, CorpusFiles.Row row) {
    assertEquals(difference(row, only("series/" + file)), "", file);
  }

  private static String difference(CorpusFiles.Row row, Series series) {
    Map<String, String> read = new HashMap<>();
    read.put("version", "v" + series.version());
    read.put("patches", String.valueOf(series.patches().size()));
    read.put("of", String.valueOf(series.total()));
    read.put("cover", series.cover().isPresent() ? "yes" : "no");
    read.put("state", series.isComplete() ? "complete" : "incomplete");
    read.put("duplicates", String.valueOf(series.duplicates().size()));
    read.put("rfc", series.isRfc() ? "rfc" : "");
    read.put("threading", threading(series));
    read.put(
        "archived", has(series, AssemblyRemark.Kind.OUT_OF_ORDER) ? "out-of-order" : "in-order");
    return read.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(row.get(entry.getKey())))
        .map(entry -> entry + " expected " + row.get(entry.getKey()))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private static boolean has(Series series, AssemblyRemark.Kind kind) {
    return series.remarks().stream().anyMatch(remark -> remark.kind() == kind);
  }

  /** By the remarks: none at all, or the parent of the last patch. */
  private static String threading(Series series) {
    List<SeriesPatch> patches = series.patches();
    if (has(series, AssemblyRemark.Kind.THREADING)) {
      return "none";
    }
    SeriesPatch last = patches.get(patches.size() - 1);
    String before = patches.size() < 2 ? "" : patches.get(patches.size() - 2).mail().messageId();
    boolean chained =
        last.mail().inReplyTo().contains(before)
            && (patches.size() > 2 || series.cover().isPresent());
    return chained ? "deep" : "shallow";
  }

  @Test(dataProvider = "threads")
  public void aThreadHasTheSeriesAndItsReplies(String file, CorpusFiles.Row row) {
    Series series = only("series/" + file);
    Series alone = only("series/" + row.get("series_file"));
    assertEquals(summary(series), summary(alone));
    assertEquals(String.valueOf(series.replies().size()), row.get("replies"));
  }

  @Test
  public void everyPatchOfTheCorpusHasADecidedPlace() throws IOException {
    for (String set : List.of("series", "conversions", "oddities", "siov-rfc")) {
      for (Path mbox : CorpusFiles.mboxes(set)) {
        List<PatchMail> mails = Mails.of(mbox);
        SeriesSet found = SeriesAssembler.assemble(mails, Limits.DEFAULT);
        int placed = found.unrelated().size();
        for (Series series : found.series()) {
          placed += series.patches().size() + series.duplicates().size() + series.replies().size();
          placed += series.cover().isPresent() ? 1 : 0;
        }
        assertEquals(placed, mails.size(), mbox.toString());
      }
    }
  }

  /** Message-IDs that several files have, with other mails around them, are left out. */
  @Test
  public void shuffledTogetherTheyAreTheSame() throws IOException {
    Map<String, List<PatchMail>> files = new HashMap<>();
    Map<String, Integer> uses = new HashMap<>();
    for (CorpusFiles.Row row : CorpusFiles.table("series/index.tsv")) {
      List<PatchMail> mails = mails("series/" + row.get("file"));
      files.put(row.get("file"), mails);
      mails.stream()
          .map(PatchMail::messageId)
          .distinct()
          .forEach(id -> uses.merge(id, 1, Integer::sum));
    }
    files
        .values()
        .removeIf(
            mails -> mails.stream().anyMatch(mail -> uses.getOrDefault(mail.messageId(), 0) > 1));
    List<PatchMail> all = new ArrayList<>();
    files.keySet().stream()
        .sorted()
        .forEach(file -> all.addAll(files.getOrDefault(file, List.of())));
    Collections.shuffle(all, new Random(SEED));

    List<String> together = summaries(SeriesAssembler.assemble(all, Limits.DEFAULT).series());
    List<Series> apart = new ArrayList<>();
    files
        .values()
        .forEach(mails -> apart.addAll(SeriesAssembler.assemble(mails, Limits.DEFAULT).series()));
    assertTrue(apart.size() > 100, apart.size() + " series");
    List<String> expected = summaries(apart);
    Set<String> lost = new HashSet<>(expected);
    together.forEach(lost::remove);
    Set<String> extra = new HashSet<>(together);
    expected.forEach(extra::remove);
    assertEquals(extra, Set.of(), "not so alone; alone: " + lost);
    assertEquals(together, expected);
  }

  private static List<String> summaries(List<Series> series) {
    return series.stream().map(SeriesCorpusTest::summary).sorted().toList();
  }

  private static String summary(Series series) {
    return String.format(
        Locale.ROOT,
        "%s %s %d %s %s %s",
        series.label(),
        series.title(),
        series.total(),
        series.cover().map(cover -> cover.mail().messageId()).orElse("-"),
        series.slots().stream()
            .map(slot -> slot.found().map(patch -> patch.mail().messageId()).orElse("missing"))
            .toList(),
        series.duplicates().stream().map(Series.Duplicate::patch).toList());
  }

  @Test
  public void theSiovThreadIsReadToTheLastTrailer() {
    List<PatchMail> mails = mails("siov-rfc/siov-rfc-thread.mbox");
    assertEquals(mails.size(), 20);
    SeriesSet set = SeriesAssembler.assemble(mails, Limits.DEFAULT);
    assertEquals(set.unrelated(), List.of());
    assertEquals(set.series().size(), 1);
    Series series = set.series().get(0);
    assertEquals(series.slots().size(), 12);
    assertTrue(series.isComplete() && series.isRfc());
    assertEquals(series.remarks(), List.of());
    assertEquals(series.replies().size(), 6);
    assertEquals(series.duplicates().size(), 1);
    assertEquals(series.duplicates().get(0).patch(), 12);
    assertTrue(series.duplicates().get(0).sameContent());
    assertEquals(series.collected().size(), 1);
    CollectedTrailer trailer = series.collected().get(0);
    assertEquals(trailer.patch(), 7);
    assertTrue(trailer.trailer().is("Reviewed-by"));
    assertTrue(trailer.fromName().endsWith("Gross"), trailer.fromName());
    CoverLetter cover = series.cover().orElseThrow();
    assertEquals(
        cover.shortlog().stream().map(CoverLetter.ShortlogEntry::subject).toList(),
        series.patches().stream().map(patch -> patch.tag().title()).toList());
    Bytes stat = cover.text().slice(cover.diffstat());
    assertTrue(stat.indexOf("18 files changed, 289 insertions(+), 58 deletions(-)", 0) > 0);
    assertTrue(stat.endsWith(" create mode 100644 drivers/pci/siov.c\n"));
  }
}
