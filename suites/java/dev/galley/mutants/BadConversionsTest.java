package dev.galley.mutants;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.check.Checks;
import dev.galley.check.ReviewSubject;
import dev.galley.finding.Finding;
import dev.galley.review.Profile;
import dev.galley.review.Review;
import dev.galley.review.ReviewRequest;
import dev.galley.review.ReviewResult;
import dev.galley.review.Suppressions;
import dev.galley.series.Series;
import dev.galley.testkit.FindingText;
import dev.galley.testkit.MailText;
import dev.galley.testkit.Mails;
import dev.galley.testkit.TestSeries;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Series that nobody should send: every review of one ends, and no check breaks. */
public final class BadConversionsTest {

  private static final String HEADER = "include/linux/loom.h";
  private static final String DRIVER = "drivers/loom.c";
  private static final String STRUCT =
      "#ifndef LOOM_H\n#define LOOM_H\n\nstruct loom {\n\tstruct loom *next;\n\tint on;\n\tint off;\n};\n\n";
  private static final long SECONDS = 120;

  private Path folder = Path.of("");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("galley-bad");
  }

  @AfterMethod(alwaysRun = true)
  public void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  public void aHelperThatDoesNotParse() throws IOException {
    both(converted(helper("l->on +* ")));
  }

  @Test
  public void aHelperWithoutAnEnd() throws IOException {
    both(converted(helper("l->on").replace("}\n", "")));
  }

  @Test
  public void aHelperThatCallsItself() throws IOException {
    both(converted(helper("l->next ? loom_on(l->next) : l->on")));
    both(converted("#define loom_on(l) loom_on(l)\n"));
    both(converted(helper("loom_on(l)")));
  }

  @Test
  public void helpersThatCallEachOther() throws IOException {
    both(
        converted(
            """
            #define loom_on(l) loom_is_on(l)
            #define loom_is_on(l) loom_was_on(l)
            #define loom_was_on(l) loom_on(l)
            """));
    both(
        converted(
            "static inline int loom_is_on(const struct loom *l);\n"
                + helper("loom_is_on(l)")
                + second("loom_on(l)")));
  }

  /** Either is right; neither may be called the wrong one. */
  @Test
  public void twoHelpersForOneExpression() throws IOException {
    ReviewResult result = both(converted(helper("l->on") + "\n" + second("l->on")));
    List<Finding> wrong =
        result.findings().stream()
            .filter(finding -> finding.check().equals("convert/wrong-helper"))
            .toList();
    assertEquals(FindingText.full(wrong, List.of()), "");
  }

  @Test
  public void macrosThatDoubleEachTime() throws IOException {
    StringBuilder macros =
        new StringBuilder("#define loom_on(l) D30(l)\n#define D0(l) ((l)->on)\n");
    for (int i = 1; i <= 30; i++) {
      macros.append("#define D" + i + "(l) (D" + (i - 1) + "(l) + D" + (i - 1) + "(l))\n");
    }
    both(converted(macros.toString()));
  }

  @Test
  public void aHelperWithDeepParentheses() throws IOException {
    both(
        converted(
            "static inline int loom_on(const struct loom *l)\n{\n\treturn "
                + "(".repeat(5000)
                + "l->on"
                + ")".repeat(5000)
                + ";\n}\n"));
  }

  @Test
  public void tenThousandSitesInOneFile() throws IOException {
    onlyInFull();
    StringBuilder before = new StringBuilder("#include <linux/loom.h>\n");
    for (int i = 0; i < 10_000; i++) {
      before.append("\nint f" + i + "(struct loom *l)\n{\n\treturn l->on;\n}\n");
    }
    String after = before.toString().replace("l->on", "loom_on(l)");
    both(series(helper("l->on"), before.toString(), after));
  }

  @Test
  public void aFunctionOfTwentyThousandLines() throws IOException {
    onlyInFull();
    StringBuilder before =
        new StringBuilder("#include <linux/loom.h>\n\nint f(struct loom *l)\n{\n\tint n = 0;\n\n");
    for (int i = 0; i < 20_000; i++) {
      before.append("\tn += l->on + " + i + ";\n");
    }
    before.append("\n\treturn n;\n}\n");
    String after = before.toString().replace("l->on", "loom_on(l)");
    both(series(helper("l->on"), before.toString(), after));
  }

  @Test
  public void threeHundredPatches() throws IOException {
    StringBuilder text = new StringBuilder("#include <linux/loom.h>\n");
    for (int i = 0; i < 299; i++) {
      text.append(
          "\nint f"
              + i
              + "(struct loom *l)\n{\n\tif (!l->on)\n\t\treturn 0;\n\n\treturn "
              + i
              + ";\n}\n");
    }
    String driver = text.toString();
    MadeSeries series =
        MadeSeries.on(Map.of(HEADER, STRUCT + "#endif\n", DRIVER, driver))
            .patch("loom: Add loom_on()", Map.of(HEADER, STRUCT + helper("l->on") + "\n#endif\n"));
    for (int i = 0; i < 299; i++) {
      driver = driver.replaceFirst("!l->on", "!loom_on(l)");
      series.patch("loom: Convert f" + i + "() to loom_on()", Map.of(DRIVER, driver));
    }
    both(series);
  }

  @Test
  public void aHelperThatEveryPatchRenames() throws IOException {
    String driver = "#include <linux/loom.h>\n\nint f(struct loom *l)\n{\n\treturn l->on;\n}\n";
    MadeSeries series = MadeSeries.on(Map.of(HEADER, STRUCT + "#endif\n", DRIVER, driver));
    String was = "l->on";
    for (int i = 0; i < 40; i++) {
      String call = "loom_on" + i + "(l)";
      driver = driver.replace(was, call);
      was = call;
      series.patch(
          "loom: Rename to loom_on" + i + "()",
          Map.of(
              DRIVER,
              driver,
              HEADER,
              STRUCT + helper("l->on").replace("loom_on", "loom_on" + i) + "#endif\n"));
    }
    both(series);
  }

  @Test
  public void everyMemberOfALargeStructHasAHelper() throws IOException {
    StringBuilder struct = new StringBuilder("struct big {\n");
    StringBuilder helpers = new StringBuilder();
    StringBuilder before = new StringBuilder("#include <linux/loom.h>\n");
    for (int i = 0; i < 1000; i++) {
      struct.append("\tint m" + i + ";\n");
      helpers.append(
          "static inline int get_m" + i + "(struct big *b)\n{\n\treturn b->m" + i + ";\n}\n\n");
      before.append("\nint f" + i + "(struct big *b)\n{\n\treturn b->m" + i + ";\n}\n");
    }
    String header = "#ifndef BIG_H\n#define BIG_H\n" + struct + "};\n\n";
    both(
        MadeSeries.on(Map.of(HEADER, header + "#endif\n", DRIVER, before.toString()))
            .patch("loom: Add helpers", Map.of(HEADER, header + helpers + "#endif\n"))
            .patch(
                "loom: Convert loom.c",
                Map.of(DRIVER, before.toString().replaceAll("b->m(\\d+)", "get_m$1(b)"))));
  }

  /** The base is another one: hunks of the conversion have no place. */
  @Test
  public void aPatchThatAppliesInPart() throws IOException {
    StringBuilder before = new StringBuilder("#include <linux/loom.h>\n");
    for (int i = 0; i < 20; i++) {
      before.append("\nint f" + i + "(struct loom *l)\n{\n\treturn l->on;\n}\n");
    }
    MadeSeries series =
        series(
            helper("l->on"), before.toString(), before.toString().replace("l->on", "loom_on(l)"));
    series.writeBase(folder);
    Files.writeString(
        folder.resolve(DRIVER), before.toString().replaceAll("int f1(\\d?)\\(", "long g1$1("));
    ReviewResult result = reviewed(series.mbox(), true);
    assertTrue(
        result.findings().stream().anyMatch(finding -> finding.check().equals("patch/applies")));
  }

  /** Hunks that begin and end amid a statement, a comment, a string, a conditional. */
  @Test
  public void hunksCutAnywhere() {
    List<String> lines =
        Texts.lines(
            """
            int f(struct loom *l)
            {
            \tif (l->on &&
            \t    l->off)
            \t\treturn g(l->on,
            \t\t\t l->off);
            /* a comment
             * of lines */
            #if FOO
            \tx = "a\\
             l->on";
            #else
            \ty = l->on;
            #endif
            }
            """);
    for (int from = 0; from < lines.size(); from++) {
      for (int to = from + 1; to <= lines.size(); to++) {
        StringBuilder hunk = new StringBuilder();
        int count = 0;
        boolean changes = false;
        for (int i = from; i < to; i++) {
          String now = lines.get(i).replace("l->on", "loom_on(l)");
          count++;
          if (now.equals(lines.get(i))) {
            hunk.append(' ').append(lines.get(i));
          } else {
            changes = true;
            hunk.append('-').append(lines.get(i)).append('+').append(now);
          }
        }
        if (changes) {
          reviewed(mailWith(count, hunk.toString()), false);
        }
      }
    }
  }

  private static Bytes mailWith(int count, String hunk) {
    String diff =
        """
        diff --git a/drivers/loom.c b/drivers/loom.c
        --- a/drivers/loom.c
        +++ b/drivers/loom.c
        @@ -10,%d +10,%d @@ int f(struct loom *l)
        """
                .formatted(count, count)
            + hunk;
    return TestSeries.of(MailText.patch(1, 1).diff(diff).log("No functional change.\n")).bytes();
  }

  private static String helper(String expression) {
    return "static inline int loom_on(const struct loom *l)\n{\n\treturn " + expression + ";\n}\n";
  }

  private static String second(String expression) {
    return helper(expression).replace("int loom_on(", "int loom_is_on(");
  }

  private static MadeSeries converted(String helper) {
    String before =
        """
        #include <linux/loom.h>

        int f(struct loom *l)
        {
        \tif (!l->on)
        \t\treturn 1;

        \treturn l->on + 1;
        }
        """;
    return series(helper, before, before.replace("l->on", "loom_on(l)"));
  }

  private static MadeSeries series(String helper, String before, String after) {
    return MadeSeries.on(Map.of(HEADER, STRUCT + "#endif\n", DRIVER, before))
        .patch("loom: Add loom_on()", Map.of(HEADER, STRUCT + helper + "\n#endif\n"))
        .patch("loom: Convert loom.c to loom_on()", Map.of(DRIVER, after));
  }

  /** Reviews from the mails alone and on the base; gives the latter. */
  private ReviewResult both(MadeSeries series) throws IOException {
    Bytes mbox = series.mbox();
    reviewed(mbox, false);
    series.writeBase(folder);
    ReviewResult result = reviewed(mbox, true);
    boolean applies =
        result.findings().stream().noneMatch(finding -> finding.check().equals("patch/applies"));
    assertTrue(applies, FindingText.full(result.findings(), List.of()));
    return result;
  }

  private ReviewResult reviewed(Bytes mbox, boolean onBase) {
    Series series = Mails.newest(mbox);
    long start = System.nanoTime();
    ReviewResult result;
    try (BaseTree base = Bases.open(BaseSpec.parse(folder.toString()))) {
      ReviewSubject subject = onBase ? ReviewSubject.on(series, base) : ReviewSubject.of(series);
      ReviewRequest request =
          new ReviewRequest(subject, Optional.empty(), Profile.KERNEL, Suppressions.NONE);
      result = Review.run(request, Checks.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    List<Finding> broken =
        result.findings().stream()
            .filter(finding -> finding.check().equals(Review.INTERNAL_ERROR))
            .toList();
    assertEquals(FindingText.full(broken, List.of()), "");
    assertTrue(seconds < SECONDS, seconds + " seconds");
    if (Boolean.getBoolean("galley.tell")) {
      System.out.println(seconds + " s " + result.findings().size() + " findings");
      result.findings().stream()
          .filter(f -> f.check().startsWith("convert/") || f.check().startsWith("kernel/"))
          .limit(6)
          .forEach(f -> System.out.print("  " + f.check() + " " + FindingText.full(f)));
      result.skipped().stream()
          .filter(s -> s.check().startsWith("convert/"))
          .limit(6)
          .forEach(s -> System.out.println("  skip " + s));
    }
    return result;
  }

  /** Several checks are slow here and end by their limit of 20 seconds each: minutes in all. */
  private static void onlyInFull() {
    if (!Boolean.getBoolean("galley.full")) {
      throw new SkipException("takes minutes: -Dgalley.full=true");
    }
  }
}
