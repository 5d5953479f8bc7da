package dev.galley.mail.internal;

import dev.galley.mail.Mail;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * What a person reads in a mail: its text parts in UTF-8 with plain line feeds, as MIME means them
 * (RFC 2045 to 2049, RFC 3676). Unlike git's rules it tells a signature or a picture from text.
 */
final class TextParts {

  private static final Set<String> NOT_PLAIN =
      Set.of(
          "text/html", "text/calendar", "text/rtf", "text/richtext", "text/enriched", "text/css");

  private final Limits limits;
  private final Trouble trouble;
  private final Octets text = new Octets();
  private String contentType = "";
  private int parts;
  private int depth;
  private boolean sawHtml;

  private TextParts(Limits limits, Trouble trouble) {
    this.limits = limits;
    this.trouble = trouble;
  }

  /** All text of a mail; a part that cannot be decoded is read octet by octet, with a remark. */
  static Bytes of(Mail mail, Bytes body, Limits limits, Trouble trouble) {
    TextParts parts = new TextParts(limits, trouble);
    parts.contentType = value(mail, "Content-Type");
    String encoding = value(mail, "Content-Transfer-Encoding").toLowerCase(Locale.ROOT);
    boolean plain =
        parts.contentType.isEmpty()
            || parts.contentType.regionMatches(true, 0, "text/plain", 0, 10);
    boolean encoded = encoding.contains("base64") || encoding.contains("quoted-printable");
    if (plain && !encoded) {
      return parts.asUtf8(body);
    }
    parts.read(mail);
    return parts.text.take();
  }

  private void read(Mail mail) {
    MimeConfig config =
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .build();
    MimeTokenStream stream = new MimeTokenStream(config);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    try {
      stream.parse(mail.bytes().from(mail.lead().end()).stream());
      for (EntityState state = stream.getState();
          state != EntityState.T_END_OF_STREAM && take(stream, state);
          state = stream.next()) {}
    } catch (IOException | MimeException | IllegalStateException | IllegalArgumentException e) {
      // mime4j answers some broken mails with unchecked exceptions.
      trouble.warn("the parts of the mail could not all be read: " + e.getMessage());
    }
    if (text.isEmpty() && sawHtml) {
      trouble.warn("the only text is HTML");
    }
  }

  /** Takes one step of the stream over; false when a limit is reached. */
  private boolean take(MimeTokenStream stream, EntityState state) throws IOException {
    switch (state) {
      case T_START_HEADER -> contentType = "";
      case T_FIELD -> {
        Field field = stream.getField();
        if (field.getName().equalsIgnoreCase("Content-Type")) {
          contentType = field.getBody();
        }
      }
      case T_START_MULTIPART -> {
        if (++depth > limits.mimeDepth()) {
          trouble.warn("multiparts nested deeper than the " + limits.mimeDepth() + " allowed");
          return false;
        }
      }
      case T_END_MULTIPART -> depth--;
      case T_BODY -> {
        if (++parts > limits.mimeParts()) {
          trouble.warn("a mail of more parts than the " + limits.mimeParts() + " allowed");
          return false;
        }
        takeBody(stream);
      }
      default -> {
        // Starts, ends, preambles and epilogues hold no text of the sender's.
      }
    }
    return true;
  }

  private void takeBody(MimeTokenStream stream) throws IOException {
    BodyDescriptor descriptor = stream.getBodyDescriptor();
    String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/") || NOT_PLAIN.contains(type)) {
      sawHtml |= type.equals("text/html");
      return;
    }
    try (InputStream decoded = stream.getDecodedInputStream()) {
      text.add(asUtf8(LineEnds.withoutCarriageReturns(Bytes.wrap(decoded.readAllBytes()))));
    }
    if (!text.isEmpty() && text.at(text.length() - 1) != '\n') {
      text.add('\n');
    }
  }

  private Bytes asUtf8(Bytes octets) {
    Bytes type = Bytes.wrap(contentType.getBytes(StandardCharsets.ISO_8859_1));
    Charsets.Conversion charset = Charsets.conversion(Content.attribute(type, "charset=").latin1());
    Bytes utf8 = charset.keeps() ? octets : charset.apply(octets).orElse(octets);
    if (!StrictDecoding.isUtf8(utf8)) {
      trouble.warn(
          charset.keeps()
              ? "text that is not UTF-8, read as ISO-8859-1"
              : charset.failure() + "; read as ISO-8859-1");
      utf8 = Bytes.utf8(octets.latin1());
    }
    if (Ascii.indexOfIgnoringCase(Content.attribute(type, "format="), "flowed") >= 0) {
      trouble.warn("flowed text: long lines were broken when it was sent");
      boolean deletes = Ascii.indexOfIgnoringCase(Content.attribute(type, "delsp="), "yes") >= 0;
      utf8 = Flowed.undone(utf8, deletes);
    }
    return utf8;
  }

  private static String value(Mail mail, String field) {
    return mail.field(field).map(found -> found.value().latin1()).orElse("");
  }
}
