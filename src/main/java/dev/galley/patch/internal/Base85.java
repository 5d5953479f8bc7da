package dev.galley.patch.internal;

import dev.galley.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The lines of a {@code GIT binary patch}: a length letter, then five characters for four octets.
 */
final class Base85 {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

  private static final byte[] VALUES = values();

  private Base85() {}

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    byte[] alphabet = ALPHABET.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < alphabet.length; i++) {
      values[alphabet[i]] = (byte) i;
    }
    return values;
  }

  /** Whether the form of a line is right: its length, and its length letter for it. */
  static boolean isLine(Bytes bytes, int line, int end) {
    int characters = end - line - 2;
    if (end - line < 7 || characters % 5 != 0) {
      return false;
    }
    int most = characters / 5 * 4;
    int octets = octets(bytes.at(line));
    return octets > most - 4 && octets <= most;
  }

  private static int octets(byte letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return letter - 'A' + 1;
    }
    return letter >= 'a' && letter <= 'z' ? letter - 'a' + 27 : -1;
  }

  /** The octets that well-formed lines [from, to) spell; empty at a character out of place. */
  static Optional<byte[]> decode(Bytes bytes, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream((to - from) / 5 * 4);
    for (int line = from; line < to; line = bytes.nextLine(line)) {
      int left = octets(bytes.at(line));
      for (int at = line + 1; left > 0; at += 5, left -= 4) {
        long group = 0;
        for (int i = 0; i < 5; i++) {
          int value = VALUES[bytes.at(at + i) & 0xff];
          if (value < 0) {
            return Optional.empty();
          }
          group = group * 85 + value;
        }
        if (group > 0xffff_ffffL) {
          return Optional.empty();
        }
        for (int i = 0; i < Math.min(left, 4); i++) {
          out.write((int) (group >> (24 - 8 * i)));
        }
      }
    }
    return Optional.of(out.toByteArray());
  }

  /** Inflates a zlib stream that must give exactly {@code size} octets. */
  static Optional<byte[]> inflate(byte[] deflated, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(size, 1 << 16));
      byte[] chunk = new byte[1 << 13];
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        boolean stuck = count == 0 && !inflater.finished();
        if (stuck || out.size() + count > size) {
          return Optional.empty();
        }
        out.write(chunk, 0, count);
      }
      return out.size() == size ? Optional.of(out.toByteArray()) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
