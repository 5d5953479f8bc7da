package dev.galley.search;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.expectThrows;

import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.io.FileUtils;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What a search finds in small trees, site by site. */
public class SearchTest {

  private static final String TYPES =
      """
      struct dev {
      	unsigned int flag:1;
      	int count;
      	struct dev *up;
      	struct { int inner; };
      };
      struct other { unsigned int flag:1; };
      """;

  private Path folder = Path.of("");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("galley-search");
  }

  @AfterMethod
  public void removeFolder() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  @Test
  public void tellsReadsFromWritesAndAddresses() {
    file(
        "a.c",
        TYPES
            + """
            int f(struct dev *d, int *p)
            {
            	if (d->count)
            		d->count = 1;
            	d->count++;
            	d->count |= 2;
            	p = &d->count;
            	(d->count) = d->count + sizeof(d->count);
            	return *p;
            }
            """);
    assertEquals(
        found("struct dev *d; d->count"),
        List.of(
            "3:6 declaration",
            "10:9 read f",
            "11:6 write f",
            "12:5 write f",
            "13:5 write f",
            "14:10 address f",
            "15:6 write f",
            "15:18 read f",
            "15:36 unevaluated f"));
  }

  @Test
  public void membersOfOtherStructsAreNoSites() {
    file(
        "a.c",
        TYPES
            + """
            /* d->flag in a comment */
            int f(struct dev *d, struct other *o, int flag)
            {
            	const char *s = "d->flag";
            	return d->flag + o->flag + flag;
            }
            struct other x = { .flag = 1 };
            struct dev y = { .flag = 1, .up = &(struct dev){ .flag = 0 } };
            """);
    SearchResult result = search("struct dev *d; d->flag");
    assertEquals(
        lines(result),
        List.of("2:15 declaration", "12:12 read f", "15:19 initialiser", "15:51 initialiser"));
    assertEquals(result.others().toString(), "{local variables=1, parameters=1, struct other=3}");
  }

  @Test
  public void shapesOfTheSameAccessAreSites() {
    file(
        "a.c",
        TYPES
            + """
            int f(struct dev *d, struct dev s, struct dev *tab)
            {
            	return (*d).count + s.count + tab[2].count + ((d))->count + (&s)->count;
            }
            """);
    assertEquals(search("struct dev *d; d->count").sites().size(), 6);
  }

  @Test
  public void fieldsBehindTwoPointersAndAnonymousMembersAreFound() {
    file(
        "a.c",
        TYPES
            + """
            int f(struct dev *d)
            {
            	return d->up->up->inner + d->up->inner;
            }
            """);
    assertEquals(found("struct dev *d; d->up->inner"), List.of("10:20 read f", "10:35 read f"));
    assertEquals(
        found("struct dev *d; d->inner"),
        List.of("5:15 declaration", "10:20 read f", "10:35 read f"));
  }

  @Test
  public void callsWithTypedArgumentsAreFound() {
    file(
        "a.c",
        TYPES
            + """
            int get(struct dev *d, int where, int *value);
            int set(void *d, int where);
            void f(struct dev *d, struct other *o, int *v)
            {
            	int x;
            	get(d, 4, &x);
            	get(d->up, 8 + 2, v);
            	set(d, 1);
            	set(o, 1);
            }
            """);
    assertEquals(
        found("struct dev *d; expression e; int x; get(d, e, &x)"), List.of("13:2 call f"));
    assertEquals(found("struct dev *d; get(d, ...)"), List.of("13:2 call f", "14:2 call f"));
    assertEquals(found("struct dev *d; constant c; set(d, c)"), List.of("15:2 call f"));
  }

  @Test
  public void aVariableMeansTheSameEachTime() {
    file("a.c", "int f(int a, int b) { return max(a + 1, ( a+1 )) + max(a, b); }\n");
    assertEquals(found("expression e; max(e, e)"), List.of("1:30 call f"));
  }

  @Test
  public void macrosAreFoundInBodiesConditionsAndLoops() {
    file(
        "a.c",
        TYPES
            + """
            #define LIMIT 8
            #define to_dev(p) ((struct dev *)(p))
            #define dev_flag(p) (to_dev(p)->flag)
            #define each_dev(d) for (d = first(); d; d = d->up)
            enum { ONE, TWO };
            int f(struct dev *d, void *p)
            {
            	each_dev(d)
            		d->count = LIMIT;
            	switch (d->count) {
            	case TWO:
            		return ONE;
            	}
            #ifdef CONFIG_X
            	return dev_flag(p);
            #else
            	return TWO;
            #endif
            }
            """);
    assertEquals(found("LIMIT"), List.of("8:9 declaration LIMIT", "16:14 read f"));
    assertEquals(
        found("TWO"),
        List.of("12:13 declaration", "18:7 read f", "24:9 read f [#else of #ifdef CONFIG_X]"));
    assertEquals(
        found("struct dev *d; d->flag"), List.of("2:15 declaration", "10:33 read dev_flag"));
    assertEquals(found("expression e; dev_flag(e)"), List.of("22:9 call f [#ifdef CONFIG_X]"));
    assertEquals(found("identifier i; each_dev(i)"), List.of("15:2 call f"));
  }

  @Test
  public void globalsAreToldFromLocalsOfTheSameName() {
    file(
        "a.c",
        """
        extern int state;
        int f(void) { return state; }
        int g(int state) { return state; }
        int h(void) { int state = 1; state = 2; return state; }
        int k(void) { state = 3; return *(&state); }
        """);
    assertEquals(
        found("state"),
        List.of("1:12 declaration", "2:22 read f", "5:15 write k", "5:36 address k"));
  }

  @Test
  public void castsAreFound() {
    file(
        "a.c",
        TYPES
            + "struct dev *f(void *p) { return (struct dev *)p; }\nlong g(void *p) { return (long)p; }\n");
    assertEquals(found("expression e; (struct dev *)e"), List.of("8:33 read f"));
  }

  @Test
  public void whatIsNotKnownIsSaidWithItsReason() {
    file(
        "a.c",
        TYPES
            + """
            int f(struct missing *m) { return m->unseen->flag; }
            int g(struct dev *d) { return d->flag ] ; }
            """);
    SearchResult result = search("struct dev *d; d->flag");
    assertEquals(lines(result), List.of("2:15 declaration"));
    assertEquals(
        result.doubts().stream().map(doubt -> doubt.site().line()).toList(), List.of(8, 9));
    assertEquals(
        result.doubts().get(0).reason().contains("missing"), true, result.doubts().get(0).reason());
    assertEquals(
        result.doubts().get(1).reason().startsWith("g does not parse"),
        true,
        result.doubts().get(1).reason());
  }

  @Test
  public void codeThatIsNeverCompiledIsNoSite() {
    file(
        "a.c",
        TYPES
            + """
            int f(struct dev *d)
            {
            #if 0
            	return d->flag;
            #endif
            	return 1;
            }
            """);
    SearchResult result = search("struct dev *d; d->flag");
    assertEquals(lines(result), List.of("2:15 declaration"));
    assertEquals(result.others().toString(), "{in #if 0=1, struct other=1}");
  }

  @Test
  public void readingsOfACutConditionalGiveEachSiteOnce() {
    file(
        "a.c",
        TYPES
            + """
            int f(struct dev *d)
            {
            #ifdef CONFIG_X
            	if (d->flag) {
            #else
            	if (!d->flag) {
            #endif
            		return d->flag;
            	}
            	return 0;
            }
            """);
    assertEquals(
        found("struct dev *d; d->flag"),
        List.of(
            "2:15 declaration",
            "11:9 read f [#ifdef CONFIG_X]",
            "13:10 read f [#else of #ifdef CONFIG_X]",
            "15:13 read f"));
  }

  @Test
  public void pathsAndKindsNarrowTheSearch() throws Exception {
    file("x/a.c", "int v; int f(void) { v = 1; return v; }\n");
    file("y/b.c", "extern int v; int g(void) { return v; }\n");
    SearchOrder order =
        new SearchOrder("v", EnumSet.of(SiteKind.READ), List.of("y"), SearchOrder.IndexUse.NEVER);
    assertEquals(
        run(order).sites().stream().map(site -> site.path() + ":" + site.line()).toList(),
        List.of("y/b.c:1"));
  }

  @Test
  public void patternsThatAreNoneAreRefusedWithThePlace() {
    file("a.c", TYPES);
    assertRefused("", "empty");
    assertRefused("d->", "column 4: it ends where more is expected");
    assertRefused("d->x)", "column 5: unexpected");
    assertRefused("struct dev *d;", "expected an expression");
    assertRefused("struct dev *d; d", "nothing but the variable");
    assertRefused("x; y; z", "expected the declaration");
    assertRefused("} void f(void) { x", "more than an expression");
  }

  /**
   * Whatever a file holds at the moment it is read, it is read once: no search fails, none finds a
   * place outside of it.
   */
  @Test(timeOut = 120_000)
  public void aFileThatChangesMeanwhileHarmsNothing() throws Exception {
    String whole = TYPES + "int f(struct dev *d) { return d->flag; }\n".repeat(200);
    Path changing = folder.resolve("a.c");
    Files.writeString(changing, whole);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !stop.get(); i++) {
                try {
                  Files.writeString(changing, whole.substring(0, i * 37 % whole.length()));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              }
            });
    writer.start();
    try {
      for (int i = 0; i < 40; i++) {
        SearchResult result = search("struct dev *d; d->flag");
        int last = (int) whole.lines().count();
        assertEquals(
            result.sites().stream().filter(site -> site.line() > last).count(), 0, "run " + i);
        assertEquals(
            result.doubts().stream().filter(doubt -> doubt.reason().contains("failed")).count(), 0);
      }
    } finally {
      stop.set(true);
      writer.join();
    }
  }

  @Test
  public void aStructThatTheTreeHasNotIsSaid() {
    file("a.c", TYPES + "int f(struct dev *d) { return d->flag; }\n");
    assertEquals(
        search("struct nope *n; n->flag").remarks(),
        List.of("no definition of struct nope is in this tree"));
    assertEquals(search("struct other *o; o->missing").remarks(), List.of());
  }

  private void assertRefused(String pattern, String reason) {
    PatternException refused =
        expectThrows(
            PatternException.class,
            () ->
                run(
                    new SearchOrder(
                        pattern,
                        EnumSet.allOf(SiteKind.class),
                        List.of(),
                        SearchOrder.IndexUse.NEVER)));
    String message = String.valueOf(refused.getMessage());
    assertEquals(message.contains(reason), true, message);
  }

  private void file(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private SearchResult search(String pattern) {
    try {
      return run(
          new SearchOrder(
              pattern, EnumSet.allOf(SiteKind.class), List.of(), SearchOrder.IndexUse.NEVER));
    } catch (PatternException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private SearchResult run(SearchOrder order) throws PatternException, IOException {
    try (BaseTree tree = Bases.open(new BaseSpec(folder, ""))) {
      return Search.run(order, tree, (what, done, of) -> {});
    }
  }

  private List<String> found(String pattern) {
    return lines(search(pattern));
  }

  private static List<String> lines(SearchResult result) {
    List<String> lines = new ArrayList<>();
    for (Site site : result.sites()) {
      lines.add(
          site.line()
              + ":"
              + site.column()
              + " "
              + site.kind().label()
              + site.function().or(site::macro).map(name -> " " + name).orElse("")
              + site.condition().map(text -> " [" + text + "]").orElse(""));
    }
    return lines;
  }
}
