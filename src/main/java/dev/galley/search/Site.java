package dev.galley.search;

import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One place in a tree that the pattern fits, or may fit.
 *
 * @param path in the tree
 * @param line counted from 1
 * @param column counted from 1, in octets
 * @param span its octets in the file
 * @param excerpt the line, without its line end
 * @param kind what happens there
 * @param function the function around it; empty at file level
 * @param macro the macro whose body it stands in
 * @param condition the innermost {@code #if} line around it that is no include guard, as written
 * @param evidence why its types are what they are, one line per variable of the pattern
 */
public record Site(
    String path,
    int line,
    int column,
    Span span,
    String excerpt,
    SiteKind kind,
    Optional<String> function,
    Optional<String> macro,
    Optional<String> condition,
    List<String> evidence) {

  public Site {
    evidence = List.copyOf(evidence);
  }
}
