package dev.galley.mail;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.Objects;

/**
 * One header field.
 *
 * @param name as written; compare without case
 * @param raw octets after the colon, still folded, with the last line feed
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
}
