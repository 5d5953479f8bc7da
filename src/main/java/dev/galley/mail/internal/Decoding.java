package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import java.util.Optional;

/** Turns octets of one charset into UTF-8. */
@FunctionalInterface
interface Decoding {

  /** The text in UTF-8, or nothing where an octet means nothing in the charset. */
  Optional<Bytes> toUtf8(Bytes octets);
}
