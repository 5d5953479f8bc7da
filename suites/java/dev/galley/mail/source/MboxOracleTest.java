package dev.galley.mail.source;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/**
 * Framing against {@code git mailsplit --mboxrd}: the same number of mails with the same octets.
 */
public final class MboxOracleTest {

  private static final int MUTANTS = 300;

  @Test(groups = {"corpus", "oracle-git"})
  public void countsEqualTheRecordedOnes() throws Exception {
    Path folder = CorpusFiles.folder();
    int files = 0;
    try (Stream<Path> truth = Files.list(folder.resolve("truth"))) {
      for (Path counts :
          truth.filter(f -> f.toString().endsWith(".counts.tsv")).sorted().toList()) {
        List<String> rows = Files.readAllLines(counts);
        for (String row : rows.subList(1, rows.size())) {
          String[] cells = row.split("\t", -1);
          Taken taken =
              Taken.all(
                  Sources.open(SourceSpec.of(folder.resolve(cells[0]).toString()), Limits.DEFAULT));
          assertEquals(taken.mails().size(), Integer.parseInt(cells[1]), cells[0]);
          assertEquals(taken.problems(), List.of(), cells[0]);
          files++;
        }
      }
    }
    assertTrue(files > 500, files + " files");
  }

  @Test(groups = "corpus")
  public void everyFilePrintsAsItWas() throws Exception {
    int mails = 0;
    for (Path mbox : CorpusFiles.mboxes()) {
      Bytes octets = CorpusFiles.octets(mbox);
      Taken taken = Taken.all(Sources.open(SourceSpec.of(mbox.toString()), Limits.DEFAULT));
      assertEquals(taken.framed(), octets, mbox.toString());
      for (RawMail mail : taken.mails()) {
        assertEquals(requoted(mail), mail.framed(), mail.origin().toString());
      }
      mails += taken.mails().size();
    }
    assertTrue(mails > 1000, mails + " mails");
  }

  /** The corpora are mboxrd, so quoting the mail again has to give what stood in the file. */
  private static Bytes requoted(RawMail mail) {
    List<Bytes> parts = new ArrayList<>();
    Bytes framed = mail.framed();
    parts.add(framed.slice(0, framed.nextLine(0)));
    Bytes bytes = mail.bytes();
    for (int line = 0; line < bytes.length(); line = bytes.nextLine(line)) {
      int quotes = line;
      while (quotes < bytes.length() && bytes.at(quotes) == '>') {
        quotes++;
      }
      if (bytes.startsWith("From ", quotes)) {
        parts.add(Bytes.utf8(">"));
      }
      parts.add(bytes.slice(line, bytes.nextLine(line)));
    }
    return Bytes.concat(parts);
  }

  @Test(groups = "oracle-git")
  public void mutantsSplitAsGitSplitsThem() throws Exception {
    Git.require();
    Random random = new Random(20260604);
    int several = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(random);
      List<Bytes> expected = mailsplit(mutant);
      List<Bytes> actual = mailsAsGitWritesThem(mutant);
      assertEquals(actual, expected, new String(mutant, StandardCharsets.ISO_8859_1));
      several += expected.size() > 1 ? 1 : 0;
    }
    assertTrue(several > MUTANTS / 3, several + " mutants with several mails");
  }

  private static final List<String> LINES =
      List.of(
          "From mboxrd@z Thu Jan  1 00:00:00 1970\n",
          "From ada@example.org Mon Sep 17 00:00:00 2001\n",
          "From ada Mon Sep 17 00:00 2001\n",
          "From ada Mon Sep 17 00:00:00 90\n",
          "From ada Mon Sep 17 00:00:00 91\n",
          "From ada Mon Sep 17 00:00:00 +0200 2001\n",
          "From ada Mon Sep 17 00:00:00 2001 +0200\n",
          "From ada Mon Sep 17 00:00:00 2001 remote from x\n",
          "From here on the text: it goes 10:20:30 2001:x\n",
          "From - Thu Jan 01 00:00:00 1970\r\n",
          "From 1:2:3 12:34:56 -7\n",
          "From a 12:34:56 \n",
          "From the beginning of the line\n",
          "From \n",
          "From",
          ">From the quoted line\n",
          ">>From mboxrd@z Thu Jan  1 00:00:00 1970\n",
          ">>> From x\n",
          " From ada Mon Sep 17 00:00:00 2001\n",
          "xFrom ada Mon Sep 17 00:00:00 2001\n",
          "FFrom ada Mon Sep 17 00:00:00 2001\n",
          "From From From ada Mon Sep 17 00:00:00 2001\n",
          "Subject: [PATCH] x\n",
          "\n",
          "\r\n",
          "text with \r in it\n",
          "text\r\n",
          "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
          ">",
          "> quoted\n",
          "From: Ada\n");

  private static byte[] mutant(Random random) {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(8) == 0) {
      text.append(" \n\t\n");
    }
    text.append(LINES.get(random.nextInt(2)));
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      text.append(LINES.get(random.nextInt(LINES.size())));
    }
    byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    int first = text.indexOf("\n", text.indexOf("From ")) + 1;
    for (int flips = random.nextInt(4); flips > 0 && first < octets.length; flips--) {
      octets[first + random.nextInt(octets.length - first)] =
          (byte) "\nF >:09\0\r".charAt(random.nextInt(9));
    }
    return octets;
  }

  /** What git writes: the separator too, no CR before a line feed, one ">" less. */
  private static List<Bytes> mailsAsGitWritesThem(byte[] mbox) throws Exception {
    List<Bytes> mails = new ArrayList<>();
    for (RawMail mail : Taken.stream(mbox, Limits.DEFAULT).mails()) {
      int blank = Recognition.blank(mail.framed());
      Bytes separator = mail.framed().slice(blank, mail.framed().nextLine(blank));
      String all = separator.latin1() + mail.bytes().latin1();
      mails.add(Bytes.wrap(all.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1)));
    }
    return mails;
  }

  private static List<Bytes> mailsplit(byte[] mbox) throws IOException {
    Path folder = Files.createTempDirectory("galley-mailsplit");
    try {
      Git.Result result = new Git(folder).tryRun(mbox, "mailsplit", "--mboxrd", "-o" + folder);
      assertEquals(result.status(), 0, result.text());
      List<Bytes> mails = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          mails.add(Bytes.wrap(Files.readAllBytes(file)));
        }
      }
      return mails;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Path[] all = files.toArray(Path[]::new);
      for (int i = all.length - 1; i >= 0; i--) {
        Files.delete(all[i]);
      }
    }
  }
}
