package dev.galley.cli;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.MailText;
import dev.galley.testkit.TestSeries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.FileUtils;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What is given by mistake or by malice gets words, a status, and no stack trace. */
public class BadInputTest {

  private static final String ESCAPES = "\u001b[31mred\u001b]0;t\u0007\u202eback\u2066\u200b";

  private Path folder = Path.of("");

  @BeforeClass
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("galley-bad");
  }

  @AfterClass(alwaysRun = true)
  public void removeFolder() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  private String file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static Call review(String input, String... options) {
    String[] arguments = Arrays.copyOf(options, options.length + 2);
    System.arraycopy(options, 0, arguments, 2, options.length);
    arguments[0] = "review";
    arguments[1] = "-";
    Call call = Call.with(input, false, Map.of(), arguments);
    assertTame(call);
    return call;
  }

  private static void assertTame(Call call) {
    String all = call.out() + call.err();
    assertTrue(call.status() < ExitStatus.INTERNAL, all);
    assertFalse(call.err().contains("\tat ") || call.err().contains("Exception"), call.err());
    for (String steering : new String[] {"\u001b", "\u0007", "\u202e", "\u2066", "\u200b", "\0"}) {
      assertFalse(all.contains(steering), "shown unescaped: " + all);
    }
  }

  private static String mailWith(String diff) {
    return TestSeries.of(MailText.patch(1, 1).diff(diff)).mbox();
  }

  @DataProvider
  public Object[][] nothingToRead() {
    String mail = TestSeries.of(1).mbox();
    return new Object[][] {
      {"", "empty (0 bytes)"},
      {"\n \n", "nothing but white space"},
      {"\0\1\2", "binary file"},
      {"%PDF-1.4\n", "PDF"},
      {"<!DOCTYPE html>\n<html></html>\n", "web page"},
      {"#include <linux/pci.h>\nint a;\n", "not a mail"},
      {mail.replace("\n", " "), "line breaks were lost"},
      {mail.replace("\n", ""), "line breaks were lost"},
      {mail.replace("\n", ""), "b4 mbox v1.0."},
      {mail.replace("\n", "\r"), "end with CR alone"},
      {"x".repeat(17 << 20), "not a mail"},
      {parts(1_200), "more parts than the 1000 allowed"},
      {"From: a <a@example.org>\nSubject: [PATCH] a\n\n" + "x".repeat(17 << 20), "is longer than"},
    };
  }

  @Test(dataProvider = "nothingToRead")
  public void whatIsNoMailIsSaid(String input, String words) {
    Call call = review(input);
    assertEquals(call.status(), ExitStatus.WRONG_INPUT, call.err());
    assertEquals(call.out(), "", "no part of a report");
    assertTrue(call.err().contains(words), call.err());
  }

  private static String parts(int count) {
    return "From: Ada <ada@example.org>\nSubject: [PATCH] a: b\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/mixed; boundary=\"B\"\n\n"
        + "--B\nContent-Type: text/plain\n\npart\n".repeat(count)
        + "--B--\n";
  }

  /** Nothing is read beyond the first block of a file that is no mail. */
  @Test(timeOut = 10_000)
  public void aFileOfTwoGigabytesIsRefusedAtOnce() throws IOException {
    Path sparse = folder.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(2L << 30);
    }
    Call call = Call.of("review", sparse.toString());
    assertEquals(call.status(), ExitStatus.WRONG_INPUT);
    assertTrue(call.err().contains("binary file"), call.err());
  }

  @Test
  public void aGzipFileThatEndsEarlyNeverPasses() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(TestSeries.of(2).mbox().getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = bytes.toByteArray();
    assertEquals(Call.of("review", file("whole.gz", whole)).status(), ExitStatus.CLEAN);
    Call cut = Call.of("review", file("cut.gz", Arrays.copyOf(whole, whole.length - 4)));
    assertTame(cut);
    assertEquals(cut.status(), ExitStatus.STOPPED, cut.toString());
    assertTrue(cut.err().contains("the gzip file ends in the middle"), cut.err());
    assertTrue(cut.out().contains("2 patches"), "what came out is reviewed: " + cut.out());
  }

  @Test
  public void aMailCutInAHunkIsReviewedAndStopped() {
    String[] lines = new String[40];
    Arrays.fill(lines, "int a;");
    String mail = mailWith(MailText.newFile("drivers/example/a.c", lines));
    Call call = review(mail.substring(0, mail.lastIndexOf("int a;") - 60));
    assertEquals(call.status(), ExitStatus.STOPPED);
    assertTrue(call.out().contains("[patch/hunk-counts]"), call.out());
  }

  @DataProvider
  public Object[][] unsafePaths() {
    return new Object[][] {
      {"../../etc/passwd"},
      {"drivers/../../x"},
      {"/etc/passwd"},
      {".git/config"},
      {".GIT/config"},
      {"sub/.git/hooks/x"},
      {".g\u200cit/config"},
      {"a\0b"},
    };
  }

  @Test(dataProvider = "unsafePaths")
  public void aPathThatLeavesTheTreeIsAnError(String path) {
    String mail = mailWith(MailText.newFile(path, "int a;"));
    for (Call call : new Call[] {review(mail), review(mail, "--base", "fixtures/tree/default")}) {
      assertEquals(call.status(), ExitStatus.STOPPED, call.toString());
      assertTrue(
          call.out().contains(": error: the diff names a path that git refuses"), call.out());
    }
  }

  @Test
  public void anAbsoluteNameIsAnErrorAlthoughGitWouldStripIt() {
    String mail =
        mailWith(
            """
            --- /etc/passwd
            +++ /etc/passwd
            @@ -1 +1 @@
            -int b;
            +int a;
            """);
    Call call = review(mail);
    assertEquals(call.status(), ExitStatus.STOPPED, call.toString());
    assertTrue(call.out().contains("the path is absolute: --- /etc/passwd"), call.out());
  }

  @Test
  public void aFileBehindALinkOfTheSeriesIsAnError() {
    String link =
        """
        diff --git a/drivers/link b/drivers/link
        new file mode 120000
        --- /dev/null
        +++ b/drivers/link
        @@ -0,0 +1 @@
        +misc
        \\ No newline at end of file
        """;
    String behind = MailText.newFile("drivers/link/x.c", "int a;");
    String mails =
        TestSeries.of(MailText.patch(1, 2).diff(link), MailText.patch(2, 2).diff(behind)).mbox();
    Call without = review(mails);
    assertTrue(
        without.out().contains("goes through the symbolic link that patch 1"), without.out());
    Call with = review(mails, "--base", "fixtures/tree/default");
    assertTrue(with.out().contains("goes through the symbolic link drivers/link"), with.out());
    assertEquals(without.status(), ExitStatus.STOPPED);
    assertEquals(with.status(), ExitStatus.STOPPED);
    Call alone = review(mailWith(MailText.newFile("drivers/linked/x.c", "int a;")));
    assertFalse(alone.out().contains("symbolic link"), alone.out());
  }

  @Test
  public void whatSteersATerminalIsSpelledOut() {
    String mail =
        mailWith(MailText.newFile("drivers/" + ESCAPES + ".c", "int a; " + ESCAPES + " "));
    review(mail);
    review(mail, "--format", "json");
    Call subject = review(mail.replaceFirst("Subject: \\[PATCH[^]]*\\]", "$0 \u001b[31m\u202e"));
    assertTrue(subject.out().contains("\\u{1b}[31m\\u{202e}"), subject.out());
  }

  @Test
  public void emptyNamesAreNotTheCurrentFolder() throws IOException {
    Call source = Call.of("review", "");
    assertEquals(source.status(), ExitStatus.WRONG_INPUT);
    assertTrue(source.err().contains("empty name"), source.err());
    Call output = Call.of("review", file("good.mbox", TestSeries.of(1).mbox()), "-o", "");
    assertEquals(output.status(), ExitStatus.WRONG_INPUT);
    assertTrue(output.err().contains("the name of the file is empty"), output.err());
  }

  @Test
  public void aFullDeviceIsNamed() throws IOException {
    if (!Files.exists(Path.of("/dev/full"))) {
      throw new org.testng.SkipException("there is no /dev/full");
    }
    Call call = Call.of("review", file("some.mbox", TestSeries.of(1).mbox()), "-o", "/dev/full");
    assertEquals(call.status(), ExitStatus.WRONG_INPUT);
    assertTrue(call.err().startsWith("galley: /dev/full: the report could not"), call.err());
  }
}
