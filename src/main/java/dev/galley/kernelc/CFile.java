package dev.galley.kernelc;

import dev.galley.kernelc.internal.UnitParser;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Outline;
import dev.galley.text.Bytes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file of C: its octets, its outline, and the trees of its external declarations, made when asked
 * for.
 *
 * <p>Immutable to its users, safe for several threads; what was parsed is kept.
 */
public final class CFile {

  private final String path;
  private final Outline outline;
  private final Map<External, List<Reading>> readings = new ConcurrentHashMap<>();

  private CFile(String path, Outline outline) {
    this.path = path;
    this.outline = outline;
  }

  /** Cuts a file; nothing is parsed yet. */
  public static CFile of(String path, Bytes bytes) {
    return new CFile(path, Outline.of(bytes));
  }

  /** Its path in the tree, or a name for people. */
  public String path() {
    return path;
  }

  public Bytes bytes() {
    return outline.tokens().source();
  }

  public Outline outline() {
    return outline;
  }

  /**
   * The readings of one external declaration: one where its conditionals stay in the tree, else one
   * for each combination of branches that they name. At least one; {@link Reading.Unknown} where it
   * does not parse.
   */
  public List<Reading> readings(External external) {
    return readings.computeIfAbsent(external, key -> UnitParser.parse(outline, key));
  }
}
