package dev.galley.cli;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.galley.testkit.MailText;
import dev.galley.testkit.TestSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class GalleyTest {

  private static final String SERIES = "fixtures/series/default";
  private static final String TREE = "fixtures/tree/default";

  private Path folder = Path.of("");

  @BeforeClass
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("galley-cli");
  }

  @AfterClass(alwaysRun = true)
  public void removeFolder() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  public void theBundledSeriesIsClean() {
    Call call = Call.of("review", "--gate", "note", "--base", TREE, SERIES);
    assertEquals(call.status(), ExitStatus.CLEAN, call.out() + call.err());
    assertEquals(call.err(), "");
    assertTrue(
        call.out().startsWith("[PATCH 0/3] misc: lantern: Keep the brightness in range"),
        call.out());
    assertTrue(call.out().contains("\n0 errors, 0 warnings, 0 notes · "), call.out());
    assertTrue(call.out().contains("(4 of 4 index lines match; given)"), call.out());
  }

  /** The series that README shows; its mails say nowhere what is wrong with them. */
  @Test
  public void theFlawedSeriesIsStopped() {
    Call call = Call.of("review", "--base", TREE, "fixtures/series/flawed.mbox");
    assertEquals(call.status(), ExitStatus.STOPPED, call.err());
    for (String check :
        List.of("patch/applies", "mail/signoff-missing", "patch/whitespace", "mail/spelling")) {
      assertTrue(call.out().contains("[" + check + "]"), call.out());
    }
    assertTrue(call.out().contains("not checked: the patches contradict each other"), call.out());
  }

  @Test
  public void anIncompleteSeriesNeverPasses() throws IOException {
    String mbox = file("gap.mbox", TestSeries.of(3).without(2).mbox());
    Call call = Call.of("review", "--gate", "never", mbox);
    assertEquals(call.status(), ExitStatus.STOPPED);
    assertTrue(call.out().contains("incomplete: patch 2 of 3 is not among the mails"), call.out());
  }

  @Test
  public void theGateDecidesTheStatus() throws IOException {
    MailText patch =
        MailText.patch(1, 1).diff(MailText.newFile("drivers/example/a.c", "int a; ", "int b;"));
    String mbox = file("blank.mbox", TestSeries.of(patch).mbox());
    assertEquals(Call.of("review", "--gate", "error", mbox).status(), ExitStatus.CLEAN);
    Call strict = Call.of("review", "--gate", "WARNING", mbox);
    assertEquals(strict.status(), ExitStatus.STOPPED);
    assertTrue(
        strict.out().contains("drivers/example/a.c:1: warning: "), "a line for editors\n" + strict);
    assertTrue(strict.out().contains("[patch/whitespace]\n      1 │ +int a;·\n"), strict.out());
  }

  @Test
  public void standardInputIsReadForADash() {
    Call call = Call.with(TestSeries.of(2).mbox(), false, Map.of(), "review", "-");
    assertTrue(call.out().contains("2 patches, 2 files, +2 -0"), call.out() + call.err());
  }

  @Test
  public void theNewestVersionIsReviewedAndTheRestIsTold() throws IOException {
    TestSeries first = TestSeries.of(2);
    String mbox = file("two.mbox", first.and(first.version(2)).mbox());
    Call newest = Call.of("review", mbox);
    assertTrue(newest.out().startsWith("[PATCH v2 0/2]"), newest.out());
    assertTrue(newest.err().startsWith("galley: 2 series: "), newest.err());
    Call asked = Call.of("review", "--series-version", "1", mbox);
    assertTrue(asked.out().startsWith("[PATCH 0/2]"), asked.out());
    Call byMail = Call.of("review", "--message-id", first.mail(1).id(), mbox);
    assertTrue(byMail.out().startsWith("[PATCH 0/2]"), byMail.out());
  }

  @DataProvider
  public Object[][] wrongInputs() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty folder"));
    String mbox = file("good.mbox", TestSeries.of(1).mbox());
    String reply =
        file("reply.mbox", MailText.reply(MailText.patch(1, 1), "Looks fine to me.\n").mbox());
    return new Object[][] {
      {List.of("review", folder.resolve("none.mbox").toString()), "none.mbox: "},
      {List.of("review", file("zero.mbox", "")), "zero.mbox: "},
      {List.of("review", file("text.txt", "no mail at all\n")), "text.txt: "},
      {List.of("review", empty.toString()), "empty folder: "},
      {List.of("review", reply), "reply.mbox: "},
      {List.of("review", mbox, "--base", folder.resolve("tree").toString()), "tree"},
      {List.of("review", mbox, "--profile", "nobody"), "there is no profile \"nobody\""},
      {List.of("review", mbox, "--profile", file("bad.toml", "= x")), "bad.toml: "},
      {List.of("review", mbox, "--suppressions", file("bad.txt", "what")), "bad.txt: "},
      {List.of("review", mbox, "--suppressions", empty.toString()), "empty folder"},
      {List.of("review", mbox, "--format", "tarot"), "there is no format \"tarot\""},
      {List.of("review", mbox, "--gate", "sometimes"), "sometimes"},
      {List.of("review", mbox, "--series-version", "7"), "good.mbox: "},
      {List.of("review", mbox, "--series-version", "x"), "x"},
      {List.of("review", mbox, "-o", empty.toString()), "is a folder"},
      {List.of("review", mbox, "-o", folder.resolve("no/where").toString()), "does not exist"},
      {List.of("review"), "SOURCE"},
      {List.of("revise"), "did you mean: review"},
      {List.of("checks", "--group", "nobody"), "no checks in group \"nobody\""},
      {List.of("explain", "series/numbring"), "Did you mean series/numbering?"},
      {List.of("explain", "whitespace"), "Did you mean patch/whitespace?"},
      {List.of("explain", "\u001b[31mx"), "\\u{1b}[31mx"},
      {List.of(), "Usage: galley"},
    };
  }

  @Test(dataProvider = "wrongInputs")
  public void wrongInputIsToldInWords(List<String> arguments, String words) {
    Call call = Call.of(arguments.toArray(String[]::new));
    assertEquals(call.status(), ExitStatus.WRONG_INPUT, call.toString());
    assertEquals(call.out(), "", "nothing but results on standard output");
    assertTrue(call.err().contains(words), call.err());
    assertFalse(call.err().contains("\tat "), call.err());
    assertFalse(call.err().contains("Exception"), call.err());
    assertFalse(call.err().contains("\u001b"), call.err());
  }

  @Test
  public void aReportIsWrittenWholeOrNotAtAll() throws IOException {
    Path target = folder.resolve("review.json");
    Files.writeString(target, "old");
    Call call =
        Call.of("review", "--format", "json", "-o", target.toString(), "--base", TREE, SERIES);
    assertEquals(call.status(), ExitStatus.CLEAN, call.err());
    assertEquals(call.out(), "");
    JsonNode report = new ObjectMapper().readTree(target.toFile());
    assertEquals(report.get("schema").asText(), "galley/review-1");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(files.filter(file -> file.toString().endsWith(".tmp")).count(), 0);
    }
    Call refused = Call.of("review", "-o", target.toString(), folder.resolve("nope").toString());
    assertEquals(refused.status(), ExitStatus.WRONG_INPUT);
    assertTrue(Files.readString(target).contains("galley/review-1"), "the old one is left alone");
  }

  @Test
  public void coloursComeWithATerminalOrWhenAskedFor() {
    String escape = "\u001b[";
    Map<String, String> plain = Map.of("NO_COLOR", "1");
    assertFalse(Call.of("review", SERIES).out().contains(escape));
    assertTrue(Call.with("", true, Map.of(), "review", SERIES).out().contains(escape));
    assertFalse(Call.with("", true, plain, "review", SERIES).out().contains(escape));
    assertTrue(Call.of("review", "--color", "always", SERIES).out().contains(escape));
    assertFalse(
        Call.with("", true, Map.of(), "review", "--color=never", SERIES).out().contains(escape));
  }

  @Test
  public void theSameInputGivesTheSameBytes() {
    String[] arguments = {"review", "--format", "json", "--base", TREE, SERIES};
    assertEquals(Call.of(arguments).out(), Call.of(arguments).out());
  }

  @Test
  public void helpTeaches() {
    Call call = Call.of("review", "--help");
    assertEquals(call.status(), 0);
    assertTrue(call.out().contains("galley review --base ~/linux@v7.2 v2.mbox"), call.out());
    assertTrue(call.out().contains("Exit status:"), call.out());
    for (String line : call.out().lines().toList()) {
      assertTrue(line.length() <= 80, line);
    }
  }

  @Test
  public void everyCheckIsListedAndExplained() {
    Call list = Call.of("checks");
    assertEquals(list.status(), 0);
    List<String> ids =
        list.out().lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
    assertTrue(ids.size() > 10, list.out());
    for (String id : ids) {
      Call page = Call.of("explain", id);
      assertEquals(page.status(), 0);
      assertTrue(page.out().startsWith(id + ": "), page.out());
    }
    Call group = Call.of("checks", "--group", "series");
    assertTrue(group.out().lines().allMatch(line -> line.startsWith("series/")), group.out());
  }

  @Test
  public void completionIsAScriptAndVersionIsOneLine() {
    assertTrue(Call.of("completion").out().startsWith("#!/usr/bin/env bash"));
    assertEquals(Call.of("--version").out().lines().count(), 1);
  }
}
