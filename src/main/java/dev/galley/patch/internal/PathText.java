package dev.galley.patch.internal;

import dev.galley.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Paths as text and back without loss: UTF-8, and an octet that is not UTF-8 becomes the lone
 * surrogate U+DC80..U+DCFF, which no path can hold otherwise.
 */
public final class PathText {

  private PathText() {}

  /** The text of a path's octets. */
  public static String decode(Bytes path) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = path.buffer();
    CharBuffer out = CharBuffer.allocate(path.length());
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (0xdc00 | (in.get() & 0xff)));
      }
    }
  }

  /** The octets that {@link #decode} read. */
  public static byte[] encode(String path) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(path.length() + 8);
    for (int at = 0; at < path.length(); ) {
      int point = path.codePointAt(at);
      if (point >= 0xdc80 && point <= 0xdcff) {
        out.write(point & 0xff);
      } else {
        out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
      at += Character.charCount(point);
    }
    return out.toByteArray();
  }
}
