package dev.galley.mail.source.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Which message ids belong together: a forest over 64 bits of each id's digest. A million mails
 * take some tens of megabytes.
 */
final class Threads {

  private static final int FIRST = 1 << 12;

  private final MessageDigest digest;
  private long[] keys = new long[FIRST];
  private int[] nodes = new int[FIRST];
  private int[] parents = new int[FIRST];
  private int size;

  Threads() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The number of an id, counted from 0. */
  int node(String messageId) {
    return node(key(messageId));
  }

  /** Says that two ids are of one thread. */
  void join(int left, int right) {
    int a = root(left);
    int b = root(right);
    if (a != b) {
      parents[Math.max(a, b)] = Math.min(a, b);
    }
  }

  boolean areTogether(int left, int right) {
    return root(left) == root(right);
  }

  private int root(int node) {
    int at = node;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private int node(long key) {
    int slot = slot(keys, nodes, key);
    if (nodes[slot] != 0) {
      return nodes[slot] - 1;
    }
    if (2 * size >= keys.length) {
      grow();
      slot = slot(keys, nodes, key);
    }
    if (size == parents.length) {
      parents = Arrays.copyOf(parents, 2 * size);
    }
    parents[size] = size;
    keys[slot] = key;
    nodes[slot] = size + 1;
    return size++;
  }

  private static int slot(long[] keys, int[] nodes, long key) {
    int slot = (int) key & (keys.length - 1);
    while (nodes[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] newKeys = new long[2 * keys.length];
    int[] newNodes = new int[2 * keys.length];
    for (int i = 0; i < keys.length; i++) {
      if (nodes[i] != 0) {
        int slot = slot(newKeys, newNodes, keys[i]);
        newKeys[slot] = keys[i];
        newNodes[slot] = nodes[i];
      }
    }
    keys = newKeys;
    nodes = newNodes;
  }

  private long key(String messageId) {
    byte[] hash = digest.digest(messageId.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong();
  }
}
