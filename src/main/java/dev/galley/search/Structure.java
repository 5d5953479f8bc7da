package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.types.CType;
import java.util.ArrayList;
import java.util.List;

/** Expressions compared by what they are made of, wherever they stand. */
final class Structure {

  private Structure() {}

  /**
   * Whether two nodes are of one kind with the same operator or words of their own; children are
   * not looked at.
   */
  static boolean sameNode(Expr left, Expr right) {
    if (left.getClass() != right.getClass()) {
      return false;
    }
    return own(left).equals(own(right))
        && (left instanceof Expr.Cast || words(left).equals(words(right)));
  }

  /** Whether two expressions are the same but for white space, comments and parentheses. */
  static boolean equal(Expr left, Expr right) {
    List<Expr[]> open = new ArrayList<>();
    open.add(new Expr[] {left, right});
    while (!open.isEmpty()) {
      Expr[] pair = open.remove(open.size() - 1);
      Expr one = Shapes.bare(pair[0]);
      Expr other = Shapes.bare(pair[1]);
      if (!sameNode(one, other)) {
        return false;
      }
      List<Expr> parts = parts(one);
      List<Expr> others = parts(other);
      if (parts.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < parts.size(); i++) {
        open.add(new Expr[] {parts.get(i), others.get(i)});
      }
    }
    return true;
  }

  /** The expressions right below a node, in order; types and statements left out. */
  static List<Expr> parts(Expr expr) {
    List<Expr> parts = new ArrayList<>();
    for (CNode child : expr.children()) {
      if (child instanceof Expr part) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Whether two types are written with no typedef, macro or typeof, and in other words. */
  static boolean plainlyDiffer(TypeSyntax.TypeName one, TypeSyntax.TypeName other) {
    return isPlain(one) && isPlain(other) && !typeWords(one).equals(typeWords(other));
  }

  /** Whether two types are written with the same words. */
  static boolean sameWords(TypeSyntax one, TypeSyntax other) {
    return wordsBelow(one).equals(wordsBelow(other));
  }

  private static List<String> wordsBelow(TypeSyntax type) {
    List<String> words = new ArrayList<>();
    addWords(type, words);
    return words;
  }

  private static void addWords(CNode type, List<String> words) {
    type.walk(
        node -> {
          words.addAll(Shapes.ownWords(node));
          if (node instanceof TypeSyntax.Declarator declarator) {
            declarator.derivations().forEach(step -> words.add(step.getClass().getSimpleName()));
          }
        });
  }

  private static boolean isPlain(TypeSyntax.TypeName name) {
    return name.specifiers().types().stream()
        .allMatch(
            type ->
                type instanceof TypeSyntax.Basic
                    || type instanceof TypeSyntax.Aggregate
                    || type instanceof TypeSyntax.Enumeration);
  }

  private static List<String> typeWords(TypeSyntax.TypeName name) {
    return name.specifiers().types().stream()
        .flatMap(type -> Shapes.ownWords(type).stream())
        .sorted()
        .toList();
  }

  static boolean isUpperCase(String name) {
    return name.chars().anyMatch(Character::isUpperCase)
        && name.chars().noneMatch(Character::isLowerCase);
  }

  /** The type that owns a member, for counting: without pointer, typedef or qualifier. */
  static String owner(CType type) {
    CType at = type.target().orElse(type).resolved();
    return at.toString();
  }

  private static String own(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      return constant.text();
    }
    if (expr instanceof Expr.Text text) {
      return text.text();
    }
    if (expr instanceof Expr.Unary unary) {
      return unary.op().name();
    }
    if (expr instanceof Expr.Binary binary) {
      return binary.op();
    }
    if (expr instanceof Expr.Assign assign) {
      return assign.op();
    }
    if (expr instanceof Expr.SizeOf size) {
      return size.alignment() ? "alignof" : "sizeof";
    }
    return expr instanceof Expr.Member member && member.arrow() ? "->" : "";
  }

  /** The names of a node and of the types right below it: a type is compared by its words. */
  private static List<String> words(Expr expr) {
    List<String> words = new ArrayList<>(Shapes.ownWords(expr));
    for (CNode child : expr.children()) {
      if (!(child instanceof Expr)) {
        addWords(child, words);
      }
    }
    return words;
  }
}
