package dev.galley.patch;

import dev.galley.patch.internal.PathText;
import dev.galley.text.Bytes;

/** Paths as git prints them: in C quotes where they hold anything out of the ordinary. */
public final class PathQuoting {

  private static final String LETTERS = "abtnvfr";

  private PathQuoting() {}

  /**
   * The path as {@code git apply --numstat} prints it ({@code core.quotePath} at its default):
   * quoted when it holds a control character, a quote, a backslash or an octet above 0x7f.
   */
  public static String quote(String path) {
    StringBuilder quoted = new StringBuilder(path.length() + 2).append('"');
    boolean needed = false;
    for (byte octet : PathText.encode(path)) {
      int value = octet & 0xff;
      if (value == '"' || value == '\\') {
        quoted.append('\\').append((char) value);
      } else if (value >= 7 && value <= 13) {
        quoted.append('\\').append(LETTERS.charAt(value - 7));
      } else if (value < ' ' || value >= 0x7f) {
        quoted
            .append('\\')
            .append((char) ('0' + (value >> 6)))
            .append((char) ('0' + ((value >> 3) & 7)))
            .append((char) ('0' + (value & 7)));
      } else {
        quoted.append((char) value);
        continue;
      }
      needed = true;
    }
    return needed ? quoted.append('"').toString() : path;
  }

  /**
   * The octets of a path of a {@link FileChange}. Paths are decoded as UTF-8; an octet that is not
   * UTF-8 stands in them as U+DC80..U+DCFF and comes back here as it was.
   */
  public static Bytes octets(String path) {
    return Bytes.wrap(PathText.encode(path));
  }
}
