package dev.galley.search;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Searches of a whole kernel tree against lists of sites that people read: {@code
 * fixtures/kernelc/search}, made from git grep and spatch.
 */
@Test(groups = "corpus")
public class KernelSearchTest {

  private static final Path FOLDER = Path.of("fixtures", "kernelc", "search");

  /** The lists' words for kinds that are finer than ours. */
  private static final Map<String, String> KINDS =
      Map.of("case", "read", "cast", "read", "other", "address");

  /**
   * Places of which nobody can say whether they are sites without what calls them, or that are no C
   * by themselves; each was read.
   */
  private static final Set<String> KNOWN_DOUBTS =
      Set.of(
          // A macro's parameter, whose type only the calls know.
          "drivers/pci/hotplug/pnv_php.c:27",
          "drivers/pci/access.c:246",
          // A type pasted together: (u##size)tmp.
          "drivers/vfio/pci/ism/main.c:33",
          // A macro's body that is a list for another macro.
          "drivers/gpu/drm/i915/display/intel_display_types.h:2307",
          // A struct with a macro in the middle of a member.
          "drivers/net/ethernet/jme.h:400",
          // Macros that define whole functions with names pasted together.
          "drivers/pci/pci-sysfs.c:45",
          "drivers/pci/pcie/aer.c:575",
          "drivers/pci/pcie/aer.c:610",
          // Arguments of TRACE_EVENT that are statements.
          "include/trace/events/pci.h:92",
          "include/trace/events/pci.h:104");

  /** One line of searches.tsv. */
  record Row(String name, String pattern, String kind, String path, int sites) {
    static Row of(String line) {
      String[] parts = line.split("\t", -1);
      return new Row(parts[0], parts[1], parts[2], parts[3], Integer.parseInt(parts[4].strip()));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @DataProvider
  public static Object[] searches() throws IOException {
    List<Row> rows = rows(FOLDER.resolve("searches.tsv")).map(Row::of).toList();
    assertTrue(rows.size() >= 12, "searches.tsv has " + rows.size() + " searches");
    return rows.toArray();
  }

  @Test(dataProvider = "searches")
  public void findsEverySiteAndNothingElse(Row row) throws Exception {
    Set<SiteKind> kinds =
        row.kind().equals("-")
            ? EnumSet.allOf(SiteKind.class)
            : EnumSet.of(SiteKind.of(row.kind()).orElseThrow());
    List<String> paths = row.path().equals("-") ? List.of() : List.of(row.path());
    SearchOrder order = new SearchOrder(row.pattern(), kinds, paths, SearchOrder.IndexUse.NEVER);
    Set<String> expected =
        rows(FOLDER.resolve(row.name() + ".tsv"))
            .map(line -> line.split("\t", -1))
            .filter(parts -> isSite(row, parts))
            .map(KernelSearchTest::text)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected.size(), row.sites(), "rows of " + row.name() + ".tsv");
    SearchResult result;
    try (BaseTree tree = Bases.open(new BaseSpec(CorpusFiles.kernel(), "HEAD"))) {
      result = Search.run(order, tree, (what, done, of) -> {});
    }
    Set<String> found =
        result.sites().stream()
            .map(
                site ->
                    site.path()
                        + ":"
                        + site.line()
                        + ":"
                        + site.column()
                        + " "
                        + site.kind().label())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    Set<String> extra = new TreeSet<>(found);
    extra.removeAll(expected);
    assertEquals("missing " + missing + ", extra " + extra, "missing [], extra []");
    List<String> doubts =
        result.doubts().stream()
            .map(doubt -> doubt.site().path() + ":" + doubt.site().line())
            .filter(place -> !KNOWN_DOUBTS.contains(place))
            .toList();
    assertEquals(doubts, List.of(), "places of unknown type");
  }

  /** Whether a row is a site: of member searches only those of the struct asked for are. */
  private static boolean isSite(Row row, String[] parts) {
    boolean isMember = row.pattern().startsWith("struct pci_dev *d; d->is_");
    return !isMember || parts[4].equals("struct pci_dev");
  }

  private static String text(String[] parts) {
    return parts[0]
        + ":"
        + parts[1]
        + ":"
        + parts[2]
        + " "
        + KINDS.getOrDefault(parts[3], parts[3]);
  }

  private static java.util.stream.Stream<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }
}
