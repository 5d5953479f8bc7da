package dev.galley.mail;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.testng.annotations.Test;

/** What a mail says beyond what git mailinfo prints, and what it says where git is not at hand. */
public class MailInfoTest {

  @Test
  public void plainPatchMail() throws IOException {
    PatchMail mail = fixture("plain");
    assertEquals(mail.authorName(), "Ada Example");
    assertEquals(mail.authorEmail(), "ada@example.org");
    assertEquals(mail.taggedSubject(), "[PATCH v2 3/7] frob: keep the lock while counting");
    assertEquals(mail.subject(), "frob: keep the lock while counting");
    assertEquals(mail.date(), "Mon, 2 Feb 2026 10:20:30 +0100");
    assertEquals(mail.messageId(), "plain@example.org");
    assertEquals(lineAt(mail, mail.logLine()), "The counter was read without the lock.");
    assertEquals(lineAt(mail, mail.patchLine()), "---");
    assertTrue(mail.log().endsWith("Signed-off-by: Ada Example <ada@example.org>\n"));
    assertTrue(mail.patch().startsWith("---\n drivers/frob/core.c | 3 ++-\n"));
    assertEquals(mail.refusal(), Optional.empty());
    assertEquals(mail.problems(), List.of());
  }

  @Test
  public void inBodyAuthorAndHeaderSender() throws IOException {
    PatchMail mail = fixture("inbody-folded");
    assertEquals(mail.authorName(), "Real Author");
    assertEquals(mail.senderName(), "Ada Example");
    assertEquals(mail.senderEmail(), "ada@example.org");
    assertEquals(mail.subject(), "the subject that counts and goes on here");
    assertEquals(mail.taggedSubject(), "[PATCH v2 3/7] frob: keep the lock while counting");
  }

  @Test
  public void textOfASignedReplyIsDecodedAndUnflowed() throws IOException {
    PatchMail mail = fixture("multipart-signed");
    assertEquals(
        mail.text().utf8(), "> question more\n\nReviewed-by: Bob Example <bob@example.org>\n");
    assertFalse(mail.text().utf8().contains("SIGNATURE"));
    assertTrue(messages(mail).contains("flowed text: long lines were broken when it was sent"));
  }

  @Test
  public void textOfAttachedPatchesIsText() throws IOException {
    PatchMail mail = fixture("multipart-b64-attached");
    assertTrue(mail.text().utf8().startsWith("The counter was read without the lock.\n"));
    assertTrue(mail.text().utf8().contains("+\tguard(mutex)(&f->lock);\n"));
    assertEquals(mail.patchLine(), 0);
  }

  @Test
  public void carriageReturnsGoUnlessAskedFor() throws IOException {
    PatchMail dropped = fixture("crlf");
    assertEquals(dropped.patch().indexOf('\r', 0), -1);
    assertEquals(lineAt(dropped, dropped.patchLine()), "---\r");
    PatchMail kept =
        MailInfo.of(MailFixtures.named("crlf"), Limits.DEFAULT, Set.of(MailInfo.Option.KEEP_CR));
    assertTrue(kept.patch().startsWith("---\r\n"));
    assertEquals(dropped.mail(), kept.mail());
  }

  @Test
  public void messageIdsAreTakenOutOfProse() throws IOException {
    PatchMail mail = fixture("references");
    assertEquals(mail.inReplyTo(), List.of("one@example.org"));
    assertEquals(mail.references(), List.of("zero@example.org", "one@example.org"));
  }

  @Test
  public void refusalsSayWhy() throws IOException {
    assertRefused("body-unknown-charset", "cannot convert from y to UTF-8: no such charset");
    assertRefused(
        "body-lying-ascii", "cannot convert from us-ascii to UTF-8: octets that are not of it");
    assertRefused("multipart-deep", "multiparts nested deeper than the 4 allowed");
    assertRefused("word-unterminated", "a broken encoded word in the header: =?utf-8?q?abc");
    assertRefused("word-nul", "a NUL in the field Subject");
    assertRefused("empty", "an empty mail");
  }

  @Test
  public void odditiesAreReported() throws IOException {
    assertOdd("multipart-unclosed", "a multipart is never closed");
    assertOdd("b64-truncated", "a base64 line that is cut short");
    assertOdd("body-utf8-broken", "the log is not UTF-8");
    assertOdd("from-latin1", "author or subject is not UTF-8");
    assertOdd("qp-encoded-cr", "lines end with a carriage return and a line feed");
    assertOdd("junk-in-header", "the header ends at a line that is no header field");
  }

  @Test
  public void brokenSubjectsAreReadAsFarAsTheyCanBe() throws IOException {
    assertEquals(fixture("word-unknown-charset").subject(), "=?x-nonsense?q?abc?=");
    assertEquals(fixture("word-koi8r").subject(), "проверка связи");
    assertEquals(fixture("word-utf7").subject(), "café");
  }

  @Test
  public void scissorsAreAnOption() throws IOException {
    assertEquals(fixture("scissors").authorName(), "Ada Example");
    PatchMail cut =
        MailInfo.of(
            MailFixtures.named("scissors"), Limits.DEFAULT, Set.of(MailInfo.Option.SCISSORS));
    assertEquals(cut.authorName(), "Real Author");
    assertEquals(cut.subject(), "cut out");
    assertTrue(cut.log().startsWith("The counter was read"));
    assertEquals(lineAt(cut, cut.logLine()), "The counter was read without the lock.");
  }

  @Test(groups = "corpus")
  public void trailerInASignedBase64ReplyOfTheCorpus() {
    List<PatchMail> found =
        Mails.octets(CorpusFiles.folder().resolve("siov-rfc/siov-rfc-thread.mbox")).stream()
            .map(octets -> MailInfo.of(MailFixtures.read(octets), Limits.DEFAULT))
            .filter(mail -> mail.senderEmail().equals("jgross@suse.com"))
            .filter(
                mail ->
                    mail.mail()
                        .field("Content-Type")
                        .map(field -> field.value().latin1())
                        .orElse("")
                        .startsWith("multipart/signed"))
            .toList();
    assertFalse(found.isEmpty());
    for (PatchMail mail : found) {
      assertTrue(
          mail.text()
              .utf8()
              .lines()
              .anyMatch(line -> line.startsWith("Reviewed-by: Juergen Gross <")),
          mail.text().utf8());
    }
  }

  private static void assertRefused(String name, String why) throws IOException {
    PatchMail mail = fixture(name);
    assertEquals(mail.refusal(), Optional.of(why), name);
    assertTrue(messages(mail).contains(why), name + ": " + messages(mail));
  }

  private static void assertOdd(String name, String what) throws IOException {
    PatchMail mail = fixture(name);
    assertTrue(messages(mail).contains(what), name + ": " + messages(mail));
    assertEquals(mail.refusal(), Optional.empty(), name);
  }

  private static PatchMail fixture(String name) throws IOException {
    return MailInfo.of(MailFixtures.named(name), Limits.DEFAULT);
  }

  private static List<String> messages(PatchMail mail) {
    return mail.problems().stream().map(Problem::message).toList();
  }

  private static String lineAt(PatchMail mail, int line) {
    Bytes octets = mail.mail().bytes();
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = octets.nextLine(at);
    }
    return octets.slice(at, octets.nextLine(at) - 1).utf8();
  }
}
