package dev.galley.mail;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Every mail of the corpus against what git mailinfo made of it. */
@Test(groups = "oracle-git")
public class MailInfoOracleTest {

  private static final Path EXCEPTIONS = Path.of("fixtures/oracle/mailinfo-exceptions.txt");

  @DataProvider
  public Object[][] sets() {
    return new Object[][] {{"siov-rfc"}, {"series"}, {"conversions"}, {"oddities"}};
  }

  @Test(dataProvider = "sets")
  public void everyMailReadsAsGitReadsIt(String set) throws IOException {
    List<CorpusFiles.Row> rows = CorpusFiles.table("truth/" + set + ".mails.tsv");
    compare(rows, Set.of());
    Map<String, Integer> expected = new TreeMap<>();
    rows.forEach(row -> expected.merge(row.get("file"), 1, Integer::sum));
    Map<String, Integer> found = new TreeMap<>();
    expected
        .keySet()
        .forEach(file -> found.put(file, Mails.octets(CorpusFiles.folder().resolve(file)).size()));
    assertEquals(found, expected, "mails of each file");
  }

  @Test
  public void scissorsCutAsGitCuts() throws IOException {
    List<CorpusFiles.Row> rows = CorpusFiles.table("truth/oddities.scissors.tsv");
    assertTrue(rows.stream().anyMatch(row -> row.get("compared_with_plain").equals("differs")));
    compare(rows, Set.of(MailInfo.Option.SCISSORS));
  }

  private static void compare(List<CorpusFiles.Row> rows, Set<MailInfo.Option> options)
      throws IOException {
    assertFalse(rows.isEmpty());
    Set<String> excepted = exceptions();
    Map<String, List<Bytes>> mails = new HashMap<>();
    List<String> differences = new ArrayList<>();
    for (CorpusFiles.Row row : rows) {
      String file = row.get("file");
      int number = Integer.parseInt(row.get("n"));
      Bytes octets =
          mails
              .computeIfAbsent(file, f -> Mails.octets(CorpusFiles.folder().resolve(f)))
              .get(number - 1);
      Mail mail =
          MailReader.read(new MailOrigin(file, number, 0, 1), octets, Limits.DEFAULT).value();
      assertEquals(mail.print(), octets, file + " " + number);
      String difference = difference(row, MailInfo.of(mail, Limits.DEFAULT, options));
      if (excepted.contains(file + " " + number)) {
        assertFalse(difference.isEmpty(), file + " " + number + " is no exception any more");
      } else if (!difference.isEmpty()) {
        differences.add(file + " " + number + ": " + difference);
      }
    }
    assertTrue(
        differences.isEmpty(),
        differences.size() + " of " + rows.size() + " differ:\n" + String.join("\n", differences));
  }

  private static String difference(CorpusFiles.Row row, PatchMail read) {
    List<String> different = new ArrayList<>();
    note(different, "author", row.get("author"), read.authorName());
    note(different, "email", row.get("email"), read.authorEmail());
    note(different, "subject", row.get("subject"), read.subject());
    note(different, "date", row.get("date"), read.date());
    note(different, "msg", row.get("msg_sha256"), sha256(read.log()));
    note(different, "patch", row.get("patch_sha256"), sha256(read.patch()));
    note(different, "rc", row.get("mailinfo_rc"), read.refusal().isPresent() ? "1" : "0");
    return String.join(", ", different);
  }

  private static void note(List<String> different, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      different.add(what + " expected [" + expected + "] actual [" + actual + "]");
    }
  }

  private static Set<String> exceptions() throws IOException {
    Set<String> names = new HashSet<>();
    for (String line : Files.readAllLines(EXCEPTIONS)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        names.add(line.split(": ", 2)[0]);
      }
    }
    return names;
  }

  private static String sha256(Bytes octets) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(octets.buffer());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
