package dev.galley.series;

import java.util.Locale;

/** Compares titles as people repeat them. */
final class Titles {

  private Titles() {}

  /** Letters and digits only, in lower case: blanks, case and punctuation change on the way. */
  static String key(String title) {
    StringBuilder key = new StringBuilder(title.length());
    title
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
