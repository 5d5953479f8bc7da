package dev.galley.convert;

import static org.testng.Assert.assertEquals;

import dev.galley.kernelc.symbols.IndexFolder;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.types.Types;
import dev.galley.search.Doubt;
import dev.galley.search.Search;
import dev.galley.search.SearchOrder;
import dev.galley.search.SearchResult;
import dev.galley.search.Site;
import dev.galley.search.SiteKind;
import dev.galley.testkit.CorpusFiles;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** The sites of rules in trees. */
public final class RuleSitesTest {

  private static final String DEV = "struct dev { int flag; int mask; void *priv; };\n";

  private Path folder = Path.of("");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("galley-rule-sites");
  }

  @AfterMethod
  public void removeFolder() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  @Test
  public void findsReadsButNotTheHelpersOwnBody() throws Exception {
    file(
        "a.c",
        DEV
            + """
            struct other { int flag; };
            int helper(struct dev *d) { return d->flag; }
            int f(struct dev *x, struct other *o) { x->flag = 1; return !!(*x).flag + o->flag; }
            """);
    assertEquals(
        sites("struct dev *d", "d->flag", true),
        List.of("1 declaration", "4 write f", "4 read f", "others {struct other=2}"));
  }

  @Test
  public void findsConditionsPartsOfRowsAndMacros() throws Exception {
    file(
        "a.c",
        DEV
            + """
            #define HAS(x) ((x)->priv && (x)->mask)
            int g(struct dev *d)
            {
            	if (d->flag && d->priv && d->mask)
            		return 1;
            	return d->mask && d->priv;
            }
            """);
    assertEquals(
        String.join("; ", sites("struct dev *d", "d->priv != NULL && d->mask", true)),
        String.join("; ", "5 read g", "7 read g", "doubt 2 HAS", "others {members=1}"));
  }

  @Test
  public void findsRunsOfStatements() throws Exception {
    file(
        "a.c",
        DEV
            + """
            void g(struct dev *d, struct dev *e)
            {
            	lock(d);
            	d->flag = 0;
            	unlock(d);
            	lock(d);
            	e->flag = 0;
            	unlock(d);
            }
            """);
    assertEquals(
        sites("struct dev *d", "lock(d); d->flag = 0; unlock(d);", false), List.of("4 read g"));
  }

  @Test
  public void saysWhyNothingIsSearched() throws Exception {
    file("a.c", DEV);
    assertEquals(
        sites("expression e", "e + 1", true),
        List.of("no tree is searched for it: it has no word of its own"));
  }

  @Test(groups = "corpus")
  public void findsInTheKernelWhatTheSearchFinds() throws Exception {
    try (BaseTree tree = Bases.open(BaseSpec.parse(CorpusFiles.kernel().toString()))) {
      TreeSymbols symbols =
          IndexFolder.ofUser()
              .find(tree)
              .index()
              .map(index -> TreeSymbols.of(tree, index))
              .orElseGet(() -> TreeSymbols.of(tree));
      CodeState state = new CodeState(tree, symbols, new Types(symbols));
      Rule rule = RuleMatcherTest.rule("struct pci_dev *d", "d->is_physfn", true);
      RuleSites ours = RuleSites.find(List.of(rule), state, new RuleMatcher()).get(0);
      Set<SiteKind> all = EnumSet.allOf(SiteKind.class);
      SearchResult theirs =
          Search.run(
              new SearchOrder(
                  "struct pci_dev *d; d->is_physfn", all, List.of(), SearchOrder.IndexUse.AUTO),
              tree,
              (what, done, of) -> {});
      assertEquals(
          ours.sites().stream().map(RuleSitesTest::text).collect(Collectors.joining("\n")),
          theirs.sites().stream().map(RuleSitesTest::text).collect(Collectors.joining("\n")));
      assertEquals(ours.doubts().size(), theirs.doubts().size());
    }
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private List<String> sites(String variables, String left, boolean expression) throws Exception {
    try (BaseTree tree = Bases.open(BaseSpec.parse(folder.toString()))) {
      TreeSymbols symbols = TreeSymbols.of(tree);
      CodeState state = new CodeState(tree, symbols, new Types(symbols));
      Rule rule = RuleMatcherTest.rule(variables, left, expression);
      RuleSites found = RuleSites.find(List.of(rule), state, new RuleMatcher()).get(0);
      List<String> lines = new ArrayList<>();
      found.sites().forEach(site -> lines.add(text(site).replace("a.c:", "")));
      for (Doubt doubt : found.doubts()) {
        lines.add("doubt " + doubt.site().line() + " " + doubt.site().macro().orElse(""));
      }
      if (!found.others().isEmpty()) {
        lines.add("others " + found.others());
      }
      lines.addAll(found.remarks());
      return lines;
    }
  }

  private static String text(Site site) {
    String in = site.function().or(site::macro).map(name -> " " + name).orElse("");
    return site.path() + ":" + site.line() + " " + site.kind().label() + in;
  }
}
