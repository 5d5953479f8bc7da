package dev.galley.mail;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.testng.annotations.Test;

/** Nothing of a mail is lost when it is read. */
public class RoundTripTest {

  private static final int MUTATIONS = 20_000;

  @Test
  public void fixturesPrintAsTheyWereRead() throws IOException {
    for (Map.Entry<String, Bytes> mail : MailFixtures.all().entrySet()) {
      assertEquals(MailFixtures.read(mail.getValue()).print(), mail.getValue(), mail.getKey());
    }
  }

  @Test
  public void mutatedFixturesPrintAsTheyWereRead() throws IOException {
    List<Bytes> mails = List.copyOf(MailFixtures.all().values());
    Random random = new Random(5322);
    for (int i = 0; i < MUTATIONS; i++) {
      Bytes other = mails.get(random.nextInt(mails.size()));
      Bytes mutant = Mutation.of(mails.get(random.nextInt(mails.size())), other, random);
      Mail mail = MailFixtures.read(mutant);
      assertEquals(mail.print(), mutant, "mutation " + i);
      assertEquals(MailInfo.of(mail, Limits.DEFAULT).mail(), mail, "mutation " + i);
    }
  }

  @Test(groups = "corpus")
  public void everyMailOfTheCorpusPrintsAsItWasRead() throws IOException {
    int mails = 0;
    List<String> lost = new ArrayList<>();
    for (String set : List.of("siov-rfc", "series", "conversions", "oddities")) {
      for (Path mbox : CorpusFiles.mboxes(set)) {
        for (Bytes octets : Mails.octets(mbox)) {
          mails++;
          if (!MailFixtures.read(octets).print().equals(octets)) {
            lost.add(mbox + " mail " + mails);
          }
        }
      }
    }
    assertTrue(mails > 0, "no mail in the corpus");
    assertEquals(lost, List.of(), "of " + mails + " mails");
  }
}
