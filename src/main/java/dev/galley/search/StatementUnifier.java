package dev.galley.search;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays statements of a pattern over statements in a row.
 *
 * <p>Braces around one statement, lone semicolons, {@code if (!c) a; else b;} for {@code if (c) b;
 * else a;}, and {@code i++}, {@code ++i}, {@code i += 1} as statements are no difference; a
 * declaration with a value fits the assignment of that value.
 */
final class StatementUnifier {

  private static final int DEEPEST = 200;

  private final Unifier unifier;

  StatementUnifier(Unifier unifier) {
    this.unifier = unifier;
  }

  /** Whether all statements fit, one by one. */
  boolean fits(List<Stmt> shapes, List<Stmt> statements, Fit fit, int depth) {
    List<Stmt> wanted = flat(shapes);
    List<Stmt> found = flat(statements);
    if (wanted.size() != found.size() || depth > DEEPEST || fit.isSpent()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!one(wanted.get(i), found.get(i), fit, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  /** Statements without lone semicolons and without braces that hold no declaration. */
  static List<Stmt> flat(List<Stmt> statements) {
    List<Stmt> flat = new ArrayList<>();
    List<Stmt> open = new ArrayList<>(statements);
    java.util.Collections.reverse(open);
    while (!open.isEmpty()) {
      Stmt next = open.remove(open.size() - 1);
      if (next instanceof Stmt.Compound block
          && block.items().stream().noneMatch(Stmt.Declare.class::isInstance)) {
        List<Stmt> items = block.items();
        for (int i = items.size() - 1; i >= 0; i--) {
          open.add(items.get(i));
        }
      } else if (!(next instanceof Stmt.Empty empty && empty.attributes().isEmpty())) {
        flat.add(next);
      }
    }
    return flat;
  }

  private boolean one(Stmt wanted, Stmt statement, Fit fit, int depth) {
    Optional<Boolean> any = unifier.anyStatement(wanted, statement, fit);
    if (any.isPresent()) {
      return any.get();
    }
    if (wanted instanceof Stmt.Evaluate evaluate) {
      return evaluate(evaluate, statement, fit, depth);
    }
    if (wanted.getClass() != statement.getClass()) {
      return false;
    }
    if (wanted instanceof Stmt.If choice && statement instanceof Stmt.If other) {
      return choice(choice, other, fit, depth);
    }
    if (wanted instanceof Stmt.Return back && statement instanceof Stmt.Return other) {
      return optional(back.value(), other.value(), Sense.VALUE, fit, depth);
    }
    if (wanted instanceof Stmt.Compound block && statement instanceof Stmt.Compound other) {
      return fits(block.items(), other.items(), fit, depth);
    }
    if (wanted instanceof Stmt.Declare declare && statement instanceof Stmt.Declare other) {
      return declare(declare, other, fit, depth);
    }
    return jump(wanted, statement, fit) || loop(wanted, statement, fit, depth);
  }

  private boolean evaluate(Stmt.Evaluate wanted, Stmt statement, Fit fit, int depth) {
    Expr shape = step(wanted.expression());
    if (statement instanceof Stmt.Evaluate other) {
      return unifier.fits(shape, step(other.expression()), Sense.VALUE, fit, depth);
    }
    if (!(statement instanceof Stmt.Declare declare)
        || !(shape instanceof Expr.Assign assign)
        || !assign.op().equals("=")
        || !(declare.declaration() instanceof Decl.Declaration declaration)
        || declaration.declared().size() != 1) {
      return false;
    }
    Decl.Declared declared = declaration.declared().get(0);
    Optional<Name> name = declared.declarator().name();
    return name.isPresent()
        && declared.initializer().isPresent()
        && unifier.fits(
            assign.target(),
            new Expr.Ident(name.get().span(), name.get().text()),
            Sense.VALUE,
            fit,
            depth)
        && unifier.fits(assign.value(), declared.initializer().get(), Sense.VALUE, fit, depth);
  }

  /** {@code i++} and {@code i += 1} as {@code ++i}, where nobody takes the value. */
  private static Expr step(Expr from) {
    Expr expr = Shapes.bare(from);
    if (expr instanceof Expr.Unary unary) {
      Expr.UnaryOp op =
          unary.op() == Expr.UnaryOp.POST_INCREMENT
              ? Expr.UnaryOp.INCREMENT
              : unary.op() == Expr.UnaryOp.POST_DECREMENT ? Expr.UnaryOp.DECREMENT : unary.op();
      return new Expr.Unary(unary.span(), op, unary.operand());
    }
    if (expr instanceof Expr.Assign assign
        && Shapes.bare(assign.value()) instanceof Expr.Constant one
        && Numbers.is(one.text(), 1)) {
      Span span = assign.span();
      return switch (assign.op()) {
        case "+=" -> new Expr.Unary(span, Expr.UnaryOp.INCREMENT, assign.target());
        case "-=" -> new Expr.Unary(span, Expr.UnaryOp.DECREMENT, assign.target());
        default -> expr;
      };
    }
    return expr;
  }

  private boolean choice(Stmt.If wanted, Stmt.If found, Fit fit, int depth) {
    Fit.Mark mark = fit.mark();
    if (unifier.fits(wanted.condition(), found.condition(), Sense.TRUTH, fit, depth)
        && body(wanted.then(), found.then(), fit, depth)
        && optional(wanted.otherwise(), found.otherwise(), fit, depth)) {
      return true;
    }
    fit.back(mark);
    return found.otherwise().isPresent()
        && wanted.otherwise().isPresent()
        && unifier.fits(
            wanted.condition(), Sense.negation(found.condition()), Sense.TRUTH, fit, depth)
        && body(wanted.then(), found.otherwise().get(), fit, depth)
        && body(wanted.otherwise().get(), found.then(), fit, depth);
  }

  private boolean body(Stmt wanted, Stmt found, Fit fit, int depth) {
    return fits(List.of(wanted), List.of(found), fit, depth + 1);
  }

  private boolean optional(Optional<Stmt> wanted, Optional<Stmt> found, Fit fit, int depth) {
    return wanted.isPresent()
        ? found.isPresent() && body(wanted.get(), found.get(), fit, depth)
        : found.isEmpty();
  }

  private boolean optional(
      Optional<Expr> wanted, Optional<Expr> found, Sense sense, Fit fit, int depth) {
    return wanted.isPresent()
        ? found.isPresent() && unifier.fits(wanted.get(), found.get(), sense, fit, depth)
        : found.isEmpty();
  }

  private boolean jump(Stmt wanted, Stmt found, Fit fit) {
    if (wanted instanceof Stmt.Goto jump && found instanceof Stmt.Goto other) {
      return unifier.plainName(jump.label(), other.label(), fit);
    }
    if (wanted instanceof Stmt.Label label && found instanceof Stmt.Label other) {
      return unifier.plainName(label.name(), other.name(), fit);
    }
    return wanted instanceof Stmt.Break
        || wanted instanceof Stmt.Continue
        || wanted instanceof Stmt.Default;
  }

  private boolean loop(Stmt wanted, Stmt found, Fit fit, int depth) {
    if (wanted instanceof Stmt.While loop && found instanceof Stmt.While other) {
      return unifier.fits(loop.condition(), other.condition(), Sense.TRUTH, fit, depth)
          && body(loop.body(), other.body(), fit, depth);
    }
    if (wanted instanceof Stmt.DoWhile loop && found instanceof Stmt.DoWhile other) {
      return body(loop.body(), other.body(), fit, depth)
          && unifier.fits(loop.condition(), other.condition(), Sense.TRUTH, fit, depth);
    }
    if (wanted instanceof Stmt.Switch choice && found instanceof Stmt.Switch other) {
      return unifier.fits(choice.value(), other.value(), Sense.VALUE, fit, depth)
          && body(choice.body(), other.body(), fit, depth);
    }
    if (wanted instanceof Stmt.Case one && found instanceof Stmt.Case other) {
      return unifier.fits(one.value(), other.value(), Sense.VALUE, fit, depth)
          && optional(one.last(), other.last(), Sense.VALUE, fit, depth);
    }
    if (wanted instanceof Stmt.For loop && found instanceof Stmt.For other) {
      return optional(loop.first(), other.first(), fit, depth)
          && optional(loop.condition(), other.condition(), Sense.TRUTH, fit, depth)
          && optional(
              loop.step().map(StatementUnifier::step),
              other.step().map(StatementUnifier::step),
              Sense.VALUE,
              fit,
              depth)
          && body(loop.body(), other.body(), fit, depth);
    }
    if (wanted instanceof Stmt.MacroBlock block && found instanceof Stmt.MacroBlock other) {
      return macro(block.macro(), block.arguments(), other.macro(), other.arguments(), fit, depth)
          && body(block.body(), other.body(), fit, depth)
          && optional(block.otherwise(), other.otherwise(), fit, depth);
    }
    return wanted instanceof Stmt.MacroStatement macro
        && found instanceof Stmt.MacroStatement other
        && macro(macro.macro(), macro.arguments(), other.macro(), other.arguments(), fit, depth);
  }

  private boolean macro(
      Name name, List<Expr> arguments, Name other, List<Expr> others, Fit fit, int depth) {
    return unifier.fits(
        new Expr.Call(name.span(), new Expr.Ident(name.span(), name.text()), arguments),
        new Expr.Call(other.span(), new Expr.Ident(other.span(), other.text()), others),
        Sense.VALUE,
        fit,
        depth);
  }

  private boolean declare(Stmt.Declare wanted, Stmt.Declare found, Fit fit, int depth) {
    if (!(wanted.declaration() instanceof Decl.Declaration one)
        || !(found.declaration() instanceof Decl.Declaration other)
        || one.declared().size() != other.declared().size()
        || !Structure.sameWords(one.specifiers(), other.specifiers())) {
      return false;
    }
    for (int i = 0; i < one.declared().size(); i++) {
      Decl.Declared left = one.declared().get(i);
      Decl.Declared right = other.declared().get(i);
      Optional<Name> name = left.declarator().name();
      Optional<Name> otherName = right.declarator().name();
      if (name.isEmpty()
          || otherName.isEmpty()
          || left.declarator().derivations().size() != right.declarator().derivations().size()
          || !unifier.plainName(name.get(), otherName.get(), fit)
          || !optional(left.initializer(), right.initializer(), Sense.VALUE, fit, depth)) {
        return false;
      }
    }
    return true;
  }
}
