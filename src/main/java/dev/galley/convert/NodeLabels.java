package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a node is without its children: its kind, operator and words. */
final class NodeLabels {

  private static final String NONE = "";

  private NodeLabels() {}

  /**
   * The label of a node; two nodes with one label and equal children are the same C.
   *
   * @param text a node as written, for what has no tree
   */
  static String of(CNode node, Function<CNode, String> text) {
    return node.getClass().getSimpleName() + " " + words(node, text);
  }

  private static String words(CNode node, Function<CNode, String> text) {
    if (node instanceof Expr expr) {
      return expr instanceof Expr.Opaque ? blanksGone(text.apply(node)) : expression(expr);
    }
    if (node instanceof Stmt statement) {
      return statement(statement);
    }
    if (node instanceof TypeSyntax type) {
      return type(type);
    }
    return node instanceof Decl declaration ? declaration(declaration) : NONE;
  }

  private static String blanksGone(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }

  private static String expression(Expr node) {
    if (node instanceof Expr.Ident ident) {
      return ident.name();
    } else if (node instanceof Expr.Constant constant) {
      return constant.text();
    } else if (node instanceof Expr.Text literal) {
      return literal.text();
    } else if (node instanceof Expr.Strings strings) {
      return joined(strings).orElse(NONE);
    } else if (node instanceof Expr.Member member) {
      return (isArrow(member) ? "->" : ".") + member.name();
    } else if (node instanceof Expr.Unary unary) {
      return unary.op().name();
    } else if (node instanceof Expr.Binary binary) {
      return binary.op();
    } else if (node instanceof Expr.Assign assign) {
      return assign.op();
    } else if (node instanceof Expr.SizeOf size) {
      return size.alignment() ? "alignof" : "sizeof";
    } else if (node instanceof Expr.TypeOperand operand) {
      return name(operand.declared());
    } else if (node instanceof Expr.LabelAddress address) {
      return address.label().text();
    } else if (node instanceof Expr.Designated designated) {
      return designated.designators().stream()
          .map(
              one ->
                  one.member().isPresent()
                      ? "." + name(one.member())
                      : "[" + one.last().isPresent())
          .collect(Collectors.joining());
    } else if (node instanceof Expr.Generic generic) {
      return generic.choices().stream()
          .map(choice -> choice.type().isPresent() ? "t" : "d")
          .collect(Collectors.joining());
    } else if (node instanceof Expr.Alternatives alternatives) {
      return alternatives.branches().stream()
          .map(branch -> branch.condition() + branch.items().size())
          .collect(Collectors.joining(" "));
    }
    return NONE;
  }

  /** Whether the base is a pointer: {@code (*p).x} is {@code p->x}. */
  static boolean isArrow(Expr.Member member) {
    return member.arrow() || dereferenced(member).isPresent();
  }

  /** The pointer of {@code (*p).x}. */
  static Optional<Expr> dereferenced(Expr.Member member) {
    return !member.arrow()
            && Nodes.bare(member.base()) instanceof Expr.Unary unary
            && unary.op() == Expr.UnaryOp.DEREFERENCE
        ? Optional.of(unary.operand())
        : Optional.empty();
  }

  /** The literals of a string side by side as one, where it has nothing else. */
  static Optional<String> joined(Expr.Strings strings) {
    StringBuilder all = new StringBuilder();
    for (Expr part : strings.parts()) {
      if (!(part instanceof Expr.Text literal) || !literal.text().startsWith("\"")) {
        return Optional.empty();
      }
      all.append(literal.text(), 1, Math.max(1, literal.text().length() - 1));
    }
    return Optional.of(all.toString());
  }

  private static String statement(Stmt node) {
    if (node instanceof Stmt.MacroBlock block) {
      return block.macro().text();
    } else if (node instanceof Stmt.MacroStatement macro) {
      return macro.macro().text();
    } else if (node instanceof Stmt.Label label) {
      return label.name().text();
    } else if (node instanceof Stmt.Goto jump) {
      return jump.label().text();
    } else if (node instanceof Stmt.For loop) {
      return flag(loop.first()) + flag(loop.condition()) + flag(loop.step());
    } else if (node instanceof Stmt.Asm asm) {
      return asm.words()
          + asm.operands().stream()
              .map(one -> one.section() + name(one.name()) + one.constraint())
              .collect(Collectors.joining(" "));
    } else if (node instanceof Stmt.Alternatives alternatives) {
      return alternatives.branches().stream()
          .map(branch -> branch.condition() + branch.items().size())
          .collect(Collectors.joining(" "));
    }
    return NONE;
  }

  private static String type(TypeSyntax node) {
    if (node instanceof TypeSyntax.Specifiers specifiers) {
      return specifiers.storage() + " " + specifiers.qualifiers();
    } else if (node instanceof TypeSyntax.Attribute attribute) {
      return attribute.name();
    } else if (node instanceof TypeSyntax.Basic basic) {
      return basic.word();
    } else if (node instanceof TypeSyntax.Named named) {
      return named.name();
    } else if (node instanceof TypeSyntax.Macro macro) {
      return macro.name().text();
    } else if (node instanceof TypeSyntax.Aggregate aggregate) {
      return (aggregate.union() ? "union " : "struct ")
          + name(aggregate.tag())
          + flag(aggregate.members());
    } else if (node instanceof TypeSyntax.Enumeration enumeration) {
      return name(enumeration.tag()) + flag(enumeration.base()) + flag(enumeration.enumerators());
    } else if (node instanceof TypeSyntax.Declarator declarator) {
      return name(declarator.name()) + derivations(declarator.derivations());
    }
    return NONE;
  }

  private static String derivations(List<TypeSyntax.Derivation> derivations) {
    StringBuilder text = new StringBuilder();
    for (TypeSyntax.Derivation derivation : derivations) {
      if (derivation instanceof TypeSyntax.Pointer pointer) {
        text.append(" *").append(String.join(" ", pointer.qualifiers()));
      } else if (derivation instanceof TypeSyntax.Array array) {
        text.append(" [").append(flag(array.length()));
      } else if (derivation instanceof TypeSyntax.Function function) {
        text.append(" (").append(function.parameters().size()).append(function.variadic());
      }
    }
    return text.toString();
  }

  private static String declaration(Decl node) {
    if (node instanceof Decl.Declared declared) {
      return flag(declared.width()) + flag(declared.initializer());
    } else if (node instanceof Decl.Enumerator enumerator) {
      return enumerator.name().text();
    } else if (node instanceof Decl.MacroDeclaration macro) {
      return macro.macro().text() + flag(macro.second()) + macro.members().size();
    } else if (node instanceof Decl.LocalLabels labels) {
      return labels.names().toString();
    } else if (node instanceof Decl.FunctionDefinition function) {
      return String.valueOf(function.oldStyle().size());
    } else if (node instanceof Decl.Alternatives alternatives) {
      return alternatives.branches().stream()
          .map(branch -> branch.condition() + branch.items().size())
          .collect(Collectors.joining(" "));
    }
    return NONE;
  }

  private static String name(Optional<Name> name) {
    return name.map(Name::text).orElse(NONE);
  }

  private static String flag(Optional<?> part) {
    return part.isPresent() ? "+" : "-";
  }
}
