package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Span;
import java.util.List;
import java.util.Set;

/** Small questions about syntax trees. */
final class Shapes {

  private Shapes() {}

  /** The expression inside parentheses that only group. */
  static Expr bare(Expr expr) {
    Expr at = expr;
    while (at instanceof Expr.Paren paren) {
      at = paren.inner();
    }
    return at;
  }

  /** The words that a node itself brings, its children's left out. */
  static List<String> ownWords(CNode node) {
    return node instanceof TypeSyntax.Basic basic
        ? List.of(basic.word())
        : namesOf(node).stream().map(Name::text).toList();
  }

  /**
   * The names that a node itself brings, its children's left out.
   *
   * <p>Of a tag, an attribute or a type's name that has no span of its own the node's span is
   * given.
   */
  static List<Name> namesOf(CNode node) {
    if (node instanceof Expr expr) {
      return expressionNames(expr);
    }
    if (node instanceof TypeSyntax type) {
      return typeNames(type);
    }
    if (node instanceof Decl.Enumerator enumerator) {
      return List.of(enumerator.name());
    }
    if (node instanceof Decl.MacroDeclaration macro) {
      return List.of(macro.macro());
    }
    if (node instanceof Decl.LocalLabels labels) {
      return labels.names();
    }
    if (node instanceof Stmt.MacroBlock block) {
      return List.of(block.macro());
    }
    if (node instanceof Stmt.MacroStatement statement) {
      return List.of(statement.macro());
    }
    if (node instanceof Stmt.Label label) {
      return List.of(label.name());
    }
    return node instanceof Stmt.Goto jump ? List.of(jump.label()) : List.of();
  }

  private static List<Name> expressionNames(Expr expr) {
    if (expr instanceof Expr.Ident ident) {
      return List.of(new Name(ident.name(), ident.span()));
    }
    if (expr instanceof Expr.Member member) {
      return List.of(member.name());
    }
    if (expr instanceof Expr.LabelAddress address) {
      return List.of(address.label());
    }
    if (expr instanceof Expr.TypeOperand operand) {
      return operand.declared().stream().toList();
    }
    return expr instanceof Expr.Designated designated
        ? designated.designators().stream().flatMap(one -> one.member().stream()).toList()
        : List.of();
  }

  private static List<Name> typeNames(TypeSyntax type) {
    if (type instanceof TypeSyntax.Named named) {
      return List.of(new Name(named.name(), named.span()));
    }
    if (type instanceof TypeSyntax.Aggregate aggregate) {
      return aggregate.tag().stream().toList();
    }
    if (type instanceof TypeSyntax.Enumeration enumeration) {
      return enumeration.tag().stream().toList();
    }
    if (type instanceof TypeSyntax.Macro macro) {
      return List.of(macro.name());
    }
    if (type instanceof TypeSyntax.Attribute attribute) {
      int start = attribute.span().start();
      return List.of(
          new Name(attribute.name(), new Span(start, start + attribute.name().length())));
    }
    return type instanceof TypeSyntax.Declarator declarator
        ? declarator.name().stream().toList()
        : List.of();
  }

  /**
   * The word of a shape that says most: its outermost member, callee or name that is no variable.
   */
  static String anchor(Expr shape, Set<String> variables) {
    Expr expr = bare(shape);
    if (expr instanceof Expr.Member member) {
      return member.name().text();
    }
    if (expr instanceof Expr.Call call) {
      String callee = anchor(call.callee(), variables);
      if (!callee.isEmpty()) {
        return callee;
      }
    }
    String[] found = {""};
    expr.walk(
        node -> {
          if (found[0].isEmpty()) {
            ownWords(node).stream()
                .filter(word -> !variables.contains(word))
                .findFirst()
                .ifPresent(word -> found[0] = word);
          }
        });
    return found[0];
  }
}
