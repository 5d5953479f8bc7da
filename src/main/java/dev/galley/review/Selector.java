package dev.galley.review;

/** How profiles and suppressions name checks and places. */
final class Selector {

  private Selector() {}

  /** {@code *}, {@code group/*} or an id. */
  static boolean matchesCheck(String pattern, String id) {
    return pattern.equals("*")
        || pattern.equals(id)
        || (pattern.endsWith("/*") && id.startsWith(pattern.substring(0, pattern.length() - 1)));
  }

  /** A file by its path, or every file below a folder written with a slash at its end. */
  static boolean matchesPath(String pattern, String path) {
    return pattern.endsWith("/") ? path.startsWith(pattern) : path.equals(pattern);
  }

  static boolean isCheckPattern(String text) {
    return text.equals("*") || text.matches("[a-z]+/(\\*|[a-z0-9]+(-[a-z0-9]+)*)");
  }
}
