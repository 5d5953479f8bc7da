package dev.galley.mail;

import dev.galley.mail.internal.HeaderSection;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One header field.
 *
 * @param name as written; compare without case; empty for an mbox {@code From } line that stands
 *     among the fields, and for a line that begins with its colon
 * @param raw octets after the colon, still folded, with the last line feed; the whole field where
 *     the name is empty
 * @param span the whole field in the octets of the mail
 */
public record HeaderField(String name, Bytes raw, Span span) {

  public HeaderField {
    Objects.requireNonNull(name);
    Objects.requireNonNull(raw);
    Objects.requireNonNull(span);
  }

  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  /** The value as octets: unfolded, not decoded, without white space at its ends. */
  public Bytes value() {
    return HeaderSection.unfolded(raw);
  }

  /** The octets that it was read from. */
  public Bytes print() {
    if (name.isEmpty()) {
      return raw;
    }
    Bytes start = Bytes.wrap((name + ":").getBytes(StandardCharsets.ISO_8859_1));
    return Bytes.concat(List.of(start, raw));
  }
}
