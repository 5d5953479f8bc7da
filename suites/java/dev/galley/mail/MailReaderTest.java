package dev.galley.mail;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import dev.galley.text.Span;
import java.util.List;
import org.testng.annotations.Test;

/** Where the header ends, and what is a field. */
public class MailReaderTest {

  private static final MailOrigin ORIGIN = new MailOrigin("test", 1, 0, 1);

  @Test
  public void fieldsKeepTheirPlaceAndTheirFolding() {
    Read<Mail> read = read("Subject: one\n  two \nTo: x\n\nbody\n");
    assertEquals(read.problems(), List.of());
    Mail mail = read.value();
    assertEquals(mail.headers().size(), 2);
    HeaderField subject = mail.headers().get(0);
    assertEquals(subject.name(), "Subject");
    assertEquals(subject.raw().utf8(), " one\n  two \n");
    assertEquals(subject.value().utf8(), "one  two");
    assertEquals(subject.span(), new Span(0, 20));
    assertEquals(mail.separator(), new Span(26, 27));
    assertEquals(mail.bytes().slice(mail.body()).utf8(), "body\n");
    assertEquals(mail.field("subject"), mail.field("SUBJECT"));
    assertTrue(mail.field("Cc").isEmpty());
  }

  @Test
  public void carriageReturnsBelongToTheLines() {
    Read<Mail> read = read("Subject: one\r\n two\r\n\r\nbody\r\n");
    assertEquals(read.problems(), List.of());
    assertEquals(read.value().headers().get(0).value().utf8(), "one two");
    assertEquals(read.value().separator().length(), 2);
  }

  @Test
  public void lineThatIsNoFieldEndsTheHeader() {
    Read<Mail> read = read("Subject: one\njunk\nTo: x\n\nbody\n");
    assertEquals(messages(read), List.of("the header ends at a line that is no header field"));
    assertEquals(read.problems().get(0).span(), new Span(13, 18));
    assertEquals(read.value().headers().size(), 1);
    assertEquals(read.value().body(), new Span(13, 30));
  }

  @Test
  public void separatorLinesOfMboxToolsAreKept() {
    Read<Mail> read = read(">From a@b Mon\nSubject: one\nFrom here\n on\n\nbody\n");
    assertEquals(
        messages(read),
        List.of("an mbox separator line in the header", "an mbox separator line in the header"));
    assertEquals(
        read.value().headers().stream().map(HeaderField::name).toList(),
        List.of("", "Subject", ""));
    assertEquals(read.value().headers().get(2).raw().utf8(), "From here\n on\n");
    assertTrue(read.value().field("From").isEmpty());
  }

  @Test
  public void mailCanEndAnywhere() {
    assertEquals(messages(read("Subject: one")), List.of("the mail ends in its header"));
    assertEquals(messages(read("Subject: one\n\n")), List.of());
    assertEquals(messages(read("\n\n")), List.of("an empty mail"));
    assertEquals(messages(read("")), List.of("an empty mail"));
    assertEquals(messages(read("no header\n")), List.of("a mail without header"));
  }

  @Test
  public void limitsSayWhatIsNeededAndAllowed() {
    Limits limits = new Limits(100, 100, 40, 10, 10, 10, 10, 10, 10, 100);
    Bytes mail = Bytes.utf8("Subject: one\n" + "X: y\n".repeat(20) + "\nbody\n");
    Read<Mail> read = MailReader.read(ORIGIN, mail, limits);
    assertEquals(
        messages(read),
        List.of(
            "a mail of 119 octets, allowed are 100",
            "the header is longer than the 40 octets allowed"));
    assertEquals(read.value().print(), mail);
    assertEquals(read.isSound(), false);
  }

  private static Read<Mail> read(String text) {
    Read<Mail> read = MailReader.read(ORIGIN, Bytes.utf8(text), Limits.DEFAULT);
    assertEquals(read.value().print().utf8(), text);
    return read;
  }

  private static List<String> messages(Read<Mail> read) {
    return read.problems().stream().map(Problem::message).toList();
  }
}
