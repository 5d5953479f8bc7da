package dev.galley.convert;

import static org.testng.Assert.assertEquals;

import dev.galley.series.Series;
import dev.galley.testkit.MailText;
import dev.galley.testkit.Mails;
import dev.galley.testkit.TestSeries;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Sentences, and which files they say are converted or left. */
public final class ScopeWordsTest {

  private static final List<String> FILES =
      List.of(
          "arch/brick/pci/pci.c",
          "arch/brick/kernel/wall.c",
          "drivers/bus/lift.c",
          "drivers/bus/lift.h",
          "drivers/bus/lift-core.c",
          "drivers/bus/crane-back/stub.c",
          "drivers/net/wire.c",
          "drivers/gpu/paint.c",
          "include/linux/lift.h",
          "mm/heap.c");

  private Optional<Path> folder = Optional.empty();
  private Optional<BaseTree> tree = Optional.empty();

  @BeforeClass
  public void makeTree() throws IOException {
    Path root = Files.createTempDirectory("galley-scope");
    folder = Optional.of(root);
    for (String file : FILES) {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "int x;\n");
    }
    tree = Optional.of(Bases.open(BaseSpec.parse(root.toString())));
  }

  @AfterClass
  public void removeTree() throws IOException {
    tree.ifPresent(BaseTree::close);
    if (folder.isPresent()) {
      try (var all = Files.walk(folder.get())) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @DataProvider
  public Object[][] subjects() {
    return new Object[][] {
      {"lift: Convert lift.c to lift_is_up()", "COVERED drivers/bus/lift.c"},
      {"lift: Convert bus/lift.c to lift_is_up()", "COVERED drivers/bus/lift.c"},
      {"lift: Convert arch/brick to lift_is_up()", "COVERED arch/brick"},
      {"lift: Convert brick to lift_is_up()", "COVERED arch/brick"},
      {
        "lift: Convert crane-back and lift-core to lift_is_*() helpers",
        "COVERED drivers/bus/crane-back drivers/bus/lift-core.c"
      },
      {"lift: Use lift_is_up() in drivers/bus/*.c", "COVERED drivers/bus"},
      {"lift: Use lift_is_up() everywhere", "EVERYWHERE everywhere"},
      {"lift: Switch all users to lift_is_up()", "EVERYWHERE all users"},
      {
        "treewide: Replace all open-coded checks with lift_is_up()",
        "EVERYWHERE all open-coded checks"
      },
      {"lift: Use lift_is_up() in drivers/{net,gpu}", "COVERED drivers/net drivers/gpu"},
      // No claim of where.
      {"lift: Use lift_is_up() in some places", ""},
      {"lift: Add lift_is_up()", ""},
      {"lift: Move lift_is_up() to lift.h", ""},
      {"lift: Rename the crane flag", ""},
      {"lift: Use PF/VF and I/O helpers", ""},
    };
  }

  @Test(dataProvider = "subjects")
  public void readsSubject(String subject, String expected) {
    assertEquals(told(subject, "One line.\n", false), expected);
  }

  @DataProvider
  public Object[][] bodies() {
    return new Object[][] {
      {"Convert drivers/bus to the new helper.", "COVERED drivers/bus"},
      {"Use it in drivers/bus and arch/brick.", "COVERED drivers/bus arch/brick"},
      {"The users in drivers/bus are converted here.", "COVERED drivers/bus"},
      {"All users are converted.", "EVERYWHERE All users"},
      {"This switches over every single caller.", "EVERYWHERE every single caller"},
      {"This uses the helper throughout core.", "EVERYWHERE throughout core"},
      // Left on purpose.
      {"drivers/net and drivers/gpu are left for later.", "EXEMPT drivers/net drivers/gpu"},
      {"I did not convert drivers/net.", "EXEMPT drivers/net"},
      {"drivers/net isn't converted yet.", "EXEMPT drivers/net"},
      {"Do not touch drivers/gpu for now.", "EXEMPT drivers/gpu"},
      {"There is no need to convert drivers/gpu.", "EXEMPT drivers/gpu"},
      {"drivers/net will be converted in a follow-up.", "EXEMPT drivers/net"},
      {"Network drivers can be updated later if desired.", "EXEMPT drivers/net"},
      {"mm/heap.c stays as it is.", "EXEMPT mm/heap.c"},
      {"Leave arch/brick alone.", "EXEMPT arch/brick"},
      {"The reads of drivers/net remain unconverted.", "EXEMPT drivers/net"},
      {"drivers/gpu is out of scope.", "EXEMPT drivers/gpu"},
      {"I left drivers/net and drivers/gpu alone.", "EXEMPT drivers/net drivers/gpu"},
      {"lift_top() is asked about all kinds and stays.", "EXEMPT lift_top"},
      {"lift_top() is not converted.", "EXEMPT lift_top"},
      {"lift_top() stays in drivers/bus.", ""},
      // Both in one sentence.
      {
        "Convert drivers/bus, but leave drivers/net for later.",
        "COVERED drivers/bus; EXEMPT drivers/net"
      },
      {
        "Convert all users except drivers/net and drivers/gpu.",
        "EVERYWHERE all users; EXEMPT drivers/net drivers/gpu"
      },
      {"Use it everywhere (apart from drivers/gpu).", "EVERYWHERE everywhere; EXEMPT drivers/gpu"},
      // No claim.
      {"Most users in drivers/bus are converted.", ""},
      {"Not all users are converted.", ""},
      {"No functional change in drivers/bus.", ""},
      {"This does not change the behaviour of drivers/bus.", ""},
      {"Throughout core the flag is used to tell them apart.", ""},
      {"Now that all users are converted, drop it.", ""},
      {"Instead of open-coding it everywhere, add a helper.", ""},
      {"See commit 123456789abc (\"lift: Convert drivers/net to x\").", ""},
      {"Use the helper from include/linux/lift.h.", ""},
      {"The flag means up/down and and/or.", ""},
      {"> Convert drivers/bus to it.", ""},
      {"Changes since v1:\n- convert drivers/bus, too", ""},
    };
  }

  @Test(dataProvider = "bodies")
  public void readsBody(String body, String expected) {
    assertEquals(told("lift: Add a helper", body + "\n", false), expected);
  }

  @Test(dataProvider = "bodies")
  public void readsCover(String body, String expected) {
    assertEquals(told("lift: Add a helper", body + "\n", true), expected);
  }

  @Test
  public void quotesTheSentenceWithItsLine() {
    Series series =
        series(
            "lifts: Add a helper",
            "First sentence.  Second one,\nover two\nlines. Convert drivers/bus\nto it. Last.\n",
            false);
    Said said = ScopeWords.read(series, Optional.empty()).get(0);
    assertEquals(said.sentence(), "Convert drivers/bus to it.");
    int first = series.patches().get(0).mail().logLine();
    assertEquals(said.mailLine(), first + 2);
    assertEquals(said.quote(), "patch 1, line " + (first + 2) + ": \"Convert drivers/bus to it.\"");
  }

  @Test
  public void knowsRootsWithoutTree() {
    Series series = series("x: y", "Convert drivers/bus; lift/x is not converted.\n", false);
    assertEquals(
        ScopeWords.read(series, Optional.empty()).stream().map(Said::paths).toList(),
        List.of(List.of("drivers/bus")));
  }

  @Test
  public void takesPrefixForHint() {
    Series series = series("BUS/lift-core: Do something", "Why.\n", false);
    Said said = ScopeWords.read(series, Optional.empty()).get(0);
    assertEquals(said.sort(), Said.Sort.HINT);
    assertEquals(said.paths(), List.of("drivers/bus/lift-core.c"));
  }

  @Test
  public void knowsWhatAPathConcerns() {
    Said said =
        new Said(1, Said.Sort.COVERED, List.of("drivers/bus", "mm/heap.c"), List.of(), "", "", 0);
    assertEquals(said.concerns("drivers/bus/lift.c"), true);
    assertEquals(said.concerns("drivers/bust.c"), false);
    assertEquals(said.concerns("mm/heap.c"), true);
    assertEquals(said.concerns("mm/heap.c2"), false);
  }

  @Test(timeOut = 10_000)
  public void staysQuickOnLongLines() {
    String words = "convert not ".repeat(30) + "a/".repeat(100);
    String body = ("use " + words + "\n").repeat(400) + ("x ".repeat(190) + "\n").repeat(400);
    ScopeWords.read(series("x: " + "a/".repeat(400), body, true), tree.map(there -> there));
  }

  private String told(String subject, String body, boolean inCover) {
    Series series = series(subject, body, inCover);
    return ScopeWords.read(series, tree.map(there -> there)).stream()
        .filter(said -> said.sort() != Said.Sort.HINT)
        .map(
            said ->
                said.sort()
                    + " "
                    + (said.paths().isEmpty() ? said.words() : String.join(" ", said.paths())))
        .collect(Collectors.joining("; "));
  }

  private static Series series(String subject, String body, boolean inCover) {
    StringBuilder diff = new StringBuilder();
    for (String file : FILES) {
      diff.append("diff --git a/" + file + " b/" + file + "\n");
      diff.append("--- a/" + file + "\n+++ b/" + file + "\n");
      diff.append("@@ -1 +1 @@\n-int x;\n+int y;\n");
    }
    MailText patch =
        MailText.patch(1, 1).subject(subject).log(inCover ? "Text.\n" : body).diff(diff.toString());
    MailText cover = MailText.cover(1).log(inCover ? body : "Text.\n");
    return Mails.series(TestSeries.withCover(cover, patch));
  }
}
