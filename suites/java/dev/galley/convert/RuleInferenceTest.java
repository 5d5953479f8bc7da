package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.check.ReviewSubject;
import dev.galley.series.Series;
import dev.galley.testkit.Bless;
import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.MailText;
import dev.galley.testkit.Mails;
import dev.galley.testkit.TestSeries;
import dev.galley.text.Bytes;
import dev.galley.text.Read;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Rules inferred from whole series. Those of the bundled series and of the corpus are kept in
 * {@code fixtures/convert/inferred}; about two thirds were read by eye.
 */
public final class RuleInferenceTest {

  private static final Path KEPT = Path.of("fixtures", "convert", "inferred");

  @DataProvider
  public static Object[][] bundled() throws IOException {
    return BundledSeries.all().stream()
        .map(series -> new Object[] {series})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "bundled")
  public void infersTheRulesOfBundledSeriesOnTheirBase(BundledSeries bundled) throws IOException {
    Series series = Mails.newest(CorpusFiles.octets(bundled.mbox()));
    keep(bundled.name() + ".base", onBase(series, bundled.base()));
  }

  @Test(dataProvider = "bundled")
  public void infersThemFromTheMailsAlone(BundledSeries bundled) throws IOException {
    Series series = Mails.newest(CorpusFiles.octets(bundled.mbox()));
    keep(bundled.name(), RuleInference.of(SeriesCodes.of(series)));
  }

  @Test(groups = "corpus")
  public void infersTheRulesOfTheReferenceSeries() throws IOException {
    Path mbox = CorpusFiles.folder().resolve("siov-rfc/siov-rfc-rebased-7.2.mbox");
    Series series = Mails.newest(CorpusFiles.octets(mbox));
    keep("siov-rfc", RuleInference.of(SeriesCodes.of(series)));
    keep("siov-rfc.base", onBase(series, CorpusFiles.kernel()));
  }

  @DataProvider
  public static Object[][] conversions() throws IOException {
    return CorpusFiles.mboxes("conversions").stream()
        .filter(path -> !path.toString().contains(".mistake."))
        .map(path -> new Object[] {path})
        .toArray(Object[][]::new);
  }

  @Test(groups = "corpus", dataProvider = "conversions")
  public void infersTheRulesOfConversions(Path mbox) throws IOException {
    Series series = Mails.newest(CorpusFiles.octets(mbox));
    keep(
        mbox.getFileName().toString().replaceFirst("[.]mbox([.]gz)?$", ""),
        RuleInference.of(SeriesCodes.of(series)));
  }

  private static RuleInference.Inferred onBase(Series series, Path base) throws IOException {
    try (BaseTree tree = Bases.open(BaseSpec.parse(base.toString()))) {
      ReviewSubject subject = ReviewSubject.on(series, tree);
      return RuleInference.of(SeriesCodes.of(subject.series(), subject.base(), subject.outcomes()));
    }
  }

  /** What is written can be read, and is what was read by eye. */
  private static void keep(String name, RuleInference.Inferred inferred) {
    String text = RulePrinter.print(inferred.book(), inferred.remarks());
    Read<List<Rule>> read = RuleFile.read(name, Bytes.utf8(text));
    assertEquals(read.problems(), List.of(), name);
    assertEquals(
        read.value().stream().map(HelperRulesTest::text).distinct().toList(),
        inferred.book().last().stream().map(HelperRulesTest::text).distinct().toList());
    Bless.check(KEPT.resolve(name + ".rules"), text.isEmpty() ? "// no rule\n" : text);
  }

  @Test
  public void holdsARuleFromItsPatchUntilItsHelperChanges() {
    Series series =
        series(
            """
             struct s { int a; int b; };
            +static inline bool is_a(struct s *p)
            +{
            +	return p->a;
            +}
            """,
            """
             static inline bool is_a(struct s *p)
             {
            -	return p->a;
            +	return p->a && p->b;
             }
            """);
    RuleBook book = RuleInference.of(SeriesCodes.of(series)).book();
    assertEquals(texts(book.after(0)), List.of());
    assertEquals(texts(book.after(1)), List.of("p->a => is_a(p) [struct s *p]"));
    assertEquals(texts(book.after(2)), List.of("p->a && p->b => is_a(p) [struct s *p]"));
  }

  @Test
  public void saysOfAHelperInACircleAndOfTwins() {
    Series series =
        series(
            """
            +static inline int round(int n)
            +{
            +	return n ? round(n - 1) : 0;
            +}
            +static inline bool one(struct s *p)
            +{
            +	return p->a;
            +}
            +static inline bool other(const struct s *q)
            +{
            +	return !!q->a;
            +}
            """);
    RuleInference.Inferred inferred = RuleInference.of(SeriesCodes.of(series));
    assertEquals(
        inferred.remarks(),
        List.of(
            "patch 1, include/a.h: round calls itself: no rule can say what it stands for",
            "one and other stand for the same: q->a"));
    assertEquals(inferred.book().last().size(), 2);
  }

  @Test
  public void saysThatAHelperDoesNotParse() {
    Series series =
        series(
            """
            +static inline int broken(int n)
            +{
            +	return n + ;
            +}
            """);
    RuleInference.Inferred inferred = RuleInference.of(SeriesCodes.of(series));
    assertEquals(inferred.book().last(), List.of());
    assertTrue(
        inferred.remarks().stream().allMatch(remark -> remark.contains("broken does not parse")),
        inferred.remarks().toString());
  }

  @Test
  public void namesANumberOnlyWhereTheSeriesPutsItIn() {
    String unused = "+#define LIMIT 0x20\n";
    assertEquals(texts(RuleInference.of(SeriesCodes.of(series(unused))).book().last()), List.of());
    String used =
        """
        +#define LIMIT 0x20
         static int f(int n)
         {
        -	return n > 0x20;
        +	return n > LIMIT;
         }
        """;
    assertEquals(
        texts(RuleInference.of(SeriesCodes.of(series(used))).book().last()),
        List.of("0x20 => LIMIT []"));
  }

  @Test
  public void findsARename() {
    Series series =
        series(
            """
            -static inline int old_name(struct s *p, int n)
            +static inline int new_name(struct s *p, int n)
             {
             	return helper(p->a, n, &p->b);
             }
            """);
    assertTrue(
        texts(RuleInference.of(SeriesCodes.of(series)).book().last())
            .contains("old_name(p, n) => new_name(p, n) [struct s *p, int n]"));
  }

  private static List<String> texts(List<Rule> rules) {
    return rules.stream().map(HelperRulesTest::text).toList();
  }

  /** A series of patches of one header, each a hunk's body. */
  private static Series series(String... bodies) {
    List<MailText> mails = new ArrayList<>();
    for (int i = 0; i < bodies.length; i++) {
      String body = bodies[i];
      long old = body.lines().filter(line -> !line.startsWith("+")).count();
      long fresh = body.lines().filter(line -> !line.startsWith("-")).count();
      String diff =
          "diff --git a/include/a.h b/include/a.h\n--- a/include/a.h\n+++ b/include/a.h\n"
              + "@@ -10,%d +10,%d @@\n".formatted(old, fresh)
              + body.lines().map(line -> line + "\n").collect(Collectors.joining());
      mails.add(MailText.patch(i + 1, bodies.length).diff(diff));
    }
    return Mails.newest(TestSeries.of(mails.toArray(MailText[]::new)).bytes());
  }
}
