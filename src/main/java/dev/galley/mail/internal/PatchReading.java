package dev.galley.mail.internal;

import dev.galley.mail.HeaderField;
import dev.galley.mail.Mail;
import dev.galley.mail.PatchMail;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** One reading of one mail as a patch. */
public final class PatchReading {

  /** RFC 5322, 2.1.1. Longer subjects are nobody's, and mime4j takes its time over them. */
  private static final int LONGEST_LINE = 998;

  private static final Bytes LINE_FEED = Bytes.utf8("\n");

  private final Mail mail;
  private final Limits limits;
  private final Trouble trouble;
  private final Content content;
  private final InfoFields header;

  public PatchReading(Mail mail, Limits limits) {
    this.mail = mail;
    this.limits = limits;
    this.trouble = new Trouble(mail.body(), HeaderProblems.of(mail, limits));
    this.content = new Content(limits);
    this.header = new InfoFields(content, trouble);
  }

  /**
   * Reads the mail.
   *
   * @param scissors whether a scissors line cuts off what stands above it
   * @param keepCarriageReturns whether CR LF stays in lines that are not transfer-encoded
   */
  public PatchMail read(boolean scissors, boolean keepCarriageReturns) {
    Bytes body = mail.bytes().slice(mail.body());
    if (!keepCarriageReturns) {
      body = LineEnds.withoutCarriageReturns(body);
    }
    LogAndPatch lines = new LogAndPatch(body, content, trouble, scissors);
    Bytes text = Bytes.EMPTY;
    if (isWithinLimits()) {
      header.take(mail.headers(), true);
      readBody(body, lines);
      text = TextParts.of(mail, body, limits, trouble);
    }
    Optional<Bytes> from = chosen(InfoField.FROM, lines);
    Person author = from.map(Person::of).orElse(Person.NOBODY);
    Person sender = header.get(InfoField.FROM).map(Person::of).orElse(Person.NOBODY);
    Bytes subject = chosen(InfoField.SUBJECT, lines).map(SubjectLine::cleaned).orElse(Bytes.EMPTY);
    Bytes date = chosen(InfoField.DATE, lines).map(Ascii::singleSpaced).orElse(Bytes.EMPTY);
    Bytes log = lines.log().octets();
    if (!StrictDecoding.isUtf8(log)) {
      trouble.warn("the log is not UTF-8");
    }
    if (!StrictDecoding.isUtf8(author.name()) || !StrictDecoding.isUtf8(subject)) {
      trouble.warn("author or subject is not UTF-8");
    }
    return new PatchMail(
        mail,
        shown(author.name()),
        shown(author.email()),
        shown(sender.name()),
        shown(sender.email()),
        taggedSubject(),
        shown(subject),
        shown(date),
        MessageIds.in(mail, "Message-ID").stream().findFirst().orElse(""),
        MessageIds.in(mail, "In-Reply-To"),
        MessageIds.in(mail, "References"),
        log,
        lines.patch().octets(),
        text,
        lineOf(lines.log(), body),
        lineOf(lines.patch(), body),
        trouble.refusal(),
        trouble.problems());
  }

  private boolean isWithinLimits() {
    if (mail.bytes().length() > limits.mailBytes()) {
      trouble.refuse(HeaderProblems.mailTooLong(mail, limits));
    } else if (HeaderProblems.headerLength(mail) > limits.headerBytes()) {
      trouble.refuse(HeaderProblems.headerTooLong(limits));
    } else if (mail.lead().length() == mail.bytes().length()) {
      trouble.refuse("an empty mail");
    }
    return !trouble.isRefused();
  }

  private void readBody(Bytes body, LogAndPatch lines) {
    Line first;
    int from = 0;
    if (!mail.separator().isEmpty()) {
      first = Line.EMPTY;
    } else if (!body.isEmpty()) {
      from = body.nextLine(0);
      Bytes line = body.slice(0, Ascii.trimmedEnd(body, 0, from));
      first = Line.made(Bytes.concat(List.of(line, LINE_FEED)));
    } else {
      // A mail that ends in its header: git takes the last field for the first line of the body.
      HeaderField last = mail.headers().get(mail.headers().size() - 1);
      first = Line.made(HeaderSection.unfolded(last.print()));
    }
    new PatchBody(body, content, header, lines, trouble, limits).read(first, from);
  }

  /** The in-body field of a mail with a patch, or the one in its header. */
  private Optional<Bytes> chosen(InfoField field, LogAndPatch lines) {
    InfoFields inBody = lines.inBody();
    Optional<Bytes> value =
        lines.inPatch() && inBody.has(field) ? inBody.get(field) : header.get(field);
    if (value.isPresent() && value.get().indexOf(0, 0) >= 0) {
      trouble.refuse("a NUL in the field " + field.label());
    }
    return value.map(Ascii::beforeNul);
  }

  /** The header's subject; where git refuses it, with those encoded words that can be decoded. */
  private String taggedSubject() {
    Bytes subject =
        Ascii.trim(Ascii.singleSpaced(header.get(InfoField.SUBJECT).orElse(Bytes.EMPTY)));
    String shown = shown(subject);
    return shown.contains("=?") && shown.length() <= LONGEST_LINE
        ? DecoderUtil.decodeEncodedWords(shown, DecodeMonitor.SILENT)
        : shown;
  }

  private int lineOf(Gather lines, Bytes body) {
    if (lines.firstAt() < 0) {
      return 0;
    }
    return 1
        + mail.bytes().slice(0, mail.body().start()).lineFeeds()
        + body.slice(0, lines.firstAt()).lineFeeds();
  }

  private static String shown(Bytes octets) {
    return Ascii.trim(octets).utf8();
  }
}
