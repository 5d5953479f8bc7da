package dev.galley.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A read-only view of octets. Slices share the array; nobody may change it once it is wrapped.
 *
 * <p>All offsets are counted from the start of this view, 0-based, ends exclusive.
 */
public final class Bytes {

  /** No octets. */
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int start;
  private final int end;

  private Bytes(byte[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
  }

  /** Wraps an array without copying it; the caller gives it up. */
  public static Bytes wrap(byte[] array) {
    return new Bytes(array, 0, array.length);
  }

  /** Wraps a part of an array without copying it. */
  public static Bytes wrap(byte[] array, int start, int end) {
    if (start < 0 || end < start || end > array.length) {
      throw new IllegalArgumentException(
          "[" + start + ", " + end + ") is not within " + array.length + " octets");
    }
    return new Bytes(array, start, end);
  }

  /** The UTF-8 form of a text. */
  public static Bytes utf8(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One copy of all parts, in order. */
  public static Bytes concat(List<Bytes> parts) {
    int length = 0;
    for (Bytes part : parts) {
      length = Math.addExact(length, part.length());
    }
    byte[] all = new byte[length];
    int at = 0;
    for (Bytes part : parts) {
      System.arraycopy(part.array, part.start, all, at, part.length());
      at += part.length();
    }
    return wrap(all);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return end == start;
  }

  /** The octet at an offset, as a signed Java byte. */
  public byte at(int offset) {
    return array[start + offset];
  }

  /** A view of [from, to). */
  public Bytes slice(int from, int to) {
    if (from < 0 || to < from || to > length()) {
      throw new IllegalArgumentException(
          "[" + from + ", " + to + ") is not within " + length() + " octets");
    }
    return new Bytes(array, start + from, start + to);
  }

  /** A view from an offset to the end. */
  public Bytes from(int from) {
    return slice(from, length());
  }

  public Bytes slice(Span span) {
    return slice(span.start(), span.end());
  }

  /** The first place of an octet at or after an offset, or -1. */
  public int indexOf(int octet, int from) {
    byte wanted = (byte) octet;
    for (int i = start + Math.max(from, 0); i < end; i++) {
      if (array[i] == wanted) {
        return i - start;
      }
    }
    return -1;
  }

  /** The first place of an ASCII text at or after an offset, or -1. */
  public int indexOf(String ascii, int from) {
    int last = length() - ascii.length();
    for (int i = Math.max(from, 0); i <= last; i++) {
      if (startsWith(ascii, i)) {
        return i;
      }
    }
    return -1;
  }

  /** One past the line feed that ends the line at {@code from}, or the length if none does. */
  public int nextLine(int from) {
    int lineFeed = indexOf('\n', from);
    return lineFeed < 0 ? length() : lineFeed + 1;
  }

  public boolean startsWith(String ascii) {
    return startsWith(ascii, 0);
  }

  /** Whether the ASCII text stands at an offset. */
  public boolean startsWith(String ascii, int from) {
    if (from < 0 || from + ascii.length() > length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (array[start + from + i] != (byte) ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public boolean endsWith(String ascii) {
    return startsWith(ascii, length() - ascii.length());
  }

  /** How many line feeds stand in it. */
  public int lineFeeds() {
    int count = 0;
    for (int i = start; i < end; i++) {
      if (array[i] == '\n') {
        count++;
      }
    }
    return count;
  }

  /** Decodes; undecodable octets become U+FFFD. */
  public String text(Charset charset) {
    return new String(array, start, length(), charset);
  }

  /** Decodes as UTF-8; undecodable octets become U+FFFD. */
  public String utf8() {
    return text(StandardCharsets.UTF_8);
  }

  /** Decodes octet by octet, so that every octet is one char: lossless and good for ASCII work. */
  public String latin1() {
    return text(StandardCharsets.ISO_8859_1);
  }

  public byte[] toArray() {
    return Arrays.copyOfRange(array, start, end);
  }

  /** A read-only buffer over the octets, for digests and decoders. */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(array, start, length()).slice().asReadOnlyBuffer();
  }

  public InputStream stream() {
    return new ByteArrayInputStream(array, start, length());
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(array, start, length());
  }

  /** Copies [from, to) into an array of the caller's. */
  public void copyTo(int from, int to, byte[] target, int at) {
    System.arraycopy(array, start + from, target, at, to - from);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(array, start, end, that.array, that.start, that.end);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /** The UTF-8 decoding, for messages and debuggers. */
  @Override
  public String toString() {
    return utf8();
  }
}
