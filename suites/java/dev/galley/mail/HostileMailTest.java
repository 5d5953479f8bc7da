package dev.galley.mail;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.util.Base64;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Mails made to take forever, all of the memory, or all of the stack. */
public class HostileMailTest {

  private static final int MANY = 200_000;
  private static final int SECONDS = 30;

  @DataProvider
  public Object[][] mails() {
    return new Object[][] {
      {"one long line", mail("", "a".repeat(40 << 20))},
      {"one long header field", mail("X: " + "a".repeat(3 << 20) + "\n", "x\n")},
      {"many header fields", mail("X: y\n".repeat(MANY), "x\n")},
      {"much folding", mail("Subject: x" + "\n y".repeat(MANY) + "\n", "x\n")},
      {"many encoded words", mail("Subject: " + "=?utf-8?q?a?= ".repeat(MANY) + "\n", "x\n")},
      {"many open words", mail("Subject: " + "=?utf-8?q?a ".repeat(MANY) + "\n", "x\n")},
      {"many brackets", mail("Subject: " + "[a]".repeat(MANY) + "[".repeat(MANY) + "\n", "x\n")},
      {"many comments", mail("From: " + "(".repeat(MANY) + "a@b" + "\n", "x\n")},
      {"many references", mail("References: " + "<a@b> ".repeat(MANY) + "<".repeat(MANY), "x\n")},
      {"much base64 without line ends", encoded("base64", base64("a".repeat(20 << 20)))},
      {
        "flowed base64",
        encoded("base64\nContent-Type: text/plain; format=flowed", base64(" a \n".repeat(5 << 20)))
      },
      {"soft breaks", encoded("quoted-printable", "abc=\n".repeat(2 << 20))},
      {
        "soft breaks of flowed text",
        encoded(
            "quoted-printable\nContent-Type: text/plain; format=flowed", "a =\n \n".repeat(1 << 20))
      },
      {"flowed text", mail("Content-Type: text/plain; format=flowed\n", "a \n".repeat(4 << 20))},
      {"many parts", multipart("b", "--b\n\nx\n".repeat(10_000) + "--b--\n")},
      {"many boundaries", multipart("b", "--b\n".repeat(MANY))},
      {
        "lines like boundaries",
        multipart("b".repeat(1000), ("--" + "b".repeat(999) + "\n").repeat(10_000))
      },
      {"deep multiparts", multipart("b0", nested(10_000))},
      {"in-body header without end", mail("", "Subject: x\n" + " y\n".repeat(MANY))},
      {"nothing but carriage returns", mail("", "\r".repeat(20 << 20))},
      {"carriage returns and line feeds", mail("", "\r\n".repeat(10 << 20))},
      {"almost scissors", mail("", "- ".repeat(10 << 20))},
    };
  }

  @Test(dataProvider = "mails", timeOut = SECONDS * 1000L)
  public void isReadInReasonableTime(String what, Bytes octets) {
    Mail mail = MailFixtures.read(octets);
    assertEquals(mail.print(), octets, what);
    PatchMail read = MailInfo.of(mail, Limits.DEFAULT);
    assertEquals(read.mail(), mail, what);
  }

  @Test
  public void mailsBeyondTheLimitsAreRefused() {
    Limits small = new Limits(10_000, 100, 200, 3, 2, 10, 10, 10, 10, 100);
    assertRefused(
        small, mail("", "x\n".repeat(8_000)), "a mail of 16024 octets, allowed are 10000");
    assertRefused(small, mail("", "x".repeat(200)), "a line of 200 octets, allowed are 100");
    assertRefused(
        small, mail("", "---\n" + "x".repeat(200)), "a line of 200 octets, allowed are 100");
    assertRefused(
        small, mail("X: y\n".repeat(50), ""), "the header is longer than the 200 octets allowed");
    assertRefused(
        small, multipart("b", "--b\n\nx\n".repeat(5)), "a mail of more parts than the 3 allowed");
    assertRefused(small, multipart("b0", nested(3)), "multiparts nested deeper than the 2 allowed");
  }

  private static void assertRefused(Limits limits, Bytes octets, String why) {
    MailOrigin origin = new MailOrigin("test", 1, 0, 1);
    Mail mail = MailReader.read(origin, octets, limits).value();
    PatchMail read = MailInfo.of(mail, limits);
    assertEquals(read.refusal(), Optional.of(why));
    assertTrue(read.problems().stream().anyMatch(problem -> problem.message().equals(why)));
  }

  private static Bytes mail(String header, String body) {
    return Bytes.utf8("Subject: x\nDate: today\n" + header + "\n" + body);
  }

  private static Bytes encoded(String encoding, String body) {
    return mail("Content-Transfer-Encoding: " + encoding + "\n", body);
  }

  private static Bytes multipart(String boundary, String body) {
    return mail("Content-Type: multipart/mixed; boundary=" + boundary + "\n", body);
  }

  private static String nested(int depth) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      body.append("--b").append(i).append("\nContent-Type: multipart/mixed; boundary=b");
      body.append(i + 1).append("\n\n\n");
    }
    return body.toString();
  }

  private static String base64(String text) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(Bytes.utf8(text).toArray());
  }
}
