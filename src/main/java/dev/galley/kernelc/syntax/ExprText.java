package dev.galley.kernelc.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions as text; see {@link TreeText}. */
final class ExprText {

  private ExprText() {}

  static String of(Expr node) {
    if (node instanceof Expr.Ident ident) {
      return "(name " + ident.name() + ")";
    } else if (node instanceof Expr.Constant constant) {
      return constant.text();
    } else if (node instanceof Expr.Text text) {
      return text.text();
    } else if (node instanceof Expr.Binary binary) {
      return binary(binary);
    } else if (node instanceof Expr.Call call) {
      String callee = call.name().orElseGet(() -> of(call.callee()));
      return "(call " + callee + all(call.arguments()) + ")";
    } else if (node instanceof Expr.Member member) {
      return "("
          + (member.arrow() ? "->" : ".")
          + " "
          + of(member.base())
          + " "
          + member.name()
          + ")";
    } else if (node instanceof Expr.Index index) {
      return "(index " + of(index.base()) + " " + of(index.index()) + ")";
    } else if (node instanceof Expr.Unary unary) {
      boolean after = unary.op().name().startsWith("POST");
      return "(" + (after ? "post" : "") + unary.op().text() + " " + of(unary.operand()) + ")";
    } else if (node instanceof Expr.Assign assign) {
      return "(" + assign.op() + " " + of(assign.target()) + " " + of(assign.value()) + ")";
    } else if (node instanceof Expr.Conditional conditional) {
      return conditional(conditional);
    } else if (node instanceof Expr.Cast cast) {
      return "(cast " + TypeText.of(cast.type()) + " " + of(cast.operand()) + ")";
    } else if (node instanceof Expr.SizeOf size) {
      return "(" + (size.alignment() ? "alignof" : "sizeof") + " " + of(size.operand()) + ")";
    }
    return group(node);
  }

  private static String group(Expr node) {
    if (node instanceof Expr.Paren paren) {
      return "(paren " + of(paren.inner()) + ")";
    } else if (node instanceof Expr.Comma comma) {
      return "(comma" + all(comma.parts()) + ")";
    } else if (node instanceof Expr.Strings strings) {
      return "(string" + all(strings.parts()) + ")";
    } else if (node instanceof Expr.InitList list) {
      return "(list" + all(list.items()) + ")";
    } else if (node instanceof Expr.CompoundLiteral literal) {
      return "(literal " + TypeText.of(literal.type()) + " " + of(literal.value()) + ")";
    } else if (node instanceof Expr.Designated designated) {
      return "(at" + designators(designated.designators()) + " " + of(designated.value()) + ")";
    } else if (node instanceof Expr.TypeOperand operand) {
      String value = operand.value().map(initializer -> " = " + of(initializer)).orElse("");
      String name = operand.declared().map(declared -> " " + declared).orElse("");
      return "(type " + TypeText.of(operand.type()) + name + value + ")";
    } else if (node instanceof Expr.StatementExpr statement) {
      return "(block [" + TreeText.inline(statement.body().items()) + "])";
    } else if (node instanceof Expr.Statements statements) {
      return "(statements [" + TreeText.inline(statements.items()) + "])";
    } else if (node instanceof Expr.LabelAddress label) {
      return "(&& " + label.label() + ")";
    } else if (node instanceof Expr.Generic generic) {
      return "(generic " + of(generic.control()) + choices(generic.choices()) + ")";
    } else if (node instanceof Expr.Alternatives alternatives) {
      return "(choose"
          + alternatives.branches().stream()
              .map(branch -> " [" + branch.condition() + all(branch.items()) + "]")
              .collect(Collectors.joining())
          + ")";
    } else if (node instanceof Expr.Nothing) {
      return "(nothing)";
    }
    return "(opaque)";
  }

  /** Chains lean to the left and may be long. */
  private static String binary(Expr.Binary topmost) {
    Deque<Expr.Binary> chain = new ArrayDeque<>();
    Expr left = topmost;
    StringBuilder text = new StringBuilder();
    while (left instanceof Expr.Binary binary) {
      chain.push(binary);
      text.append('(').append(binary.op()).append(' ');
      left = binary.left();
    }
    text.append(of(left));
    for (Expr.Binary binary : chain) {
      text.append(' ').append(of(binary.right())).append(')');
    }
    return text.toString();
  }

  private static String conditional(Expr.Conditional node) {
    StringBuilder text = new StringBuilder();
    Expr last = node;
    int open = 0;
    while (last instanceof Expr.Conditional conditional) {
      text.append(conditional.yes().isPresent() ? "(? " : "(?: ")
          .append(of(conditional.condition()));
      conditional.yes().ifPresent(yes -> text.append(' ').append(of(yes)));
      text.append(' ');
      open++;
      last = conditional.no();
    }
    return text.append(of(last)).append(")".repeat(open)).toString();
  }

  static String designators(List<Expr.Designator> designators) {
    StringBuilder text = new StringBuilder();
    for (Expr.Designator designator : designators) {
      designator.member().ifPresent(name -> text.append(" .").append(name));
      designator.index().ifPresent(index -> text.append(" [").append(of(index)));
      designator.last().ifPresent(last -> text.append(" ... ").append(of(last)));
      designator.index().ifPresent(index -> text.append(']'));
    }
    return text.toString();
  }

  private static String choices(List<Expr.Choice> choices) {
    return choices.stream()
        .map(
            choice ->
                " ["
                    + choice.type().map(TypeText::of).orElse("default")
                    + " "
                    + of(choice.value())
                    + "]")
        .collect(Collectors.joining());
  }

  /** Each with a space before it. */
  static String all(List<Expr> nodes) {
    return nodes.stream().map(node -> " " + of(node)).collect(Collectors.joining());
  }
}
