package dev.galley.mail.source;

import dev.galley.mail.source.SourceProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a gzip file of any number of members. What is wrong with the file ends the stream early
 * and is kept as a problem, so that nothing which was read before is lost.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class GunzipStream extends InputStream {

  private static final int DEFLATE = 8;
  private static final int FLAG_HEADER_CRC = 0x02;
  private static final int FLAG_EXTRA = 0x04;
  private static final int FLAG_NAME = 0x08;
  private static final int FLAG_COMMENT = 0x10;
  private static final int INPUT = 64 << 10;

  private final InputStream in;
  private final String source;
  private final long allowed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[INPUT];
  private int at;
  private int limit;
  private long consumed;
  private long memberBytes;
  private long inflated;
  private boolean inMember;
  private boolean ended;
  private Optional<SourceProblem> problem = Optional.empty();

  GunzipStream(InputStream in, String source, long allowed) {
    this.in = in;
    this.source = source;
    this.allowed = allowed;
  }

  /** Whether octets begin a gzip member. */
  static boolean isGzip(byte[] octets, int length) {
    return length >= 2 && (octets[0] & 0xff) == 0x1f && (octets[1] & 0xff) == 0x8b;
  }

  /** What ended the stream early, if anything did. */
  Optional<SourceProblem> problem() {
    return problem;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (!ended) {
        if (!inMember && !header()) {
          ended = true;
          break;
        }
        int count = inflater.inflate(target, offset, length);
        if (count > 0) {
          crc.update(target, offset, count);
          memberBytes += count;
          inflated += count;
          if (inflated > allowed) {
            throw new Malformed(
                Kind.LIMIT,
                "more than " + allowed + " bytes come out of this gzip file; stopped there",
                "Decompress it yourself if it is really meant, and give the part that matters.");
          }
          return count;
        }
        if (inflater.finished()) {
          trailer();
        } else if (inflater.needsInput()) {
          feed();
        } else {
          throw corrupt("it needs a dictionary");
        }
      }
    } catch (DataFormatException e) {
      end(corrupt("the compressed data make no sense"));
    } catch (Malformed e) {
      end(e);
    }
    return -1;
  }

  private void feed() throws IOException, Malformed {
    if (at == limit && !fill()) {
      throw truncated();
    }
    inflater.setInput(input, at, limit - at);
    consumed += limit - at;
    at = limit;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(in.read(input, 0, INPUT), 0);
    return limit > 0;
  }

  private int next() throws IOException, Malformed {
    if (at == limit && !fill()) {
      throw truncated();
    }
    consumed++;
    return input[at++] & 0xff;
  }

  /** Reads a member's header; false at the end of the file. Zeros that pad a file are its end. */
  private boolean header() throws IOException, Malformed {
    if (at == limit && !fill()) {
      return false;
    }
    int first = next();
    if (consumed > 1 && first == 0) {
      return false;
    }
    if (first != 0x1f || next() != 0x8b) {
      throw new Malformed(
          Kind.COMPRESSION,
          "octets that are not gzip follow the last gzip member; they were not read",
          "Check how the file was put together; everything before them was used.");
    }
    if (next() != DEFLATE) {
      throw corrupt("an unknown compression method");
    }
    int flags = next();
    skip(6);
    if ((flags & FLAG_EXTRA) != 0) {
      int low = next();
      skip(low | next() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText();
    }
    if ((flags & FLAG_HEADER_CRC) != 0) {
      skip(2);
    }
    inflater.reset();
    crc.reset();
    memberBytes = 0;
    inMember = true;
    return true;
  }

  private void skip(int count) throws IOException, Malformed {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException, Malformed {
    int octet;
    do {
      octet = next();
    } while (octet != 0);
  }

  private void trailer() throws IOException, Malformed {
    int unused = inflater.getRemaining();
    at -= unused;
    consumed -= unused;
    inMember = false;
    if (number() != crc.getValue()) {
      throw corrupt("its checksum does not match");
    }
    if (number() != (memberBytes & 0xffffffffL)) {
      throw corrupt("its length does not match");
    }
  }

  private long number() throws IOException, Malformed {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) next() << shift;
    }
    return value;
  }

  private void end(Malformed malformed) {
    ended = true;
    long place = consumed - (inMember ? inflater.getRemaining() : 0);
    problem =
        Optional.of(
            SourceProblem.error(malformed.kind, source, malformed.what, malformed.advice)
                .atByte(place));
  }

  private Malformed truncated() {
    return new Malformed(
        Kind.COMPRESSION,
        "the gzip file ends in the middle; " + inflated + " bytes came out of it and were used",
        "The last mail may be cut. Get the file again and compare the sizes.");
  }

  private Malformed corrupt(String how) {
    return new Malformed(
        Kind.COMPRESSION,
        "the gzip file is damaged: "
            + how
            + "; "
            + inflated
            + " bytes came out of it and were used",
        "What came out may be wrong near its end. Get the file again.");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  /** Carries a problem from where it is seen to {@link #end}. */
  private static final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String what;
    private final String advice;

    Malformed(Kind kind, String what, String advice) {
      super(what, null, false, false);
      this.kind = kind;
      this.what = what;
      this.advice = advice;
    }
  }
}
