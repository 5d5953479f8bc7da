package dev.galley.check.patch;

import java.util.Locale;
import java.util.Set;

/** Files in which blanks at the end of a line mean something, or are not their author's doing. */
final class BlankMatters {

  private static final Set<String> ENDINGS =
      Set.of("diff", "md", "patch", "pem", "po", "ppm", "ps", "rej", "svg", "ihex");

  private BlankMatters() {}

  static boolean in(String path) {
    int dot = path.lastIndexOf('.');
    return dot >= 0 && ENDINGS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
