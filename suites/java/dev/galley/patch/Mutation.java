package dev.galley.patch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage as mailers and people do it, and some that nobody does. */
final class Mutation {

  private static final String[] LINES = {
    "\n",
    " \n",
    "-- \n",
    "prose\n",
    "@@ -1,3 +1,3 @@\n",
    "@@ -1 +1 @@\n",
    "--- a/x\n",
    "+++ b/x\n",
    "diff --git a/x b/x\n",
    "+added\n",
    "-removed\n",
    " context\n",
    "\\ No newline at end of file\n",
    "new file mode 100644\n",
    "rename from x\n",
    "GIT binary patch\n",
    "\r\n",
    "Index: x\n",
  };

  /**
   * No NUL: git's C ends a name there, Galley refuses it (fixtures/oracle/apply-exceptions.txt).
   */
  private static final String OCTETS = " \t\n\r+-@/\\\"0123456789abx,.{\u00e4";

  private Mutation() {}

  /** A copy with one to three faults. */
  static byte[] of(byte[] sound, Random random) {
    byte[] bytes = sound;
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes = random.nextBoolean() ? octets(bytes, random) : lines(bytes, random);
    }
    return bytes;
  }

  private static byte[] octets(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    byte[] damaged;
    switch (random.nextInt(4)) {
      case 0 -> {
        damaged = bytes.clone();
        damaged[at] = (byte) OCTETS.charAt(random.nextInt(OCTETS.length()));
      }
      case 1 -> {
        damaged = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, damaged, 0, at);
        System.arraycopy(bytes, at + 1, damaged, at, damaged.length - at);
      }
      case 2 -> {
        damaged = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, damaged, 0, at);
        damaged[at] = (byte) OCTETS.charAt(random.nextInt(OCTETS.length()));
        System.arraycopy(bytes, at, damaged, at + 1, bytes.length - at);
      }
      default -> {
        damaged = new byte[at];
        System.arraycopy(bytes, 0, damaged, 0, at);
      }
    }
    return damaged;
  }

  private static byte[] lines(byte[] bytes, Random random) {
    List<byte[]> lines = split(bytes);
    if (lines.isEmpty()) {
      return bytes;
    }
    int at = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 ->
          lines.add(at, LINES[random.nextInt(LINES.length)].getBytes(StandardCharsets.ISO_8859_1));
      default -> {
        byte[] moved = lines.remove(at);
        lines.add(random.nextInt(lines.size() + 1), moved);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
    lines.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static List<byte[]> split(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || i == bytes.length - 1) {
        lines.add(Arrays.copyOfRange(bytes, start, i + 1));
        start = i + 1;
      }
    }
    return lines;
  }
}
