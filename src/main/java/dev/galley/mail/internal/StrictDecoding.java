package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A charset of Java's, which gives up at the first octet that it cannot decode. */
final class StrictDecoding implements Decoding {

  private static final String ASCII;

  static {
    StringBuilder ascii = new StringBuilder();
    for (char c = 0; c < 128; c++) {
      ascii.append(c);
    }
    ASCII = ascii.toString();
  }

  private final CharsetDecoder decoder;
  private final boolean extendsAscii;

  StrictDecoding(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    extendsAscii = decode(Bytes.utf8(ASCII)).map(ASCII::contentEquals).orElse(false);
  }

  @Override
  public Optional<Bytes> toUtf8(Bytes octets) {
    if (extendsAscii && isAscii(octets)) {
      return Optional.of(octets);
    }
    return decode(octets).map(StrictDecoding::encode);
  }

  private Optional<CharBuffer> decode(Bytes octets) {
    try {
      return Optional.of(decoder.decode(octets.buffer()));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Bytes encode(CharBuffer text) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(text);
    return Bytes.wrap(utf8.array(), utf8.arrayOffset(), utf8.arrayOffset() + utf8.limit());
  }

  /** Whether octets are well-formed UTF-8. */
  static boolean isUtf8(Bytes octets) {
    return isAscii(octets) || new StrictDecoding(StandardCharsets.UTF_8).decode(octets).isPresent();
  }

  /** Whether no octet has its high bit set. */
  static boolean isAscii(Bytes octets) {
    for (int i = 0; i < octets.length(); i++) {
      if (octets.at(i) < 0) {
        return false;
      }
    }
    return true;
  }
}
