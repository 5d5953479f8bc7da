package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import java.util.Arrays;
import java.util.Base64;

/**
 * Content transfer encodings (RFC 2045, 6) undone line by line, with git's tolerance for garbage.
 *
 * <p>What git makes of broken base64 and quoted-printable decides which octets a patch has, so its
 * rules are kept to the octet: every line stands alone, a NUL ends it, what is not of the alphabet
 * is skipped or left as it is. Whole parts for reading are decoded by mime4j, see {@link
 * TextParts}.
 */
enum Transfer {
  /** 7bit, 8bit, binary, and whatever else is claimed. */
  NONE,
  QUOTED_PRINTABLE,
  BASE64;

  /** git looks for the name anywhere in the field. */
  static Transfer named(Bytes value) {
    if (Ascii.indexOfIgnoringCase(value, "base64") >= 0) {
      return BASE64;
    }
    return Ascii.indexOfIgnoringCase(value, "quoted-printable") >= 0 ? QUOTED_PRINTABLE : NONE;
  }

  Bytes decoded(Bytes line) {
    return switch (this) {
      case NONE -> line;
      case QUOTED_PRINTABLE -> quotedPrintable(line, false);
      case BASE64 -> base64(line);
    };
  }

  /**
   * Quoted-printable, or the Q of an encoded word (RFC 2047, 4.2), in which {@code _} is a space.
   */
  static Bytes quotedPrintable(Bytes line, boolean inEncodedWord) {
    if (!inEncodedWord && line.indexOf('=', 0) < 0 && line.indexOf(0, 0) < 0) {
      return line;
    }
    Octets out = new Octets(line.length());
    for (int i = 0; i < line.length() && line.at(i) != 0; i++) {
      int octet = line.at(i);
      if (octet == '=') {
        if (i + 1 == line.length() || line.at(i + 1) == '\n' || line.at(i + 1) == 0) {
          break;
        }
        int value = i + 2 < line.length() ? hex(line.at(i + 1), line.at(i + 2)) : -1;
        if (value >= 0) {
          out.add(value);
          i += 2;
          continue;
        }
      }
      out.add(inEncodedWord && octet == '_' ? ' ' : octet);
    }
    return out.take();
  }

  /** Base64 without its garbage: padding and line ends are garbage like any other. */
  static Bytes base64(Bytes line) {
    byte[] clean = new byte[line.length()];
    int length = 0;
    for (int i = 0; i < line.length() && line.at(i) != 0; i++) {
      if (base64Value(line.at(i)) >= 0) {
        clean[length++] = line.at(i);
      }
    }
    if (length % 4 == 1) {
      length--;
    }
    byte[] exact = length == clean.length ? clean : Arrays.copyOf(clean, length);
    return Bytes.wrap(Base64.getDecoder().decode(exact));
  }

  /** The six bits that an octet of the base64 alphabet stands for, or -1. */
  static int base64Value(int octet) {
    if (octet >= 'A' && octet <= 'Z') {
      return octet - 'A';
    }
    if (octet >= 'a' && octet <= 'z') {
      return octet - 'a' + 26;
    }
    if (octet >= '0' && octet <= '9') {
      return octet - '0' + 52;
    }
    return octet == '+' ? 62 : octet == '/' ? 63 : -1;
  }

  private static int hex(int high, int low) {
    int first = Character.digit(high < 0 ? 0 : high, 16);
    int second = Character.digit(low < 0 ? 0 : low, 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }
}
