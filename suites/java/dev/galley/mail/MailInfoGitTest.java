package dev.galley.mail;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Our own mails, and what chance makes of them, against the git of this machine. */
@Test(groups = "oracle-git")
public class MailInfoGitTest {

  private static final int MUTATIONS = Integer.getInteger("galley.mutations", 300);

  private Path folder = Path.of("");

  @BeforeClass
  public void createFolder() throws IOException {
    GitMailinfo.require();
    folder = Files.createTempDirectory("galley-mailinfo");
  }

  @AfterClass(alwaysRun = true)
  public void deleteFolder() throws IOException {
    if (!folder.toString().isEmpty()) {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }

  @DataProvider
  public Object[][] fixtures() throws IOException {
    return MailFixtures.all().entrySet().stream()
        .map(mail -> new Object[] {mail.getKey(), mail.getValue()})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "fixtures")
  public void fixtureReadsAsGitReadsIt(String name, Bytes octets)
      throws IOException, InterruptedException {
    assertEquals(differences(octets), "", name);
  }

  @Test
  public void mutatedFixturesReadAsGitReadsThem() throws IOException, InterruptedException {
    List<Map.Entry<String, Bytes>> mails = List.copyOf(MailFixtures.all().entrySet());
    Random random = new Random(20260202L);
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < MUTATIONS; i++) {
      Map.Entry<String, Bytes> mail = mails.get(random.nextInt(mails.size()));
      Bytes mutant =
          Mutation.of(mail.getValue(), mails.get(random.nextInt(mails.size())).getValue(), random);
      String difference = differences(mutant);
      if (!difference.isEmpty()) {
        failures.add("mutation " + i + " of " + mail.getKey() + ": " + difference);
      }
    }
    assertTrue(
        failures.isEmpty(),
        failures.size() + " of " + MUTATIONS + " differ:\n" + String.join("\n", failures));
  }

  /** What differs, with carriage returns kept, without and with scissors. */
  private String differences(Bytes octets) throws IOException, InterruptedException {
    Mail mail = MailFixtures.read(octets);
    assertEquals(mail.print(), octets);
    PatchMail plain = MailInfo.of(mail, Limits.DEFAULT, Set.of(MailInfo.Option.KEEP_CR));
    String difference = GitMailinfo.run(folder, octets).difference(plain);
    if (!difference.isEmpty()) {
      return difference;
    }
    Set<MailInfo.Option> both = Set.of(MailInfo.Option.KEEP_CR, MailInfo.Option.SCISSORS);
    PatchMail cut = MailInfo.of(mail, Limits.DEFAULT, both);
    return GitMailinfo.run(folder, octets, "--scissors").difference(cut);
  }
}
