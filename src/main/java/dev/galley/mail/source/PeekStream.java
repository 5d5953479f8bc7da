package dev.galley.mail.source;

import dev.galley.text.Bytes;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose first block can be looked at before it is read. */
final class PeekStream extends InputStream {

  /** Octets that are looked at to tell what a source is. */
  static final int BLOCK = 64 << 10;

  private final InputStream in;
  private final byte[] head;
  private final int length;
  private int at;

  private PeekStream(InputStream in, byte[] head, int length) {
    this.in = in;
    this.head = head;
    this.length = length;
  }

  static PeekStream of(InputStream in) throws IOException {
    byte[] head = new byte[BLOCK];
    return new PeekStream(in, head, in.readNBytes(head, 0, BLOCK));
  }

  /** The first block; shorter than {@link #BLOCK} if that is all there is. */
  Bytes head() {
    return Bytes.wrap(head, 0, length);
  }

  /** Whether the head is everything. */
  boolean isWhole() {
    return length < BLOCK;
  }

  @Override
  public int read() throws IOException {
    return at < length ? head[at++] & 0xff : in.read();
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    if (at == length) {
      return in.read(target, offset, wanted);
    }
    int count = Math.min(wanted, length - at);
    System.arraycopy(head, at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
