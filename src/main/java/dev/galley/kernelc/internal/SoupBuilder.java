package dev.galley.kernelc.internal;

import static dev.galley.kernelc.internal.TreeSource.end;
import static dev.galley.kernelc.internal.TreeSource.span;
import static dev.galley.kernelc.internal.TreeSource.start;
import static dev.galley.kernelc.internal.TreeSource.token;
import static dev.galley.kernelc.internal.TreeSource.type;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Arguments that are neither expressions nor types: statements, or nothing that can be named. */
final class SoupBuilder {

  private static final List<PositionPass.Unit> ORDER =
      List.of(PositionPass.Unit.EXPRESSION, PositionPass.Unit.STATEMENTS, PositionPass.Unit.TYPE);

  private final TreeBuilder builder;
  private final UnitParser.Range range;

  SoupBuilder(TreeBuilder builder, UnitParser.Range range) {
    this.builder = builder;
    this.range = range;
  }

  Expr opaque(ParserRuleContext context) {
    return opaque(span(context));
  }

  private static Expr opaque(Span span) {
    return new Expr.Opaque(span, "neither expressions nor types");
  }

  /** Each argument is read alone; where that fails, all of them as statements. */
  List<Expr> arguments(ParserRuleContext soup) {
    CTokens tokens = range.tokens();
    int first = tokens.at(start(soup)) + 1;
    int last = tokens.at(end(soup) - 1);
    List<Expr> arguments = new ArrayList<>();
    boolean isWhole = true;
    int from = first;
    for (int comma : commas(first, last)) {
      isWhole &= argument(from, comma, arguments);
      from = comma + 1;
    }
    isWhole &= argument(from, last, arguments);
    if (!isWhole) {
      Optional<Expr> all = read(first, last, List.of(PositionPass.Unit.STATEMENTS));
      if (all.isPresent()) {
        return List.of(all.get());
      }
    }
    return builder.nesting.expressions(arguments, span(soup));
  }

  /**
   * The commas of [first, last) outside all brackets, and {@code last}'s place is not among them.
   */
  private List<Integer> commas(int first, int last) {
    List<Integer> commas = new ArrayList<>();
    int depth = 0;
    for (int i = first; i < last; i++) {
      if (range.isVisible(i)) {
        switch (range.tokens().kind(i)) {
          case LPAREN, LBRACE, LBRACKET -> depth++;
          case RPAREN, RBRACE, RBRACKET -> depth--;
          case COMMA -> {
            if (depth == 0) {
              commas.add(i);
            }
          }
          default -> {
            // Part of an argument.
          }
        }
      }
    }
    return commas;
  }

  /** Adds the argument in [from, to); whether it could be read. */
  private boolean argument(int from, int to, List<Expr> arguments) {
    int first = from;
    while (first < to && !range.isVisible(first)) {
      first++;
    }
    int end = to;
    while (end > first && !range.isVisible(end - 1)) {
      end--;
    }
    if (first == end) {
      arguments.add(new Expr.Nothing(Span.at(range.tokens().start(to))));
      return true;
    }
    Optional<Expr> argument = read(first, end, ORDER);
    arguments.add(argument.orElse(opaque(range.tokens().span(first, end - 1))));
    return argument.isPresent();
  }

  private Optional<Expr> read(int first, int end, List<PositionPass.Unit> order) {
    for (PositionPass.Unit unit : order) {
      Reading reading = UnitParser.parse(range.part(first, end), unit, List.of());
      if (reading instanceof Reading.Tree tree) {
        if (tree.unit() instanceof Unit.Expression expression) {
          return Optional.of(expression.expression());
        } else if (tree.unit() instanceof Unit.Statements statements) {
          return Optional.of(new Expr.Statements(statements.span(), statements.items()));
        }
      }
    }
    return Optional.empty();
  }

  /** {@code return -EINVAL}, {@code goto out}, {@code [i].field}, an operator. */
  Expr loneToken(ParserRuleContext context) {
    List<ParseTree> children = context.children;
    Span span = span(context);
    return switch (type(children.get(0))) {
      case KernelC.RETURN ->
          statement(
              new Stmt.Return(
                  span,
                  children.size() > 1
                      ? Optional.of(builder.expressions.of(children.get(1)))
                      : Optional.empty()));
      case KernelC.BREAK -> statement(new Stmt.Break(span));
      case KernelC.CONTINUE -> statement(new Stmt.Continue(span));
      case KernelC.GOTO ->
          statement(new Stmt.Goto(span, builder.source.name(token(children.get(1)))));
      case 0 ->
          new Expr.Designated(
              span, builder.lists.designators(context), new Expr.Nothing(Span.at(span.end())));
      default -> new Expr.Opaque(span, "a token alone is no expression");
    };
  }

  private static Expr statement(Stmt statement) {
    return new Expr.Statements(statement.span(), List.of(statement));
  }
}
