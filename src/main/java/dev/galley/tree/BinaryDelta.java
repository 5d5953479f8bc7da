package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.Optional;

/**
 * Git's delta format.
 *
 * @see <a href="https://git-scm.com/docs/pack-format#_deltified_representation">pack-format,
 *     deltified representation</a>
 */
final class BinaryDelta {

  /** Octets of the largest result that is made. */
  private static final long MAX_RESULT = 512L << 20;

  private final Bytes delta;
  private int at;

  private BinaryDelta(Bytes delta) {
    this.delta = delta;
  }

  /** The result of a delta on a base; empty if the delta is damaged or for another base. */
  static Optional<Bytes> apply(Bytes base, Bytes delta) {
    try {
      return new BinaryDelta(delta).run(base);
    } catch (DamagedException e) {
      return Optional.empty();
    }
  }

  private Optional<Bytes> run(Bytes base) throws DamagedException {
    long baseSize = size();
    long resultSize = size();
    if (baseSize != base.length() || resultSize > MAX_RESULT) {
      return Optional.empty();
    }
    byte[] result = new byte[(int) resultSize];
    int filled = 0;
    while (at < delta.length()) {
      int command = octet();
      int length;
      if ((command & 0x80) != 0) {
        long offset = number(command, 4);
        length = (int) number(command >> 4, 3);
        if (length == 0) {
          length = 0x10000;
        }
        if (offset + length > base.length() || length > result.length - filled) {
          return Optional.empty();
        }
        base.copyTo((int) offset, (int) offset + length, result, filled);
      } else {
        length = command;
        if (length == 0 || length > delta.length() - at || length > result.length - filled) {
          return Optional.empty();
        }
        delta.copyTo(at, at + length, result, filled);
        at += length;
      }
      filled += length;
    }
    return filled == result.length ? Optional.of(Bytes.wrap(result)) : Optional.empty();
  }

  private long size() throws DamagedException {
    long size = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int octet = octet();
      size |= (long) (octet & 0x7f) << shift;
      if ((octet & 0x80) == 0) {
        return size;
      }
    }
    throw new DamagedException();
  }

  private long number(int present, int octets) throws DamagedException {
    long number = 0;
    for (int i = 0; i < octets; i++) {
      if ((present & (1 << i)) != 0) {
        number |= (long) octet() << (8 * i);
      }
    }
    return number;
  }

  private int octet() throws DamagedException {
    if (at >= delta.length()) {
      throw new DamagedException();
    }
    return delta.at(at++) & 0xff;
  }

  private static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
