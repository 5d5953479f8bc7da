package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is searched for.
 *
 * @param text as the user wrote it
 * @param offset where the text begins in the octets that the shape's spans count
 * @param expression the shape, without parentheses around it
 * @param variables by name; a name that is not in it means itself
 * @param owner where the shape is a member access: the printed type of the struct whose member it
 *     is, else empty
 * @param types of the pattern's own expressions
 * @param literal whether it is a piece of the program itself: local names mean what they are there
 */
record Pattern(
    String text,
    int offset,
    Expr expression,
    Map<String, MetaVariable> variables,
    String owner,
    TypeSource types,
    boolean literal) {

  Pattern {
    variables = Map.copyOf(new LinkedHashMap<>(variables));
  }

  /** What a name stands for; empty where it means itself. */
  Optional<MetaVariable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** For comparing two pieces of the program: every name means itself. */
  Pattern withoutVariables() {
    return new Pattern(text, offset, expression, Map.of(), owner, types, true);
  }

  /** Every name of the shape that means itself: a file without all of them has no site. */
  Set<String> words() {
    Set<String> words = new TreeSet<>();
    expression.walk(node -> words.addAll(Shapes.ownWords(node)));
    words.removeAll(variables.keySet());
    return words;
  }

  /** Whether a part of the shape is {@code ...}: any further arguments. */
  boolean isRest(Expr part) {
    return part instanceof Expr.Opaque && text.startsWith("...", part.span().start() - offset);
  }

  /**
   * Whether it is a member of whatever a variable stands for, so that the member's own declaration
   * is a site.
   */
  boolean namesMember() {
    return expression instanceof Expr.Member member
        && Shapes.bare(member.base()) instanceof Expr.Ident ident
        && variables.containsKey(ident.name());
  }

  /** The word whose occurrences are accounted for one by one; empty where the shape has none. */
  String anchor() {
    return Shapes.anchor(expression, variables.keySet());
  }
}
