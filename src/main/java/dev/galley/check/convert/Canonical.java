package dev.galley.check.convert;

import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expressions as text in which operands that commute are in one order and chosen parts have names.
 */
final class Canonical {

  private static final Set<String> COMMUTE =
      Set.of("&&", "||", "==", "!=", "+", "*", "&", "|", "^");
  private static final Map<String, String> OPPOSITE =
      Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

  private final Part part;
  private final Map<String, String> names;
  private final boolean anyRoot;

  /**
   * A printer.
   *
   * @param names what to print for expressions with a key
   * @param anyRoot whether the variable at the bottom of {@code a->b} does not matter
   */
  Canonical(Part part, Map<String, String> names, boolean anyRoot) {
    this.part = part;
    this.names = Map.copyOf(names);
    this.anyRoot = anyRoot;
  }

  String of(Expr expression) {
    return of(expression, false);
  }

  String of(Expr expression, boolean negated) {
    Expr bare = Trees.bare(expression);
    String name = names.get(part.key(bare));
    if (name != null) {
      return negated ? "!" + name : name;
    }
    if (bare instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
      return of(unary.operand(), !negated);
    }
    if (bare instanceof Expr.Binary binary) {
      return binary(binary, negated);
    }
    String text = plain(bare);
    return negated ? "!" + text : text;
  }

  private String binary(Expr.Binary binary, boolean negated) {
    String op = binary.op();
    boolean logical = op.equals("&&") || op.equals("||");
    if (logical) {
      String joined = negated ? (op.equals("&&") ? "||" : "&&") : op;
      List<String> operands = new ArrayList<>();
      Trees.chain(binary, op).forEach(one -> operands.add(of(one, negated)));
      operands.sort(String::compareTo);
      return "(" + String.join(joined, operands) + ")";
    }
    String shown = negated ? OPPOSITE.getOrDefault(op, "!" + op) : op;
    List<String> operands = new ArrayList<>(List.of(of(binary.left()), of(binary.right())));
    if (COMMUTE.contains(op)) {
      operands.sort(String::compareTo);
    }
    return "(" + String.join(shown, operands) + ")";
  }

  private String plain(Expr expression) {
    if (expression instanceof Expr.Member member) {
      Expr base = Trees.bare(member.base());
      String below =
          anyRoot && base instanceof Expr.Ident && !names.containsKey(part.key(base))
              ? "$v"
              : of(base);
      return below + (member.arrow() ? "->" : ".") + member.name().text();
    }
    if (expression instanceof Expr.Call call) {
      List<String> arguments = new ArrayList<>();
      call.arguments().forEach(one -> arguments.add(of(one)));
      return part.key(call.callee()) + "(" + String.join(",", arguments) + ")";
    }
    if (expression instanceof Expr.Index index) {
      return of(index.base()) + "[" + of(index.index()) + "]";
    }
    if (expression instanceof Expr.Unary unary) {
      return unary.op().text() + of(unary.operand());
    }
    return part.key(expression);
  }
}
