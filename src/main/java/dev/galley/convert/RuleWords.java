package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that a side of a rule brings itself: names and members that are no variables. */
final class RuleWords {

  private RuleWords() {}

  static Set<String> left(Rule rule) {
    return of(rule, rule.left());
  }

  static Set<String> right(Rule rule) {
    return of(rule, rule.right());
  }

  private static Set<String> of(Rule rule, Template template) {
    Set<String> variables =
        rule.variables().stream().map(Rule.Variable::name).collect(Collectors.toSet());
    Set<String> words = in(nodes(template));
    words.removeAll(variables);
    return words;
  }

  private static List<? extends CNode> nodes(Template template) {
    return template instanceof Template.Expression expression
        ? List.of(expression.shape())
        : ((Template.Statements) template).shapes();
  }

  /** The names and members in some trees. */
  static Set<String> in(List<? extends CNode> roots) {
    Set<String> words = new HashSet<>();
    for (CNode root : roots) {
      root.walk(
          node -> {
            if (node instanceof Expr.Ident ident) {
              words.add(ident.name());
            } else if (node instanceof Expr.Member member) {
              words.add(member.name().text());
            } else if (node instanceof Stmt.MacroBlock block) {
              words.add(block.macro().text());
            } else if (node instanceof Stmt.MacroStatement statement) {
              words.add(statement.macro().text());
            }
          });
    }
    return words;
  }

  /**
   * Whether two rules are of one family: helpers over the same kind of expression and variables.
   */
  static boolean areSiblings(Rule one, Rule other) {
    return !one.name().equals(other.name())
        && one.left() instanceof Template.Expression left
        && other.left() instanceof Template.Expression right
        && one.variables().size() == other.variables().size()
        && Nodes.bare(left.shape()).getClass() == Nodes.bare(right.shape()).getClass()
        && declarations(one).equals(declarations(other))
        && origin(one).equals(origin(other));
  }

  private static List<String> declarations(Rule rule) {
    return rule.variables().stream()
        .map(each -> each.declaration().replaceFirst("\\b" + each.name() + "\\b", "x").strip())
        .toList();
  }

  private static String origin(Rule rule) {
    if (rule.origin() instanceof Rule.Origin.Helper helper) {
      return helper.path();
    }
    return rule.origin() instanceof Rule.Origin.Written written ? written.file() : "observed";
  }
}
