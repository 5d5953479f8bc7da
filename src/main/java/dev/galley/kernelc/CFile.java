package dev.galley.kernelc;

import dev.galley.kernelc.internal.UnitParser;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.NameOracle;
import dev.galley.kernelc.lex.Outline;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final CLimits limits;
  private final NameOracle oracle;
  private final Map<External, List<Reading>> readings = new ConcurrentHashMap<>();
  private final Map<External, Optional<MacroDefinition>> macros = new ConcurrentHashMap<>();

  private CFile(String path, Outline outline, CLimits limits, NameOracle oracle) {
    this.path = path;
    this.outline = outline;
    this.limits = limits;
    this.oracle = oracle;
  }

  /** Cuts a file; nothing is parsed yet. */
  public static CFile of(String path, Bytes bytes) {
    return of(path, bytes, CLimits.DEFAULT);
  }

  /** Cuts a file that is held to given bounds. */
  public static CFile of(String path, Bytes bytes, CLimits limits) {
    return new CFile(path, Outline.of(bytes), limits, NameOracle.NONE);
  }

  /** Cuts a file of a tree in which names can be looked up: its guesses are held against that. */
  public static CFile of(String path, Bytes bytes, NameOracle oracle) {
    return new CFile(path, Outline.of(bytes), CLimits.DEFAULT, oracle);
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
   * does not parse. Of a macro's definition its body.
   */
  public List<Reading> readings(External external) {
    return readings.computeIfAbsent(
        external,
        key ->
            key.what() == External.What.DEFINE
                ? macro(key).map(definition -> List.of(definition.body())).orElse(List.of())
                : UnitParser.parse(outline, key, limits, oracle));
  }

  /** What an external declaration that is a {@code #define} line defines. */
  public Optional<MacroDefinition> macro(External external) {
    return external.what() == External.What.DEFINE
        ? macros.computeIfAbsent(
            external, key -> MacroDefinition.of(outline.tokens(), key.firstToken()))
        : Optional.empty();
  }

  /**
   * A file in which some octets are replaced. External declarations before the place keep their
   * trees; the others are cut and parsed again when asked for.
   */
  public CFile with(Span replaced, Bytes text) {
    Bytes old = bytes();
    Bytes changed =
        Bytes.concat(
            List.of(old.slice(0, replaced.start()), text, old.slice(replaced.end(), old.length())));
    CFile copy = new CFile(path, Outline.of(changed), limits, oracle);
    for (External external : copy.outline.externals()) {
      if (external.span().end() >= replaced.start()) {
        break;
      }
      keep(external, copy);
    }
    return copy;
  }

  private void keep(External external, CFile copy) {
    List<Reading> known = readings.get(external);
    if (known != null) {
      copy.readings.put(external, known);
    }
  }

  /** A file in which a node of this file is written otherwise. */
  public CFile with(CNode node, String text) {
    return with(node.span(), Bytes.utf8(text));
  }
}
