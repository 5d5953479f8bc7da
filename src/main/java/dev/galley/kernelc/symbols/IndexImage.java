package dev.galley.kernelc.symbols;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The octets of an index: a head, and sections whose blocks are checked when they are first used.
 *
 * <p>Numbers are big-endian. Head: magic, version, its length, length of the body, id of the tree
 * (40 hex digits), number of sections, their ends within the body, a CRC-32C of every block of 64
 * KiB of the body, and one of the head up to there. The body is the sections, one behind another,
 * to the end of the file.
 *
 * <p>Safe for several threads.
 */
final class IndexImage {

  /** Raised with every change of what the octets mean, hashes and facts included. */
  static final int VERSION = 2;

  private static final long MAGIC = 0x47414c4c45594958L;
  private static final int BLOCK = 1 << 16;
  private static final int TREE = 40;
  private static final int FIXED = Long.BYTES + 4 * Integer.BYTES + TREE;

  /** Octets that nobody may believe. */
  static final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
      super(message);
    }
  }

  private final ByteBuffer body;
  private final int[] ends;
  private final int[] checks;
  private final String tree;
  private final BitSet checked = new BitSet();

  private IndexImage(ByteBuffer body, int[] ends, int[] checks, String tree) {
    this.body = body;
    this.ends = ends;
    this.checks = checks;
    this.tree = tree;
  }

  /** Puts sections into one row of octets, head first. */
  static ByteBuffer[] write(String tree, List<byte[]> sections) throws IOException {
    long length = sections.stream().mapToLong(section -> section.length).sum();
    if (length > Integer.MAX_VALUE - BLOCK) {
      throw new IOException("an index of " + length + " octets, 2 GiB are allowed");
    }
    ByteBuffer body = ByteBuffer.allocate((int) length);
    sections.forEach(body::put);
    body.flip();
    int blocks = (int) ((length + BLOCK - 1) / BLOCK);
    int size = FIXED + Integer.BYTES * (sections.size() + blocks + 1);
    ByteBuffer head = ByteBuffer.allocate(size);
    head.putLong(MAGIC).putInt(VERSION).putInt(size).putInt((int) length);
    head.put(tree.getBytes(StandardCharsets.US_ASCII)).putInt(sections.size());
    int end = 0;
    for (byte[] section : sections) {
      end += section.length;
      head.putInt(end);
    }
    for (int i = 0; i < blocks; i++) {
      head.putInt(check(block(body, i)));
    }
    head.putInt(check(head.duplicate().flip()));
    head.flip();
    return new ByteBuffer[] {head, body};
  }

  /**
   * Reads the head.
   *
   * @throws DamagedException if it is none, another version's, or the length is not what it says
   */
  static IndexImage read(ByteBuffer file, int sections) {
    require(file.limit() >= FIXED, "it is too short");
    require(file.getLong(0) == MAGIC, "it is no index");
    require(file.getInt(Long.BYTES) == VERSION, "it is of another version");
    ByteBuffer head = file.duplicate();
    head.position(Long.BYTES + Integer.BYTES);
    int size = head.getInt();
    int length = head.getInt();
    require(size >= FIXED && length >= 0 && (long) size + length == file.limit(), "it is cut");
    byte[] tree = new byte[TREE];
    head.get(tree);
    int blocks = (int) (((long) length + BLOCK - 1) / BLOCK);
    require(
        head.getInt() == sections && size == FIXED + Integer.BYTES * (sections + blocks + 1),
        "its head is damaged");
    int sum = file.getInt(size - Integer.BYTES);
    require(check(file.duplicate().limit(size - Integer.BYTES)) == sum, "its head is damaged");
    int[] ends = new int[sections];
    int[] checks = new int[blocks];
    head.asIntBuffer().get(ends).get(checks);
    return new IndexImage(
        file.duplicate().position(size).slice(),
        ends,
        checks,
        new String(tree, StandardCharsets.US_ASCII));
  }

  private static void require(boolean isFine, String problem) {
    if (!isFine) {
      throw new DamagedException(problem);
    }
  }

  private static int check(ByteBuffer octets) {
    CRC32C sum = new CRC32C();
    sum.update(octets);
    return (int) sum.getValue();
  }

  private static ByteBuffer block(ByteBuffer body, int number) {
    int start = number * BLOCK;
    return body.duplicate()
        .limit((int) Math.min(body.limit(), (long) start + BLOCK))
        .position(start);
  }

  /** The tree that it is an index of. */
  String tree() {
    return tree;
  }

  int length() {
    return body.limit();
  }

  int length(int section) {
    return ends[section] - start(section);
  }

  private int start(int section) {
    return section == 0 ? 0 : ends[section - 1];
  }

  /**
   * A part of a section.
   *
   * @throws DamagedException if a block that it touches is not what was written
   */
  ByteBuffer slice(int section, int from, int to) {
    require(0 <= from && from <= to && to <= length(section), "a list leaves its section");
    int start = start(section) + from;
    int end = start(section) + to;
    for (int block = start / BLOCK; block * (long) BLOCK < end; block++) {
      verify(block);
    }
    return body.duplicate().limit(end).position(start).slice();
  }

  private void verify(int block) {
    synchronized (checked) {
      if (checked.get(block)) {
        return;
      }
    }
    require(check(block(body, block)) == checks[block], "block " + block + " is damaged");
    synchronized (checked) {
      checked.set(block);
    }
  }

  /** The number at a place of a section of numbers. */
  int number(int section, int at) {
    return slice(section, at * Integer.BYTES, (at + 1) * Integer.BYTES).getInt();
  }

  /** Row {@code at} of a section whose rows begin where another section says. */
  ByteBuffer row(int startsSection, int section, int at) {
    ByteBuffer starts = slice(startsSection, at * Integer.BYTES, (at + 2) * Integer.BYTES);
    return slice(section, starts.getInt(), starts.getInt());
  }
}
