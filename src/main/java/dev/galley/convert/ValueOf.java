package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one expression of the statements of a function that only works out a value: chains of
 * {@code if} and {@code return}, a {@code switch} over constants.
 */
final class ValueOf {

  private static final int DEEPEST = 12;
  private static final Set<String> HINTS = Set.of("likely", "unlikely");

  private final boolean isTruth;

  private ValueOf(boolean isTruth) {
    this.isTruth = isTruth;
  }

  /** The expression; empty where the statements do more than that. */
  static Optional<Expr> of(List<Stmt> statements, boolean isTruth) {
    ValueOf value = new ValueOf(isTruth);
    return value.of(statements, 0).map(expr -> value.plain(expr));
  }

  /** What a value says once it is only asked for its truth. */
  private Expr plain(Expr expr) {
    Expr bare = withoutHint(expr);
    if (bare instanceof Expr.Unary not
        && not.op() == Expr.UnaryOp.NOT
        && CodeText.bare(not.operand()) instanceof Expr.Unary twice
        && twice.op() == Expr.UnaryOp.NOT) {
      return withoutHint(twice.operand());
    }
    return bare instanceof Expr.Conditional choice
            && choice.yes().isPresent()
            && (isWord(choice.yes().get()) || isWord(choice.no()))
        ? new ValueOf(true)
            .choose(choice.span(), choice.condition(), choice.yes().get(), choice.no())
        : bare;
  }

  private static boolean isWord(Expr expr) {
    return CodeText.bare(expr) instanceof Expr.Ident ident
        && (ident.name().equals("true") || ident.name().equals("false"));
  }

  private static Expr withoutHint(Expr expr) {
    Expr bare = CodeText.bare(expr);
    return bare instanceof Expr.Call call
            && call.name().map(HINTS::contains).orElse(false)
            && call.arguments().size() == 1
        ? CodeText.bare(call.arguments().get(0))
        : bare;
  }

  private Optional<Expr> of(List<Stmt> statements, int depth) {
    if (statements.isEmpty() || depth > DEEPEST) {
      return Optional.empty();
    }
    Stmt first = statements.get(0);
    List<Stmt> rest = statements.subList(1, statements.size());
    if (first instanceof Stmt.Return back) {
      return back.value().map(CodeText::bare);
    }
    if (first instanceof Stmt.Compound block) {
      return of(joined(block.items(), rest), depth + 1);
    }
    if (first instanceof Stmt.If choice) {
      Optional<Expr> yes = of(joined(List.of(choice.then()), rest), depth + 1);
      Optional<Expr> no = of(joined(choice.otherwise().stream().toList(), rest), depth + 1);
      return yes.isPresent() && no.isPresent()
          ? Optional.of(choose(choice.span(), withoutHint(choice.condition()), yes.get(), no.get()))
          : Optional.empty();
    }
    return first instanceof Stmt.Switch choice && choice.body() instanceof Stmt.Compound cases
        ? cases(choice.value(), cases.items(), rest, depth + 1)
        : Optional.empty();
  }

  private static List<Stmt> joined(List<Stmt> first, List<Stmt> rest) {
    List<Stmt> all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }

  /** {@code case A: case B: return p; default: return q;} as {@code x == A || x == B ? p : q}. */
  private Optional<Expr> cases(Expr value, List<Stmt> items, List<Stmt> rest, int depth) {
    List<Expr> labels = new ArrayList<>();
    Optional<Expr> yes = Optional.empty();
    Optional<Expr> no = Optional.empty();
    boolean isDefault = false;
    for (Stmt item : items) {
      if (item instanceof Stmt.Case one && one.last().isEmpty() && yes.isEmpty()) {
        labels.add(one.value());
      } else if (item instanceof Stmt.Default && yes.isPresent()) {
        isDefault = true;
      } else if (item instanceof Stmt.Return back && back.value().isPresent()) {
        if (isDefault && no.isEmpty()) {
          no = back.value();
        } else if (!isDefault && yes.isEmpty()) {
          yes = back.value();
        } else {
          return Optional.empty();
        }
      } else if (!(item instanceof Stmt.Break && isDefault)) {
        return Optional.empty();
      }
    }
    Optional<Expr> otherwise = no.isPresent() ? no : of(rest, depth);
    if (labels.isEmpty() || yes.isEmpty() || otherwise.isEmpty()) {
      return Optional.empty();
    }
    Span span = value.span();
    Expr condition = new Expr.Binary(span, "==", value, labels.get(0));
    for (Expr label : labels.subList(1, labels.size())) {
      condition = new Expr.Binary(span, "||", condition, new Expr.Binary(span, "==", value, label));
    }
    return Optional.of(choose(span, condition, CodeText.bare(yes.get()), otherwise.get()));
  }

  private Expr choose(Span span, Expr condition, Expr yes, Expr no) {
    if (is(yes, "1", "true") && is(no, "0", "false")) {
      return condition;
    }
    if (is(yes, "0", "false") && is(no, "1", "true")) {
      return not(condition);
    }
    if (isTruth && is(no, "0", "false")) {
      return new Expr.Binary(span, "&&", condition, yes);
    }
    if (isTruth && is(yes, "0", "false")) {
      return new Expr.Binary(span, "&&", not(condition), no);
    }
    if (isTruth && is(yes, "1", "true")) {
      return new Expr.Binary(span, "||", condition, no);
    }
    if (isTruth && is(no, "1", "true")) {
      return new Expr.Binary(span, "||", not(condition), yes);
    }
    return CodeText.bare(condition) instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT
        ? new Expr.Conditional(span, CodeText.bare(unary.operand()), Optional.of(no), yes)
        : new Expr.Conditional(span, condition, Optional.of(yes), no);
  }

  private static boolean is(Expr expr, String number, String word) {
    Expr bare = CodeText.bare(expr);
    return (bare instanceof Expr.Constant constant && constant.text().equals(number))
        || (bare instanceof Expr.Ident ident && ident.name().equals(word));
  }

  /** The opposite, as people write it. */
  private static Expr not(Expr expr) {
    Expr bare = CodeText.bare(expr);
    if (bare instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
      return CodeText.bare(unary.operand());
    }
    if (bare instanceof Expr.Binary binary) {
      String op =
          switch (binary.op()) {
            case "==" -> "!=";
            case "!=" -> "==";
            case "<" -> ">=";
            case ">=" -> "<";
            case ">" -> "<=";
            case "<=" -> ">";
            default -> "";
          };
      if (!op.isEmpty()) {
        return new Expr.Binary(binary.span(), op, binary.left(), binary.right());
      }
      return new Expr.Unary(binary.span(), Expr.UnaryOp.NOT, new Expr.Paren(binary.span(), binary));
    }
    return new Expr.Unary(bare.span(), Expr.UnaryOp.NOT, bare);
  }
}
