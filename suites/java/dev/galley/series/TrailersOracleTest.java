package dev.galley.series;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.mail.PatchMail;
import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.GitCommand;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.testng.SkipException;
import org.testng.annotations.Test;

/** Trailers against {@code git interpret-trailers} and against another scan of the replies. */
public class TrailersOracleTest {

  private static final String EXCEPTIONS = "trailer-exceptions.txt";

  /** A command line must not get too long. */
  private static final int FILES_PER_CALL = 400;

  private static final String END = "End-of-file";

  @Test(groups = "oracle-git")
  public void everyLogHasTheTrailersThatGitFinds() throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    List<Bytes> logs = new ArrayList<>();
    for (String set : List.of("siov-rfc", "series", "conversions", "oddities")) {
      for (Path mbox : CorpusFiles.mboxes(set)) {
        for (PatchMail mail : Mails.of(mbox)) {
          names.add(mbox.getFileName() + " " + mail.mail().origin().ordinal());
          logs.add(mail.log());
        }
      }
    }
    assertTrue(logs.size() > 2_000, logs.size() + " mails");
    compare(names, logs);
  }

  @Test(groups = "oracle-git")
  public void oddLogsHaveTheTrailersThatGitFinds() throws IOException, InterruptedException {
    List<String> logs =
        List.of(
            "",
            "\n",
            "Signed-off-by: A <a@b.c>\n",
            "Text.\n\nSigned-off-by: A <a@b.c>",
            "Text.\n\nFixes: 123456789012 (\"a\n subject\")\n\n\n",
            "Text.\n\nAcked-by: A <a@b.c>\n[a: did b]\nSigned-off-by: B <b@b.c>\n",
            "Text.\n\none\ntwo\nthree\nSigned-off-by: B <b@b.c>\n",
            "Text.\n\none\ntwo\nthree\nfour\nSigned-off-by: B <b@b.c>\n",
            "Text.\n\n(cherry picked from commit abc)\nsome words\nKey: value\n",
            "Text.\n\nKey: value\nsome words\n",
            "Text.\n\nKey : value\n",
            "Text.\n\nKey word : value\nOther: x\n",
            "Text.\n\n: value\nOther: x\n",
            "Text.\n\nKey:\n value\n\tmore\nOther:\n",
            "Text.\n\n value\nOther: x\n",
            "Text.\n\n# comment\nOther: x\n# comment\n",
            "Text.\n\nOther: x\n\n# comment\n\n",
            "Text.\n\nOther: x\n---\nAnother: y\n",
            "Text.\n\nOther: x\n--- \nAnother: y\n",
            "Text.\n\nOther: x\n----\nAnother: y\n",
            "Text.\n\nOther: x\n\nConflicts:\n\tfile\n",
            "Text.\n\nOther: x\nConflicts:\n\tfile\n",
            "Text.\n\nOther: x\r\nSigned-off-by: B <b@b.c>\r\n",
            "Text.\n \nOther: x\n",
            "Link: https://a.b/c\n  d\n\n",
            "Text.\n\nOther: x\n# ------------------------ >8 ------------------------\nNot: y\n",
            "# ------------------------ >8 ------------------------\nNot: y\n",
            "Text.\n\nÄcked-by: x\nOther: ä\n",
            "Text.\n\nSigned-off-by:x\nwords\n");
    List<String> names = logs.stream().map(log -> log.replace("\n", "\\n")).toList();
    compare(names, logs.stream().map(Bytes::utf8).toList());
  }

  private static void compare(List<String> names, List<Bytes> logs)
      throws IOException, InterruptedException {
    List<String> expected = ofGit(logs);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < logs.size(); i++) {
      StringBuilder found = new StringBuilder();
      Trailers.of(logs.get(i)).forEach(trailer -> found.append(trailer).append('\n'));
      if (!found.toString().equals(expected.get(i))) {
        differences.add(names.get(i) + "\n git: " + expected.get(i) + "\n here: " + found);
      }
    }
    assertTrue(
        differences.isEmpty(),
        differences.size() + " of " + logs.size() + " differ:\n" + String.join("\n", differences));
  }

  /** What git prints for each log, under a title; many files a call, with marks between. */
  private static List<String> ofGit(List<Bytes> logs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("galley-trailers");
    try {
      Path mark = Files.writeString(folder.resolve("mark"), "title\n\n" + END + ": x\n");
      List<String> printed = new ArrayList<>();
      for (int from = 0; from < logs.size(); from += FILES_PER_CALL) {
        List<String> command = new ArrayList<>(List.of("git", "interpret-trailers", "--parse"));
        for (int i = from; i < Math.min(from + FILES_PER_CALL, logs.size()); i++) {
          Path file = folder.resolve(String.valueOf(i));
          Files.write(file, Bytes.concat(List.of(Bytes.utf8("title\n\n"), logs.get(i))).toArray());
          command.add(file.toString());
          command.add(mark.toString());
        }
        String[] parts = run(folder, command).split(END + ": x\n", -1);
        printed.addAll(List.of(parts).subList(0, parts.length - 1));
      }
      assertEquals(printed.size(), logs.size());
      return printed;
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = GitCommand.builder(folder, command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new SkipException("no git on this machine", e);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(process.waitFor(), 0);
    return output;
  }

  /** The table was made by somebody else's scan, line by line. */
  @Test(groups = "corpus")
  public void repliesHaveTheTrailersOfTheTable() throws IOException {
    Set<String> expected = new LinkedHashSet<>();
    Set<String> files = new TreeSet<>();
    for (CorpusFiles.Row row : CorpusFiles.table("series/trailers.tsv")) {
      files.add(row.get("file"));
      expected.add(
          String.join(
              " ",
              row.get("reply_msgid"),
              row.get("in_reply_to_patch"),
              row.get("trailer") + ":",
              row.get("value")));
    }
    Set<String> found = new LinkedHashSet<>();
    for (String file : files) {
      List<PatchMail> mails = Mails.of(CorpusFiles.folder().resolve("series/" + file));
      for (Series series : SeriesAssembler.assemble(mails, Limits.DEFAULT).series()) {
        for (CollectedTrailer given : series.collected()) {
          String withoutNumber = given.messageId() + "  " + given.trailer();
          found.add(
              expected.contains(withoutNumber)
                  ? withoutNumber
                  : given.messageId() + " " + given.patch() + " " + given.trailer());
        }
      }
    }
    Set<String> differences = new TreeSet<>();
    expected.stream()
        .filter(row -> !found.contains(row))
        .forEach(row -> differences.add("- " + named(row)));
    found.stream()
        .filter(row -> !expected.contains(row))
        .forEach(row -> differences.add("+ " + named(row)));
    assertTrue(found.size() > 100, found.size() + " trailers");
    assertEquals(
        String.join("\n", differences),
        String.join("\n", new TreeSet<>(CorpusFiles.exceptions(EXCEPTIONS).keySet())));
  }

  /** Message-ID, patch and key: what an exception is called by. */
  private static String named(String row) {
    return row.substring(0, row.indexOf(": "));
  }
}
