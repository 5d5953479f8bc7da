package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.List;

/** Finds hunks whose new lines are in the file already. */
final class AlreadyThere {

  /** Lines with something in them that the new side must have to prove anything. */
  private static final int MIN_LINES = 2;

  private AlreadyThere() {}

  /** Index of the first line of the post-image in the file, -1 if it is not there. */
  static int find(Image image, HunkImage hunk, int expected) throws Image.TooCostlyException {
    List<Bytes> after = hunk.after();
    long telling = after.stream().filter(AlreadyThere::isTelling).count();
    boolean whole = after.size() == image.count();
    if (telling < MIN_LINES && !(whole && telling > 0)) {
      return -1;
    }
    return image.find(after, expected, false, false);
  }

  private static boolean isTelling(Bytes line) {
    int letters = 0;
    for (int i = 0; i < line.length(); i++) {
      int octet = line.at(i);
      if (Character.isLetterOrDigit(octet) || octet < 0) {
        letters++;
      }
    }
    return letters > 1;
  }
}
