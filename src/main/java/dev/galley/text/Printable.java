package dev.galley.text;

/**
 * Text from strangers made safe to show: what could steer a terminal or a reader is spelled out.
 */
public final class Printable {

  private Printable() {}

  /**
   * Escapes control characters (tab too), line and paragraph separators, bidirectional controls,
   * zero-width characters and lone surrogates as {@code \\u{hex}}; all else is left as it is.
   */
  public static String line(String text) {
    return escape(text, false);
  }

  /** Like {@link #line} but keeps tabs and line feeds. */
  public static String block(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean keepLayout) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int width = Character.charCount(point);
      if (isHostile(point) && !(keepLayout && (point == '\n' || point == '\t'))) {
        if (safe == null) {
          safe = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        safe.append("\\u{").append(Integer.toHexString(point)).append('}');
      } else if (safe != null) {
        safe.appendCodePoint(point);
      }
      i += width;
    }
    return safe == null ? text : safe.toString();
  }

  private static boolean isHostile(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
