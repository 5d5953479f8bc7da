package dev.galley.mail;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mail as it arrived: octets, and where its header fields and body stand in them.
 *
 * @param origin where it came from
 * @param bytes the whole mail after mbox unquoting, without the separator line
 * @param headers fields in order
 * @param body octets after the empty line that ends the header
 */
public record Mail(MailOrigin origin, Bytes bytes, List<HeaderField> headers, Span body) {

  public Mail {
    Objects.requireNonNull(origin);
    Objects.requireNonNull(bytes);
    headers = List.copyOf(headers);
    Objects.requireNonNull(body);
  }

  /** The first field of that name. */
  public Optional<HeaderField> field(String name) {
    for (HeaderField field : headers) {
      if (field.is(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** White space before the first field; empty in nearly every mail. */
  public Span lead() {
    return new Span(
        0, headers.isEmpty() ? bytes.length() - body.length() : headers.get(0).span().start());
  }

  /** The empty line between header and body; empty where there is none. */
  public Span separator() {
    int start = headers.isEmpty() ? body.start() : headers.get(headers.size() - 1).span().end();
    return new Span(start, body.start());
  }

  /**
   * The mail put together again from its parts: equal to {@link #bytes()} for every mail that was
   * read, or the reading lost something.
   */
  public Bytes print() {
    List<Bytes> parts = new ArrayList<>();
    parts.add(bytes.slice(lead()));
    for (HeaderField field : headers) {
      parts.add(field.print());
    }
    parts.add(bytes.slice(separator()));
    parts.add(bytes.slice(body));
    return Bytes.concat(parts);
  }
}
