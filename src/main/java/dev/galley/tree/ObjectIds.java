package dev.galley.tree;

import dev.galley.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Object ids as git computes them, with SHA-1. */
public final class ObjectIds {

  private static final String SUBMODULE_LINE = "Subproject commit ";
  private static final int DIGITS = 40;

  private ObjectIds() {}

  /** The id of a file's content: 40 lower-case hex digits. */
  public static String blob(Bytes content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + content.length() + "\0").getBytes(StandardCharsets.US_ASCII));
      digest.update(content.buffer());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-1", e);
    }
  }

  /**
   * The id that an entry of a tree has: the blob's, or the commit that a submodule's line names.
   */
  public static String entry(int mode, Bytes content) {
    if (TreeEntry.type(mode) == TreeEntry.SUBMODULE && isSubmoduleLine(content)) {
      return content.slice(SUBMODULE_LINE.length(), SUBMODULE_LINE.length() + DIGITS).latin1();
    }
    return blob(content);
  }

  /** Whether octets are what a diff shows as the content of a submodule. */
  static boolean isSubmoduleLine(Bytes content) {
    if (!content.startsWith(SUBMODULE_LINE)
        || content.length() < SUBMODULE_LINE.length() + DIGITS) {
      return false;
    }
    return content
        .slice(SUBMODULE_LINE.length(), SUBMODULE_LINE.length() + DIGITS)
        .latin1()
        .chars()
        .allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }
}
