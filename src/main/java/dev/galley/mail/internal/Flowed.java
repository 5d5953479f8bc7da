package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/** Text with soft line breaks: RFC 3676, format=flowed. */
final class Flowed {

  private Flowed() {}

  /** The length of a line without its line end. */
  static int contentLength(Bytes line) {
    int length = line.length();
    if (length > 0 && line.at(length - 1) == '\n') {
      length--;
      if (length > 0 && line.at(length - 1) == '\r') {
        length--;
      }
    }
    return length;
  }

  /** Whether a line is {@code "-- "}, which never flows (RFC 3676, 4.3). */
  static boolean isSignature(Bytes line, int contentLength) {
    return contentLength == 3 && line.startsWith("-- ");
  }

  /**
   * Text with its soft breaks undone, quoting kept (RFC 3676, 4.1 to 4.5): a line that ends with a
   * space goes on in the next one where that is quoted as deep.
   */
  static Bytes undone(Bytes text, boolean deletesSpace) {
    Octets out = new Octets(text.length());
    int depthBefore = -1;
    for (int at = 0; at < text.length(); ) {
      int next = text.nextLine(at);
      Bytes line = text.slice(at, next);
      int length = contentLength(line);
      int depth = 0;
      while (depth < length && line.at(depth) == '>') {
        depth++;
      }
      int start = depth < length && line.at(depth) == ' ' ? depth + 1 : depth;
      boolean signature = length - start == 2 && start > depth && line.startsWith("--", start);
      boolean goesOn =
          length > start && line.at(length - 1) == ' ' && !isSignature(line, length) && !signature;
      if (depthBefore >= 0 && depthBefore != depth) {
        out.add('\n');
        depthBefore = -1;
      }
      if (depthBefore < 0) {
        out.add(line, 0, depth);
        if (depth > 0) {
          out.add(' ');
        }
      }
      out.add(line, start, goesOn && deletesSpace ? length - 1 : length);
      depthBefore = goesOn ? depth : -1;
      if (!goesOn) {
        out.add('\n');
      }
      at = next;
    }
    if (depthBefore >= 0) {
      out.add('\n');
    }
    return out.take();
  }
}
