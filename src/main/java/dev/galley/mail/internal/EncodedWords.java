package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/**
 * Encoded words in header fields (RFC 2047) with the rules of git's mailinfo.c, decode_header.
 *
 * <p>They differ from the RFC in what they forgive: a word may hold spaces and stand in the middle
 * of text. And in what they do not: one broken word, and the whole field stays as it is and the
 * mail is refused.
 */
final class EncodedWords {

  private EncodedWords() {}

  /** The field's value in UTF-8; without a decodable form the value itself, and a refusal. */
  static Bytes decoded(Bytes value, Trouble trouble) {
    int word = value.indexOf("=?", 0);
    if (word < 0) {
      return value;
    }
    Octets out = new Octets(value.length());
    int at = 0;
    for (; word >= 0; word = value.indexOf("=?", at)) {
      if (at == 0 || !isBlank(value, at, word)) {
        out.add(value, at, word);
      }
      int charsetEnd = value.indexOf('?', word + 2);
      if (charsetEnd < 0 || charsetEnd + 3 > value.length() || value.at(charsetEnd + 2) != '?') {
        return broken(value, word, trouble);
      }
      int end = value.indexOf("?=", charsetEnd + 3);
      if (end < 0) {
        return broken(value, word, trouble);
      }
      Bytes content = value.slice(charsetEnd + 3, end);
      Bytes octets;
      switch (value.at(charsetEnd + 1)) {
        case 'b', 'B' -> octets = Transfer.base64(content);
        case 'q', 'Q' -> octets = Transfer.quotedPrintable(content, true);
        default -> {
          return broken(value, word, trouble);
        }
      }
      Charsets.Conversion conversion =
          Charsets.conversion(value.slice(word + 2, charsetEnd).latin1());
      var converted = conversion.apply(octets);
      if (converted.isEmpty()) {
        trouble.refuse(conversion.failure());
        return value;
      }
      out.add(converted.get());
      at = end + 2;
    }
    return out.add(value, at, value.length()).take();
  }

  private static Bytes broken(Bytes value, int word, Trouble trouble) {
    int end = Math.min(value.length(), word + 40);
    trouble.refuse("a broken encoded word in the header: " + value.slice(word, end).latin1());
    return value;
  }

  private static boolean isBlank(Bytes value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Ascii.isSpace(value.at(i))) {
        return false;
      }
    }
    return true;
  }
}
