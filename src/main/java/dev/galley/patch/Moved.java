package dev.galley.patch;

/**
 * The short form of two paths: {@code a/{b => c}/d}, or {@code x => y} (git diff.c, pprint_rename).
 */
final class Moved {

  private static final String ARROW = " => ";

  private Moved() {}

  /** One of the two paths; a path without an arrow is both. */
  static String side(String shown, boolean before) {
    int arrow = shown.indexOf(ARROW);
    if (arrow < 0) {
      return shown;
    }
    int open = shown.lastIndexOf('{', arrow);
    int close = shown.indexOf('}', arrow);
    if (open < 0 || close < 0) {
      return before ? shown.substring(0, arrow) : shown.substring(arrow + ARROW.length());
    }
    String middle =
        before ? shown.substring(open + 1, arrow) : shown.substring(arrow + ARROW.length(), close);
    String tail = shown.substring(close + 1);
    String head = shown.substring(0, open);
    return middle.isEmpty() && head.endsWith("/") && tail.startsWith("/")
        ? head + tail.substring(1)
        : head + middle + tail;
  }

  /** The form that diffstats use: common directories in front and behind written once. */
  static String shown(String from, String to) {
    String quotedFrom = PathQuoting.quote(from);
    String quotedTo = PathQuoting.quote(to);
    if (!quotedFrom.equals(from) || !quotedTo.equals(to)) {
      return quotedFrom + ARROW + quotedTo;
    }
    int head = 0;
    for (int i = 0; i < Math.min(from.length(), to.length()); i++) {
      if (from.charAt(i) != to.charAt(i)) {
        break;
      }
      if (from.charAt(i) == '/') {
        head = i + 1;
      }
    }
    int tail = commonTail(from, to, head);
    if (head + tail == 0) {
      return from + ARROW + to;
    }
    return from.substring(0, head)
        + "{"
        + from.substring(head, Math.max(head, from.length() - tail))
        + ARROW
        + to.substring(head, Math.max(head, to.length() - tail))
        + "}"
        + from.substring(from.length() - tail);
  }

  /** The tail begins with a slash, which may be the one that ends the head. */
  private static int commonTail(String from, String to, int head) {
    int floor = head == 0 ? 0 : head - 1;
    int tail = 0;
    for (int length = 1; ; length++) {
      int left = from.length() - length;
      int right = to.length() - length;
      if (left < floor || right < floor || from.charAt(left) != to.charAt(right)) {
        return tail;
      }
      if (from.charAt(left) == '/') {
        tail = length;
      }
    }
  }
}
