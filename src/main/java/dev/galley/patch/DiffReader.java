package dev.galley.patch;

import dev.galley.patch.internal.Reading;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Read;

/**
 * Reads unified diffs: all that git writes, and what GNU diff, CVS, Subversion, Mercurial and quilt
 * write, with prose around them.
 *
 * <p>What is a change, where it ends and what it is called is decided as {@code git apply} (2.39,
 * {@code -p1}) decides. Where git apply refuses a diff there is a problem of level ERROR, and
 * reading goes on behind it. Lines quoted in replies are prose.
 */
public final class DiffReader {

  private DiffReader() {}

  /**
   * Reads a diff. Never fails: the spans of the changes, and the {@linkplain Diff#prose() prose}
   * between them, cover all octets.
   */
  public static Read<Diff> read(Bytes bytes, Limits limits) {
    return Reading.of(bytes, limits);
  }
}
