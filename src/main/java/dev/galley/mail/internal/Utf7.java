package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-7 (RFC 2152), which Java has no charset for and old Outlook still writes. */
final class Utf7 {

  private Utf7() {}

  /** The text in UTF-8, or nothing where the octets are no UTF-7. */
  static Optional<Bytes> decode(Bytes octets) {
    StringBuilder text = new StringBuilder(octets.length());
    int at = 0;
    while (at < octets.length()) {
      int octet = octets.at(at++);
      if (octet != '+') {
        if (octet < 0) {
          return Optional.empty();
        }
        text.append((char) octet);
      } else if (at < octets.length() && octets.at(at) == '-') {
        text.append('+');
        at++;
      } else {
        int end = shifted(octets, at, text);
        if (end < 0) {
          return Optional.empty();
        }
        at = end < octets.length() && octets.at(end) == '-' ? end + 1 : end;
      }
    }
    return isWellFormed(text)
        ? Optional.of(Bytes.wrap(text.toString().getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /** Appends the UTF-16 of a base64 run; the end of the run, or -1 when it is broken. */
  private static int shifted(Bytes octets, int from, StringBuilder text) {
    int at = from;
    int bits = 0;
    int held = 0;
    while (at < octets.length()) {
      int value = Transfer.base64Value(octets.at(at));
      if (value < 0) {
        break;
      }
      held = held << 6 | value;
      bits += 6;
      if (bits >= 16) {
        bits -= 16;
        text.append((char) (held >>> bits));
        held &= (1 << bits) - 1;
      }
      at++;
    }
    boolean padded = bits < 6 && held == 0;
    return padded && at > from ? at : -1;
  }

  private static boolean isWellFormed(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        if (++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      } else if (Character.isLowSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
