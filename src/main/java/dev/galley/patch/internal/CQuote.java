package dev.galley.patch.internal;

import dev.galley.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Reads names in C quotes, as git writes them (quote.c, unquote_c_style). */
final class CQuote {

  private static final String LETTERS = "abfnrtv\\\"";
  private static final String VALUES = "\u0007\b\f\n\r\t\u000b\\\"";

  private CQuote() {}

  /** What the quotes hold, and one past the closing quote. */
  record Unquoted(Bytes text, int end) {}

  /** Reads from the opening quote on; empty when the quoting is not well-formed. */
  static Optional<Unquoted> read(Bytes bytes, int from) {
    if (Scan.at(bytes, from) != '"') {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = from + 1;
    while (at < bytes.length()) {
      int octet = bytes.at(at++) & 0xff;
      if (octet == '"') {
        return Optional.of(new Unquoted(Bytes.wrap(out.toByteArray()), at));
      }
      if (octet == 0) {
        return Optional.empty();
      }
      if (octet != '\\') {
        out.write(octet);
        continue;
      }
      int letter = Scan.at(bytes, at++);
      int known = LETTERS.indexOf(letter);
      if (known >= 0) {
        out.write(VALUES.charAt(known));
      } else if (letter >= '0' && letter <= '3' && isOctal(bytes, at) && isOctal(bytes, at + 1)) {
        int second = bytes.at(at) - '0';
        int third = bytes.at(at + 1) - '0';
        out.write(((letter - '0') << 6) | (second << 3) | third);
        at += 2;
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isOctal(Bytes bytes, int at) {
    int octet = Scan.at(bytes, at);
    return octet >= '0' && octet <= '7';
  }
}
