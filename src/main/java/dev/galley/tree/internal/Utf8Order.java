package dev.galley.tree.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of names by their octets. */
enum Utf8Order implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
