package dev.galley.convert;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rules that edits have in common, for helpers whose body nobody shows.
 *
 * <p>An edit of one expression into a call becomes a pair of templates: what the call gets as an
 * argument is a metavariable on both sides, and so is every other local variable of the left side.
 * Pairs that are the same for two edits or more make a rule; what one edit alone does is no rule.
 */
public final class ObservedRules {

  /** How many edits must agree. */
  public static final int SUPPORT = 2;

  private static final int LONGEST = 2_000;
  private static final Pattern BLANKS = Pattern.compile("\\s++");

  /** Templates of one edit, as text. */
  private record Observation(
      String helper, List<Rule.Variable> variables, String left, String right) {}

  private ObservedRules() {}

  /** The rules, those with more edits first, then by name. */
  public static List<Rule> of(List<Edit> edits) {
    Map<Observation, Integer> times = new LinkedHashMap<>();
    for (Edit edit : edits) {
      observe(edit).ifPresent(seen -> times.merge(seen, 1, Integer::sum));
    }
    Map<String, Rule> rules = new TreeMap<>();
    times.forEach(
        (seen, count) -> {
          if (count >= SUPPORT) {
            String order = String.format("%06d %s %s", 999_999 - count, seen.helper, seen.left);
            rule(seen, count).ifPresent(rule -> rules.put(order, rule));
          }
        });
    return List.copyOf(rules.values());
  }

  private static Optional<Rule> rule(Observation seen, int count) {
    Optional<Template> left = template(seen.left);
    Optional<Template> right = template(seen.right);
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rule(
                seen.helper,
                seen.variables,
                left.get(),
                right.get(),
                new Rule.Origin.Observed(count),
                List.of(),
                List.of()));
  }

  private static Optional<Template> template(String text) {
    return Snippet.expression(Bytes.utf8(text)) instanceof Reading.Tree tree
            && tree.unit() instanceof Unit.Expression expression
        ? Optional.of(new Template.Expression(text, expression.expression()))
        : Optional.empty();
  }

  private static Optional<Observation> observe(Edit edit) {
    Optional<CodeSide> before = edit.change().before();
    Optional<CodeSide> after = edit.change().after();
    boolean single = edit.before().size() == 1 && edit.after().size() == 1;
    if (!single || before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    if (!(edit.before().get(0) instanceof Expr was) || !(edit.after().get(0) instanceof Expr now)) {
      return Optional.empty();
    }
    return call(now).flatMap(call -> observe(was, before.get(), now, call, after.get()));
  }

  /** The call that stands there, under a negation or not. */
  private static Optional<Expr.Call> call(Expr now) {
    Expr inner = now;
    while (true) {
      if (inner instanceof Expr.Paren paren) {
        inner = paren.inner();
      } else if (inner instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
        inner = unary.operand();
      } else {
        return inner instanceof Expr.Call call && call.name().isPresent()
            ? Optional.of(call)
            : Optional.empty();
      }
    }
  }

  private static Optional<Observation> observe(
      Expr was, CodeSide before, Expr now, Expr.Call call, CodeSide after) {
    if (was.span().length() > LONGEST || now.span().length() > LONGEST) {
      return Optional.empty();
    }
    Map<String, String> names = new LinkedHashMap<>();
    List<Rule.Variable> variables = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      String key = plain(after.text(argument));
      if (!(argument instanceof Expr.Constant) && !names.containsKey(key)) {
        names.put(key, "E" + names.size());
        variables.add(new Rule.Variable(names.get(key), "expression"));
      }
    }
    Map<Span, String> left = new TreeMap<>((a, b) -> Integer.compare(a.start(), b.start()));
    holes(was, before, names, variables, left);
    Map<Span, String> right = new TreeMap<>((a, b) -> Integer.compare(a.start(), b.start()));
    call.arguments()
        .forEach(
            argument ->
                Optional.ofNullable(names.get(plain(after.text(argument))))
                    .ifPresent(name -> right.put(argument.span(), name)));
    boolean shares = left.values().stream().anyMatch(right.values()::contains);
    return shares
        ? Optional.of(
            new Observation(
                call.name().orElseThrow(),
                List.copyOf(variables),
                filled(was, before, left),
                filled(now, after, right)))
        : Optional.empty();
  }

  /** Parts that are an argument of the call, and local variables, by their octets. */
  private static void holes(
      CNode node,
      CodeSide side,
      Map<String, String> names,
      List<Rule.Variable> variables,
      Map<Span, String> into) {
    if (node instanceof Expr) {
      String key = plain(side.text(node));
      String name = names.get(key);
      if (name == null && node instanceof Expr.Ident ident && side.isLocal(ident)) {
        name = "E" + names.size();
        names.put(key, name);
        variables.add(new Rule.Variable(name, "expression"));
      }
      if (name != null) {
        into.put(node.span(), name);
        return;
      }
    }
    node.children(child -> holes(child, side, names, variables, into));
  }

  /** The text of a node with names in its holes. */
  private static String filled(CNode node, CodeSide side, Map<Span, String> holes) {
    String text = side.text(node);
    int start = node.span().start();
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (Map.Entry<Span, String> hole : holes.entrySet()) {
      filled.append(text, at, hole.getKey().start() - start).append(hole.getValue());
      at = hole.getKey().end() - start;
    }
    return plain(filled.append(text.substring(at)).toString());
  }

  private static String plain(String text) {
    return BLANKS.matcher(text.strip()).replaceAll(" ");
  }
}
