package dev.galley.kernelc.sitter;

import java.util.Comparator;

/**
 * One thing that a tree says of a function.
 *
 * @param kind what it is
 * @param start first octet in the file
 * @param end one past the last
 * @param text its name or operator; empty where its kind says all
 */
public record Fact(Kind kind, int start, int end, String text) implements Comparable<Fact> {

  private static final Comparator<Fact> ORDER =
      Comparator.comparingInt(Fact::start)
          .thenComparing(Comparator.comparingInt(Fact::end).reversed())
          .thenComparing(Fact::kind)
          .thenComparing(Fact::text);

  /** What both parsers can be asked for; the names are those of the table in docs. */
  public enum Kind {
    CALL,
    /** A declarator of a block, a loop's head or a local struct's neighbour: its name. */
    DECLARATOR,
    PARAMETER,
    /** A declarator among the members of a struct or union. */
    MEMBER,
    ENUMERATOR,
    /** {@code x.name} or {@code x->name}. */
    FIELD,
    CAST,
    COMPOUND_LITERAL,
    /** The name in {@code .name = value}. */
    DESIGNATOR,
    BINARY,
    ASSIGNMENT,
    CONDITIONAL,
    UNARY,
    INDEX,
    SIZEOF,
    IF,
    FOR,
    WHILE,
    DO,
    SWITCH,
    CASE,
    RETURN,
    GOTO,
    BREAK,
    CONTINUE,
    LABEL,
    ASM
  }

  @Override
  public int compareTo(Fact other) {
    return ORDER.compare(this, other);
  }

  /** Whether it shares an octet with a range. */
  boolean touches(int from, int to) {
    return start < to && from < end;
  }
}
